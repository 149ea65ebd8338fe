import Testing

@testable import Distinguo
