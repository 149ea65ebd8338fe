import ConceptModel

/// Turns notation files alone into an extraction result: labels become concepts, facts become assertions.
///
/// Labels that differ in case, hyphens or the plural of the last word name one concept; `abbreviates` and
/// `alternative-of` add labels; `@pin` joins and `@split` and `#sense` part. A label that could be several concepts is
/// reported and its fact left out: nothing is guessed.
public enum StatedFacts {
  /// The result for any number of notation files; it does not depend on their order.
  public static func result(of documents: [StatedDocument]) -> ExtractionResult {
    let sorted = documents.sorted { $0.info.id < $1.info.id }
    var table = TermTable()
    for document in sorted { table.collect(document) }
    table.resolve()
    return table.result(of: sorted)
  }

  /// The assertion that a stated fact makes about two concepts.
  ///
  /// Its evidence is the quotation where it stands in the notation file or, without one, the line of notation.
  public static func assertion(for fact: StatedFact, subject: ConceptID, object: ConceptID) -> Assertion {
    let source = fact.source == fact.evidence.document ? nil : fact.source
    return Assertion(
      subject: subject, relation: fact.relation, object: object, polarity: fact.polarity,
      attribution: Attribution(holder: fact.holder), modality: fact.modality, hedged: fact.hedged, basis: .stated,
      confidence: fact.confidence, rule: fact.rule ?? "stated", subjectText: fact.subject.label,
      objectText: fact.object.label, source: source, date: fact.date, evidence: evidence(for: fact))
  }

  /// The place of the fact's quotation within its line of notation, or the whole line.
  static func evidence(for fact: StatedFact) -> Evidence {
    guard let quote = fact.quote, !quote.isEmpty else { return fact.evidence }
    let line = Array(fact.evidence.quote.unicodeScalars)
    for spelling in [quote, escaped(quote)] {
      let wanted = Array(spelling.unicodeScalars)
      guard let offset = lastOccurrence(of: wanted, in: line) else { continue }
      return narrowed(fact.evidence, line: line, from: offset, count: wanted.count)
    }
    if let found = equivalent(to: quote, in: line) {
      return narrowed(fact.evidence, line: line, from: found.lowerBound, count: found.count)
    }
    return fact.evidence
  }

  private static func narrowed(_ whole: Evidence, line: [Unicode.Scalar], from: Int, count: Int) -> Evidence {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: line[from..<from + count])
    let bytesBefore = line[..<from].reduce(0) { $0 + UTF8.width($1) }
    let bytes = line[from..<from + count].reduce(0) { $0 + UTF8.width($1) }
    var evidence = whole
    evidence.quote = String(text)
    evidence.start = whole.start + from
    evidence.end = evidence.start + count
    evidence.bytes = whole.bytes.lowerBound + bytesBefore..<whole.bytes.lowerBound + bytesBefore + bytes
    // A statement may run over several lines.
    let lastBreak = line[..<from].lastIndex(of: "\n")
    evidence.line = whole.line + line[..<from].reduce(0) { $0 + ($1 == "\n" ? 1 : 0) }
    evidence.column = lastBreak.map { from - $0 } ?? whole.column + from
    return evidence
  }

  /// The offset of the last occurrence between quotation marks.
  private static func lastOccurrence(of wanted: [Unicode.Scalar], in line: [Unicode.Scalar]) -> Int? {
    guard wanted.count + 2 <= line.count else { return nil }
    let opening: Set<Unicode.Scalar> = ["\"", "\u{201C}"]
    for start in stride(from: line.count - wanted.count - 1, through: 1, by: -1) where opening.contains(line[start - 1])
    {
      if line[start..<start + wanted.count].elementsEqual(wanted) { return start }
    }
    return nil
  }

  /// The last stretch between quotation marks that differs from the wanted text only in how letters are composed.
  private static func equivalent(to wanted: String, in line: [Unicode.Scalar]) -> Range<Int>? {
    let marks = line.indices.filter { line[$0] == "\"" || line[$0] == "\u{201C}" || line[$0] == "\u{201D}" }
    for (start, end) in zip(marks, marks.dropFirst()).reversed() {
      var inner = String.UnicodeScalarView()
      inner.append(contentsOf: line[(start + 1)..<end])
      // Strings compare by canonical equivalence.
      if String(inner) == wanted { return (start + 1)..<end }
    }
    return nil
  }

  private static func escaped(_ quote: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in quote.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        out.append("\\")
        out.append(scalar)
      case "\n":
        out.append("\\")
        out.append("n")
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
