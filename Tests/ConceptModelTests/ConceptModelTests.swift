import Testing

@testable import ConceptModel
