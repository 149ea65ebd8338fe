import Testing

@testable import ConceptExport
