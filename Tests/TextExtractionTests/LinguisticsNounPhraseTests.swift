import ConceptModel
import Testing

@testable import TextExtraction

@Suite struct LinguisticsNounPhraseTests {
  private func cores(_ text: String) -> [String] {
    let analyzed = LinguisticAnalyzer().analyze(paragraph(text))
    return analyzed.sentences.flatMap { sentence in
      analyzed.nounPhrases(of: sentence).map { phrase in
        let start = analyzed.tokens[phrase.core.lowerBound].range.lowerBound
        return String(
          decoding: analyzed.document.text[start..<analyzed.tokens[phrase.core.upperBound - 1].range.upperBound],
          as: UTF8.self)
      }
    }
  }

  @Test(arguments: [
    ("The inner alignment problem worries many researchers.", ["inner alignment problem", "researchers"]),
    ("A deceptively-aligned model follows its base objective.", ["deceptively-aligned model", "base objective"]),
    ("Gradient descent gives the two networks different rewards.", ["Gradient descent", "networks", "rewards"]),
    ("The agent's goal is the maximization of reward.", ["agent", "goal", "maximization", "reward"]),
    ("It fails.", []),
    ("The Q-learning algorithm reduces the long-term risk.", ["Q-learning algorithm", "long-term risk"]),
  ])
  func findsBasePhrases(_ text: String, _ expected: [String]) { #expect(cores(text) == expected) }

  @Test func headsAreTheLastNouns() throws {
    let analyzed = LinguisticAnalyzer().analyze(paragraph("The very large language models of today work."))
    let phrases = analyzed.nounPhrases(of: try #require(analyzed.sentences.first))
    #expect(phrases.first?.tokens == 0..<5)
    #expect(phrases.first?.core == 2..<5 || phrases.first?.core == 1..<5)
    #expect(phrases.first?.head == 4)
  }
}
