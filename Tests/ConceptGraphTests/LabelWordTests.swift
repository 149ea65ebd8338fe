import Testing

@testable import ConceptGraph

@Suite struct LabelWordTests {
  @Test(arguments: [
    ("world drift*", "world drift*"), ("World-Drift", "world drift"), ("*drift audit*", "audit*"), ("*align*", ""),
    ("a?c", "a*"), ("café*", ""), ("a café b", "a|b"), ("x (light)", "x light"), ("x*y z", "x*|z"), ("", ""),
    ("?x y", "y"), ("don't go*", "go*"), ("x  y", "x y"), ("x é y", "x|y"),
  ])
  func wordsOfAPattern(pattern: String, expected: String) {
    var written = ""
    for word in LabelWord.words(ofPattern: pattern) {
      written += (written.isEmpty ? "" : word.followsLast ? " " : "|") + word.text + (word.isPrefix ? "*" : "")
    }
    #expect(written == expected)
  }
}
