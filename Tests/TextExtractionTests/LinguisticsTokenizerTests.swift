import ConceptModel
import Testing

@testable import TextExtraction

/// A document of one paragraph.
func paragraph(_ text: String, spans: [InlineSpan] = []) -> Document {
  let bytes = Array(text.utf8)
  return Document(
    info: DocumentInfo(id: DocumentID("test")), text: bytes, offsets: .identity(count: bytes.count),
    sourceLines: LineIndex(bytes), blocks: [Block(kind: .paragraph, range: 0..<bytes.count, spans: spans)])
}

/// The words of each sentence of a text.
func sentences(_ text: String, spans: [InlineSpan] = []) -> [[String]] {
  let analyzed = LinguisticAnalyzer().analyze(paragraph(text, spans: spans))
  return analyzed.sentences.map { sentence in
    analyzed.tokens[sentence.tokens].map { String(decoding: analyzed.document.text[$0.range], as: UTF8.self) }
  }
}

func words(_ text: String) -> String { sentences(text).joined().joined(separator: "|") }

@Suite struct LinguisticsTokenizerTests {
  @Test(arguments: [
    ("He didn’t say 'no'.", "He|did|n’t|say|'|no|'|."),
    ("object-level, non-zero, GPT-4 and COVID-19", "object|-|level|,|non-zero|,|GPT-4|and|COVID-19"),
    ("see https://example.org/a?b=c. Or a.b@c.de!", "see|https://example.org/a?b=c|.|Or|a.b@c.de|!"),
    ("SG/GMG cost $5,000.50 (10%) at 10pm", "SG|/|GMG|cost|$|5,000.50|(|10|%|)|at|10|pm"),
    ("The dogs' owners cannot go; I'm sure they've left.", "The|dogs|'|owners|can|not|go|;|I|'m|sure|they|'ve|left|."),
    ("Deceptive AI =≠= aligned AI → doom!?", "Deceptive|AI|=≠=|aligned|AI|→|doom|!?"),
    ("C++ and U.S. law, e.g. Mr. J. Doe", "C++|and|U.S.|law|,|e.g.|Mr.|J.|Doe"),
    ("wait...what — “really”?", "wait|...|what|—|“|really|”|?"),
    ("scheming.[2] Next", "scheming|.|[|2|]|Next"),
  ])
  func splitsWords(_ text: String, _ expected: String) { #expect(words(text) == expected) }

  @Test(arguments: [
    ("One here. Two there! Three?", 3), ("He met Dr. Smith. Then he left.", 2),
    ("It fails (see below. And above) often. Yes.", 2), ("Notes:\n\nFirst line\nwrapped\n\nSecond", 3),
    ("Models, agents, etc. The rest follows.", 2), ("“Is it?” she said. “Yes.” He left.", 3),
    ("We saw it in Fig. 3 and in Sec. 4.", 1), ("(A whole sentence.) Another one.", 2),
    ("A claim.[3] Another claim.", 2), ("Version 2.0 is out. 1. First do this.", 2),
  ])
  func splitsSentences(_ text: String, _ count: Int) { #expect(sentences(text).count == count, "\(sentences(text))") }

  @Test func takesCodeAndFootnoteMarksWhole() {
    let text = "Call f(x)-g now.2 Then stop."
    let spans = [
      InlineSpan(kind: .code, range: 5..<11), InlineSpan(kind: .footnoteMark(label: "2"), range: 16..<17),
    ]
    #expect(sentences(text, spans: spans) == [["Call", "f(x)-g", "now", ".", "2"], ["Then", "stop", "."]])
  }
}
