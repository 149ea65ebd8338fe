import ConceptModel
import TestSupport

@testable import ConceptExport

/// A small corpus about measurement in three fields, with each kind of record that the formats write.
func weighingCorpus() -> ExtractionResult {
  var b = CorpusBuilder()
  b.document("handbook.md", title: "A handbook of weighing", authors: ["N. Ame"], date: "2019-04")
  b.document("ward.txt", title: "Weighing on the ward")
  b.concept("mass", gloss: "how much matter a body holds", mentions: 4, centrality: 0.9)
  b.concept("weight", mentions: 3, centrality: 0.8)
  b.concept("body mass index", abbreviation: "BMI", mentions: 1, centrality: 0.4)
  b.definition(
    "mass", "a quantity that says how much matter a body holds", genus: "quantity",
    conditions: ["says how much matter a body holds"], in: "handbook.md")
  b.assertion("weight", "is-a", "force", in: "handbook.md", quote: "Weight is a force.", confidence: 0.95)
  b.assertion("weight", "different-from", "mass", in: "handbook.md", quote: "Weight is not the same thing as mass.")
  b.assertion(
    "mass", "leads-to", "inertia", in: "handbook.md", quote: "Mass may well cause inertia.", confidence: 0.6
  ) {
    $0.modality = .may
    $0.hedged = true
    $0.surface = "cause"
  }
  b.assertion("mass", "same-as", "weight", in: "ward.txt", quote: "Mass, that is, weight, is taken at admission.")
  b.assertion("mass", "is-a", "force", in: "ward.txt", quote: "Mass is by no means a force.", confidence: 0.7) {
    $0.polarity = .denied
  }
  b.assertion("weight", "is-a", "force", in: "ward.txt", quote: "The weight, a force, is read off.", confidence: 0.8)
  b.assertion(
    "body mass index", "requires", "weight", in: "ward.txt", quote: "For the body mass index one needs the weight."
  ) { $0.attribution = Attribution(holder: "Quetelet", reporter: "the ward nurse") }
  b.abbreviation("BMI", "body mass index", in: "ward.txt")
  b.mention("mass", in: "ward.txt")
  b.entity("Adolphe Quetelet", .person, in: "ward.txt")
  return b.corpus()
}

/// Labels that break careless writers, each with a word that names it.
let hostileLabels: [String] = [
  "quote \"inside\" 'and' `tick`", "back\\slash\\", "line\nbreak\ttab\rreturn", "</script><script>alert(1)</script>",
  "<img src=x onerror=alert(2)>", "&amp; &lt; &#39;", "bell\u{7}escape\u{1B}[31m null\u{0}", "مرحبا بالعالم",
  "\u{202E}reversed",
  "emoji 👩‍🔬🇪🇺", "comma, semicolon; pipe | hash # percent %", "=1+2", "{brace} [bracket] $dollar", "]]>", "\u{FFFE}",
  "noncharacter \u{FFFF} end", "-->", "  spaces  ",
]

/// One concept for each hostile label, in a ring of edges whose quotations are hostile too.
func hostileCorpus() -> ExtractionResult {
  var result = ExtractionResult()
  let document = DocumentID("odd \"name\" <&>.txt")
  result.documents = [DocumentInfo(id: document, title: "A <title> & \"more\"", authors: ["O'Neil \\ Söhne"])]
  let ids = hostileLabels.indices.map { ConceptID("odd-\($0)") }
  for (index, label) in hostileLabels.enumerated() {
    result.concepts.append(
      Concept(
        id: ids[index], label: label, labels: [ConceptLabel(text: "alt \(label)", kind: .alternative)], gloss: label,
        documents: [document], mentions: 1))
    let evidence = Evidence(
      document: document, quote: "\(label) quoted", start: index, end: index + 1, bytes: index..<index + 1, line: 1,
      column: 1)
    result.assertions.append(
      Assertion(
        subject: ids[index], relation: index % 2 == 0 ? "is-a" : "same-as", object: ids[(index + 1) % ids.count],
        rule: "R<\">", surface: label, subjectText: label, objectText: "x", evidence: evidence))
    result.definitions.append(
      Definition(
        concept: ids[index], term: label, text: label, genus: label, conditions: [label], confidence: 0.5, rule: "R",
        evidence: evidence))
  }
  result.concepts.sort { $0.id < $1.id }
  return result
}

func text(_ corpus: ExtractionResult, _ format: ExportFormat, _ options: ExportOptions = .init()) throws -> String {
  String(decoding: try Exporter(options: options).bytes(corpus, as: format), as: UTF8.self)
}
