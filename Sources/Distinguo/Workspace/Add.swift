import ConceptGraph
import ConceptModel
import ConceptQuery
import ConceptStore
import TextExtraction

/// What an `add` or `import` of notation did.
public struct AddReport: Sendable {
  /// Each fact that was added, as an English sentence.
  public var sentences: [String] = []
  /// The labels of concepts that were not in the store before; for statements only, files would bring too many.
  public var newConcepts: [String] = []
  /// Notes and warnings; errors are thrown.
  public var diagnostics: [Diagnostic] = []
  public var totals = CorpusTotals()
}

/// Several problems of one input.
public struct InputProblems: Error {
  public var diagnostics: [Diagnostic]
}

/// Notation on its way into a store: read, and not yet known to be right.
public struct NotationInput: Sendable {
  struct Part: Sendable {
    var info: DocumentInfo
    /// The name of the input in messages.
    var shown: String
    var bytes: [UInt8]
  }
  var parts: [Part]
  /// Whether the text is put to what was stated by hand before, rather than taking the place of a document.
  var isAppended: Bool

  /// A statement given in the call.
  public init(statement: String) {
    let info = DocumentInfo(id: Workspace.handDocument, mediaType: Workspace.notationType)
    parts = [Part(info: info, shown: "statement", bytes: Array(statement.utf8))]
    isAppended = true
  }

  /// Notation files.
  public init(files: InputList) throws(Diagnostic) {
    parts = []
    isAppended = false
    for file in files.files {
      let bytes = try file.contents()
      let info = DocumentInfo(
        id: file.id, path: file.absolutePath, sha256: SHA256.hexadecimal(of: bytes), mediaType: Workspace.notationType)
      parts.append(Part(info: info, shown: file.path, bytes: bytes))
    }
  }

  /// The documents that the parts stand for, and notes.
  /// - Throws: `InputProblems` when any part is wrong.
  func parsed(relations: [Relation]) throws(InputProblems) -> (documents: [StatedDocument], notes: [Diagnostic]) {
    var documents: [StatedDocument] = []
    var notes: [Diagnostic] = []
    for part in parts {
      var info = part.info
      info.path = part.shown
      let parsed = Workspace.parse(notation: part.bytes, info: info, relations: relations)
      notes += parsed.diagnostics
      documents.append(parsed.document)
    }
    if isAppended && notes.isEmpty && documents.allSatisfy(\.isEmpty) {
      notes.append(
        Diagnostic(
          code: "syntax", message: "there is no fact in the statement",
          hint: "write, for example: distinguo add 'alignment faking ⊑ deception'"))
    }
    if notes.contains(where: { $0.level == .error }) { throw InputProblems(diagnostics: notes) }
    return (documents, notes)
  }
}

extension Workspace {
  /// The document that facts stated in a call belong to.
  public static let handDocument = DocumentID("by-hand")

  static let notationType = "text/x-distinguo-facts"

  /// Adds notation to the store at a path, which is made when there is none.
  ///
  /// A statement goes to the document `by-hand`, unless the same line is there already; a file is a document of its
  /// own that replaces the earlier one of that id.
  /// - Throws: `InputProblems` when the notation is wrong; nothing is then stored or made.
  public static func add(_ input: NotationInput, to path: String, isStrict: Bool = false) throws -> AddReport {
    if !exists(at: path) {
      _ = try input.parsed(relations: declaredRelations(in: input.parts.map { ($0.info.id, $0.bytes) }))
    }
    return try openForWriting(path, create: true).add(input, isStrict: isStrict)
  }

  func add(_ input: NotationInput, isStrict: Bool) throws -> AddReport {
    let relations = try declaredRelations(beside: input.parts.map { ($0.info.id, $0.bytes) })
    let (documents, notes) = try input.parsed(relations: relations)
    var report = AddReport(diagnostics: notes)
    if input.isAppended || isStrict { report.newConcepts = try unknownLabels(in: documents) }
    if isStrict, !report.newConcepts.isEmpty {
      throw InputProblems(
        diagnostics: report.newConcepts.map {
          Diagnostic(
            code: "unknown-term", message: "there is no concept \"\($0)\"",
            hint: "list them with: distinguo concepts; without --strict it is made")
        })
    }
    if input.isAppended { report.diagnostics += try nearMisses(report.newConcepts) }
    let replaced = try input.parts.compactMap { try store.document($0.info.id) }
    for part in input.parts {
      var info = part.info
      var bytes = part.bytes
      if input.isAppended {
        let old = try store.document(info.id).map { String(decoding: $0.text, as: UTF8.self) } ?? ""
        bytes = Array(Self.appending(String(decoding: bytes, as: UTF8.self), to: old).utf8)
        info.sha256 = SHA256.hexadecimal(of: bytes)
      }
      try store.put(document: StoredDocument(info: info, text: bytes, isNotation: true))
    }
    let ids = Set(input.parts.map(\.info.id))
    let problems = try consolidate()
    if problems.contains(where: { $0.level == .error && ids.contains(DocumentID($0.file ?? "")) }) {
      // Whether a label is clear shows only in the whole corpus; what is not clear is not kept.
      for id in ids { try store.remove(id) }
      for document in replaced { try store.put(document: document) }
      try consolidate()
      throw InputProblems(diagnostics: problems.filter { ids.contains(DocumentID($0.file ?? "")) })
    }
    report.diagnostics += problems
    report.totals = try totals()
    for document in documents { try report.describe(document, in: self) }
    return report
  }

  /// The terms of facts that name nothing in the store yet, each once, in their order.
  private func unknownLabels(in documents: [StatedDocument]) throws -> [String] {
    let source = try store.snapshot()
    var labels: [String] = []
    for fact in documents.flatMap(\.facts) {
      // The first end of a statement about labels is a label and no concept.
      let isAboutLabels = fact.relation == "abbreviates" || fact.relation == "alternative-of"
      for term in isAboutLabels ? [fact.object] : [fact.subject, fact.object] where !labels.contains(term.label) {
        let isKnown = try NameLevel.allCases.contains { try !source.nodes(named: term.label, at: $0).isEmpty }
        if !isKnown { labels.append(term.label) }
      }
    }
    return labels
  }

  /// Warnings about new labels that differ by a letter or two from one that is there.
  private func nearMisses(_ labels: [String]) throws -> [Diagnostic] {
    let source = try store.snapshot()
    var out: [Diagnostic] = []
    for label in labels where label.unicodeScalars.count >= 5 {
      if let question = try pathQuestion(label, source) {
        out.append(question)
        continue
      }
      let wanted = Array(LabelKey.folded(label).unicodeScalars)
      var near: (text: String, distance: Int)?
      try source.forEachLabel { text, _ in
        let bound = (near?.distance ?? (wanted.count >= 8 ? 3 : 2)) - 1
        let found = Suggestions.distance(wanted, Array(LabelKey.folded(text).unicodeScalars), bound: bound)
        if let found { near = (text, found) }
      }
      guard let near else { continue }
      out.append(
        Diagnostic(
          .warning, code: "unknown-term", message: "there was no concept \"\(label)\", so it was made",
          hint: "did you mean \"\(near.text)\"?"))
    }
    return out
  }

  /// A warning when a new label is `path` and a label that is there: most likely a question was meant.
  private func pathQuestion(_ label: String, _ source: StoreSnapshot) throws -> Diagnostic? {
    let words = label.split(separator: " ", maxSplits: 1)
    guard words.count == 2, ["path", "paths"].contains(words[0].lowercased()),
      try NameLevel.allCases.contains(where: { try !source.nodes(named: String(words[1]), at: $0).isEmpty })
    else { return nil }
    return Diagnostic(
      .warning, code: "unknown-term", message: "there was no concept \"\(label)\", so it was made",
      hint: "to ask for a path: distinguo query '\(label) …'")
  }

  /// Parses a notation file with the relations that all files declare.
  ///
  /// Its own declarations are left out of the list, so that the document holds them as its own.
  static func parse(
    notation bytes: [UInt8], info: DocumentInfo, relations: [Relation]
  ) -> (document: StatedDocument, diagnostics: [Diagnostic]) {
    let builtIn = Set(Relation.builtIn.map(\.name))
    let own = Set(Notation.parse(bytes, info: info).document.relations.map(\.name)).subtracting(builtIn)
    return Notation.parse(bytes, info: info, relations: relations.filter { !own.contains($0.name) })
  }

  /// The closed list with what stored notation files, and the ones at hand, declare.
  func declaredRelations(beside inputs: [(DocumentID, [UInt8])] = []) throws(Diagnostic) -> [Relation] {
    Self.declaredRelations(in: try storedNotation(), replacedBy: inputs)
  }

  /// The notation files of the store with their text.
  func storedNotation() throws(Diagnostic) -> [(DocumentID, [UInt8])] {
    var notation: [(DocumentID, [UInt8])] = []
    for (info, _, isNotation) in try store.analysisVersions() where isNotation {
      if let document = try store.document(info.id) { notation.append((info.id, document.text)) }
    }
    return notation
  }

  /// The built-in relations and those that notation files declare; of two declarations of a name that of the first id.
  static func declaredRelations(
    in notation: [(DocumentID, [UInt8])], replacedBy inputs: [(DocumentID, [UInt8])] = []
  ) -> [Relation] {
    let read = Set(inputs.map(\.0))
    var relations = Relation.builtIn
    var names = Set(relations.map(\.name))
    let all = notation.filter { !read.contains($0.0) } + inputs
    for (id, bytes) in all.sorted(by: { $0.0 < $1.0 }) {
      for relation in Notation.parse(bytes, info: DocumentInfo(id: id)).document.relations
      where names.insert(relation.name).inserted {
        relations.append(relation)
      }
    }
    return relations
  }

  /// The text with the new lines: before the first `@source` line, which would else claim them, unless they bring their own.
  private static func appending(_ statement: String, to text: String) -> String {
    var lines = text.split(separator: "\n").map(String.init)
    let new = statement.split(separator: "\n").map(String.init).filter { !lines.contains($0) }
    let namesSource = new.contains { $0.hasPrefix("@source") }
    let place = namesSource ? nil : lines.firstIndex { $0.hasPrefix("@source") }
    lines.insert(contentsOf: new, at: place ?? lines.count)
    return lines.map { $0 + "\n" }.joined()
  }
}

extension StatedDocument {
  /// Whether it says nothing at all.
  fileprivate var isEmpty: Bool {
    facts.isEmpty && sources.isEmpty && relations.isEmpty && pins.isEmpty && splits.isEmpty && deprecations.isEmpty
  }
}
