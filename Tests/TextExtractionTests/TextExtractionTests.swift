import Testing

@testable import TextExtraction
