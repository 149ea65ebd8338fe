import Testing

@testable import TextExtraction

@Suite struct SenseTests {
  /// The values that the makers of the vectors give, and the order that they imply.
  @Test func similaritiesAreThoseOfTheVectors() {
    let vectors = WordVectors.english
    func expect(_ a: String, _ b: String, _ value: Double) {
      #expect(abs(vectors.similarity(a, b) - value) < 0.006, "\(a) / \(b): \(vectors.similarity(a, b))")
    }
    expect("a model pretends to be aligned during training", "alignment faking", 0.60)
    expect("specification gaming", "reward hacking", 0.40)
    expect("specification gaming", "banana bread", -0.12)
    expect("authentication", "authorization", 0.79)
    #expect(vectors.similarity("", "word") == 0)
  }

  @Test func wordsAreLowerCaseWithoutAccentsAndWithPunctuationApart() {
    #expect(
      WordVectors.words(of: "Café (naïve), x_1!").map { String($0) } == ["cafe", "(", "naive", ")", ",", "x_1", "!"])
  }

  @Test(arguments: [
    ("The bank of the river was steep and muddy.", "sloping land beside a body of water", true),
    ("The bank raised its interest rates on loans.", "sloping land beside a body of water", false),
    ("The astronaut's weight on the Moon is a smaller force.", "the force that gravity exerts on a body", true),
    ("They signed the treaty in Vienna.", "a disease caused by parasites", false),
  ])
  func aUseCarriesADefinitionOrNot(passage: String, definition: String, matches: Bool) {
    #expect(SenseMatcher.judge(use: passage, definition: definition).matches == matches)
  }
}
