import ConceptModel

/// What `verify` found out about a store.
public struct VerificationReport: Sendable, Hashable {
  /// What SQLite says about the file; empty when it is intact.
  public var damages: [String] = []
  /// The number of quotations that stand at their place.
  public var confirmed = 0
  /// Quotations that do not.
  public var failures: [UnconfirmedPassage] = []
  /// Quotations of stated facts whose source was not ingested: nothing to compare them with.
  public var notCheckable: [UnconfirmedPassage] = []
  /// Documents and imported files whose source file is gone or has other content than when it was read.
  public var changedSources: [ChangedSource] = []

  public init() {}

  /// Whether the file is intact and every quotation that can be checked stands at its place.
  public var isSound: Bool { damages.isEmpty && failures.isEmpty }
}

/// A quotation that was not found at its place.
public struct UnconfirmedPassage: Sendable, Hashable {
  public enum Reason: String, Sendable, Hashable {
    /// The store has no text of the document.
    case noText = "no-text"
    /// The text has other words at the place.
    case otherWords = "other-words"
    /// The place lies outside the text.
    case outsideText = "outside-text"
  }

  public var evidence: Evidence
  public var reason: Reason

  public init(evidence: Evidence, reason: Reason) {
    self.evidence = evidence
    self.reason = reason
  }
}

/// A document whose source file is no longer what was read.
public struct ChangedSource: Sendable, Hashable {
  public var document: DocumentInfo
  public var state: SourceState

  public init(document: DocumentInfo, state: SourceState) {
    self.document = document
    self.state = state
  }
}

/// How the source file of a document stands to what was read.
public enum SourceState: String, Sendable, Hashable {
  case unchanged, changed, gone
  /// There is no file to compare with, as for standard input.
  case unknown
}

extension Store {
  /// Checks the file and finds every stored quotation again in the text of its document.
  ///
  /// `sourceState` tells how a document's source file stands to its stored hash; the store itself opens no source.
  public func verify(
    sourceState: (DocumentInfo) -> SourceState = { _ in .unknown }
  ) throws(Diagnostic) -> VerificationReport {
    var report = VerificationReport()
    let check = try connection.prepare("PRAGMA integrity_check(50)")
    while try check.step() {
      let line = check.text(0)
      if line != "ok" { report.damages.append(line) }
    }
    for info in try documents() + imports().map(\.info) {
      let state = sourceState(info)
      if state == .changed || state == .gone {
        report.changedSources.append(ChangedSource(document: info, state: state))
      }
    }
    try reading { (reader) throws(Diagnostic) in try self.checkPassages(reader, &report) }
    return report
  }

  private func checkPassages(_ reader: CorpusReader, _ report: inout VerificationReport) throws(Diagnostic) {
    let stated = Set(
      try reader.rows("SELECT passage FROM assertion WHERE basis = 'stated'") { row in row.integer(0) })
    let rows = try connection.prepare("SELECT id FROM passage ORDER BY source, start, id")
    var current: DocumentID?
    var text: ScalarIndex?
    while try rows.step() {
      let evidence = try reader.passage(rows.integer(0))
      if evidence.document != current {
        current = evidence.document
        text = try document(evidence.document).map { ScalarIndex($0.text) }
      }
      let isStated = stated.contains(rows.integer(0))
      guard let text else {
        let passage = UnconfirmedPassage(evidence: evidence, reason: .noText)
        if isStated { report.notCheckable.append(passage) } else { report.failures.append(passage) }
        continue
      }
      switch text.check(evidence) {
      case nil: report.confirmed += 1
      // A quotation given by hand may come without its place.
      case _? where isStated && text.contains(evidence.quote): report.confirmed += 1
      case let reason?: report.failures.append(UnconfirmedPassage(evidence: evidence, reason: reason))
      }
    }
  }
}

/// A text with the bytes at which every 512th of its scalars begins.
struct ScalarIndex {
  private let text: [UInt8]
  private var marks: [Int] = []
  private let count: Int
  private static let interval = 512

  init(_ text: [UInt8]) {
    self.text = text
    var scalars = 0
    for (offset, byte) in text.enumerated() where byte & 0xC0 != 0x80 {
      if scalars % Self.interval == 0 { marks.append(offset) }
      scalars += 1
    }
    count = scalars
  }

  /// The byte at which a scalar begins, or nil when the text has fewer.
  func byte(ofScalar scalar: Int) -> Int? {
    if scalar == count { return text.count }
    guard scalar >= 0, scalar < count else { return nil }
    var offset = marks[scalar / Self.interval]
    var left = scalar % Self.interval
    while left > 0 {
      offset += 1
      if text[offset] & 0xC0 != 0x80 { left -= 1 }
    }
    return offset
  }

  /// Why the quotation does not stand at its place; nil when it does.
  func check(_ evidence: Evidence) -> UnconfirmedPassage.Reason? {
    guard evidence.start <= evidence.end, let start = byte(ofScalar: evidence.start),
      let end = byte(ofScalar: evidence.end)
    else { return .outsideText }
    return text[start..<end].elementsEqual(evidence.quote.utf8) ? nil : .otherWords
  }

  /// Whether the words stand anywhere in the text.
  func contains(_ quote: String) -> Bool {
    let words = Array(quote.utf8)
    guard let first = words.first, words.count <= text.count else { return false }
    var offset = 0
    while let found = text[offset...].firstIndex(of: first), found + words.count <= text.count {
      if text[found..<(found + words.count)].elementsEqual(words) { return true }
      offset = found + 1
    }
    return false
  }
}
