import Testing

@testable import ConceptImport
