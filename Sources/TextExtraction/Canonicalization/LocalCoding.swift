import ConceptModel

extension LocalExtraction {
  /// The number of the byte format; another number means that the document has to be read again.
  private static var format: UInt64 { 1 }

  /// The extraction as bytes for a store.
  public func encoded() -> [UInt8] {
    var out = ByteEncoder()
    out.write(Self.format)
    Self.write(info, into: &out)
    out.write(tokenCount)
    out.write(headingPaths) { out, path in out.write(path) { $0.write($1) } }
    out.write(ordinaryWords) { $0.write($1) }
    out.write(spellings) { out, spelling in
      out.write(spelling.text)
      out.write(spelling.key)
    }
    out.write(terms) { out, term in
      out.write(term.spelling)
      Self.write(term.place, into: &out)
      out.write(term.sentence)
      out.write(Int(term.flags.rawValue))
    }
    out.write(names) { out, name in
      out.write(name.text)
      Self.write(name.place, into: &out)
      out.write(Int(name.cues.rawValue))
    }
    out.write(abbreviations) { out, item in
      out.write(item.short)
      out.write(item.long)
      Self.write(item.passage, into: &out)
      out.write(item.confidence)
      out.write(item.rule)
    }
    out.write(definitions) { Self.write($1, into: &$0) }
    out.write(relations) { Self.write($1, into: &$0) }
    out.write(statements) { out, item in
      out.write(item.kind.rawValue)
      out.write(item.terms) { $0.write($1) }
      out.write(item.passages) { Self.write($1, into: &$0) }
      Self.write(item.attribution, into: &out)
      out.write(item.confidence)
      out.write(item.rule)
    }
    out.write(scales) { out, item in
      out.write(item.members) { $0.write($1) }
      out.write(item.presentsDegrees)
      Self.write(item.attribution, into: &out)
      Self.write(item.passage, into: &out)
    }
    return out.bytes
  }

  /// Reads what `encoded()` wrote.
  ///
  /// Throws the diagnostic `damaged-analysis` for any other bytes.
  public init(decoding bytes: [UInt8]) throws(Diagnostic) {
    var input = ByteDecoder(bytes)
    guard try input.unsigned() == Self.format else {
      throw Diagnostic(
        code: "damaged-analysis", message: "the stored analysis was made by another version",
        hint: "ingest the documents again")
    }
    self.init(info: try Self.info(&input))
    tokenCount = try input.integer()
    headingPaths = try input.list { (input: inout ByteDecoder) throws(Diagnostic) in
      try input.list { (input: inout ByteDecoder) throws(Diagnostic) in try input.string() }
    }
    ordinaryWords = try input.list { (input: inout ByteDecoder) throws(Diagnostic) in try input.string() }
    spellings = try input.list { (input: inout ByteDecoder) throws(Diagnostic) in
      LocalSpelling(text: try input.string(), key: try input.string())
    }
    terms = try input.list { (input: inout ByteDecoder) throws(Diagnostic) in
      LocalTerm(
        spelling: try input.word(), place: try Self.place(&input), sentence: try input.word(),
        flags: .init(rawValue: UInt16(truncatingIfNeeded: try input.integer())))
    }
    names = try input.list { (input: inout ByteDecoder) throws(Diagnostic) in
      LocalName(
        text: try input.string(), place: try Self.place(&input),
        cues: .init(rawValue: UInt16(truncatingIfNeeded: try input.integer())))
    }
    abbreviations = try input.list { (input: inout ByteDecoder) throws(Diagnostic) in
      LocalAbbreviation(
        short: try input.string(), long: try input.optionalString(), passage: try Self.passage(&input),
        confidence: try input.double(), rule: try input.string())
    }
    definitions = try input.list { (input: inout ByteDecoder) throws(Diagnostic) in try Self.definition(&input) }
    relations = try input.list { (input: inout ByteDecoder) throws(Diagnostic) in try Self.relation(&input) }
    statements = try input.list { (input: inout ByteDecoder) throws(Diagnostic) in
      LocalStatement(
        kind: try input.choice(TermStatementKind.self),
        terms: try input.list { (input: inout ByteDecoder) throws(Diagnostic) in try input.string() },
        passages: try input.list { (input: inout ByteDecoder) throws(Diagnostic) in try Self.passage(&input) },
        attribution: try Self.attribution(&input), confidence: try input.double(), rule: try input.string())
    }
    guard terms.allSatisfy({ Int($0.spelling) < spellings.count }) else {
      throw Diagnostic(
        code: "damaged-analysis", message: "the stored analysis of a document cannot be read",
        hint: "run: distinguo repair, or ingest the document again")
    }
    scales = try input.list { (input: inout ByteDecoder) throws(Diagnostic) in
      LocalScale(
        members: try input.list { (input: inout ByteDecoder) throws(Diagnostic) in try input.string() },
        presentsDegrees: try input.flag(), attribution: try Self.attribution(&input), passage: try Self.passage(&input))
    }
  }

  private static func write(_ info: DocumentInfo, into out: inout ByteEncoder) {
    for field in [info.id.value, info.path, info.sha256, info.mediaType, info.encoding] { out.write(field) }
    out.write(info.title)
    out.write(info.authors) { $0.write($1) }
    out.write(info.date)
    out.write(info.role?.rawValue)
  }

  private static func info(_ input: inout ByteDecoder) throws(Diagnostic) -> DocumentInfo {
    DocumentInfo(
      id: DocumentID(try input.string()), path: try input.string(), sha256: try input.string(),
      mediaType: try input.string(), encoding: try input.string(), title: try input.optionalString(),
      authors: try input.list { (input: inout ByteDecoder) throws(Diagnostic) in try input.string() },
      date: try input.optionalString(), role: try input.optionalString().flatMap(DocumentRole.init(rawValue:)))
  }

  private static func write(_ place: Place, into out: inout ByteEncoder) {
    // Lengths instead of ends keep the numbers small.
    out.write(place.start)
    out.write(place.end - place.start)
    out.write(place.sourceStart)
    out.write(place.sourceEnd - place.sourceStart)
    out.write(place.line)
    out.write(place.column)
    out.write(place.headings)
  }

  private static func place(_ input: inout ByteDecoder) throws(Diagnostic) -> Place {
    let start = try input.word()
    let length = try input.word()
    let source = try input.word()
    let sourceLength = try input.word()
    return Place(
      start: start, end: start &+ length, sourceStart: source, sourceEnd: source &+ sourceLength,
      line: try input.word(), column: try input.word(), headings: try input.word())
  }

  private static func write(_ passage: LocalPassage, into out: inout ByteEncoder) {
    out.write(passage.quote)
    write(passage.place, into: &out)
  }

  private static func passage(_ input: inout ByteDecoder) throws(Diagnostic) -> LocalPassage {
    LocalPassage(quote: try input.string(), place: try place(&input))
  }

  private static func write(_ attribution: Attribution, into out: inout ByteEncoder) {
    out.write(attribution.holder)
    out.write(attribution.reporter)
  }

  private static func attribution(_ input: inout ByteDecoder) throws(Diagnostic) -> Attribution {
    Attribution(holder: try input.optionalString(), reporter: try input.optionalString())
  }

  private static func write(_ item: LocalDefinition, into out: inout ByteEncoder) {
    out.write(item.term)
    out.write(item.text)
    out.write(item.genus)
    out.write(item.genusVerb)
    out.write(item.conditions) { $0.write($1) }
    out.write(item.scope)
    write(item.attribution, into: &out)
    out.write(item.confidence)
    out.write(item.rule)
    write(item.passage, into: &out)
  }

  private static func definition(_ input: inout ByteDecoder) throws(Diagnostic) -> LocalDefinition {
    LocalDefinition(
      term: try input.string(), text: try input.string(), genus: try input.optionalString(),
      genusVerb: try input.optionalString(),
      conditions: try input.list { (input: inout ByteDecoder) throws(Diagnostic) in try input.string() },
      scope: try input.optionalString(), attribution: try attribution(&input), confidence: try input.double(),
      rule: try input.string(), passage: try passage(&input))
  }

  private static func write(_ item: LocalRelation, into out: inout ByteEncoder) {
    for field in [item.relation, item.subject, item.object] { out.write(field) }
    out.write(item.fullSubject)
    out.write(item.fullObject)
    out.write(item.polarity.rawValue)
    write(item.attribution, into: &out)
    out.write(item.modality.rawValue)
    out.write(item.hedged)
    out.write(item.basis.rawValue)
    out.write(item.confidence)
    out.write(item.rule)
    out.write(item.surface)
    write(item.passage, into: &out)
  }

  private static func relation(_ input: inout ByteDecoder) throws(Diagnostic) -> LocalRelation {
    LocalRelation(
      relation: try input.string(), subject: try input.string(), object: try input.string(),
      fullSubject: try input.optionalString(), fullObject: try input.optionalString(),
      polarity: try input.choice(Polarity.self), attribution: try attribution(&input),
      modality: try input.choice(Modality.self), hedged: try input.flag(), basis: try input.choice(Basis.self),
      confidence: try input.double(), rule: try input.string(), surface: try input.optionalString(),
      passage: try passage(&input))
  }
}
