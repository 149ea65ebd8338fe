import Testing

@testable import ConceptQuery
