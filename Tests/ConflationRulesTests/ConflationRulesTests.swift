import Testing

@testable import ConflationRules
