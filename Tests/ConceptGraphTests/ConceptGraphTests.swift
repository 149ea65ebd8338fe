import Testing

@testable import ConceptGraph
