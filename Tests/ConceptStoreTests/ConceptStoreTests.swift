import Testing

@testable import ConceptStore
