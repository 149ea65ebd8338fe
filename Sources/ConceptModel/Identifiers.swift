/// The stable identifier of a concept, such as `alignment-faking`, `sandbagging#1` or `scheming#carlsmith-2023`.
///
/// A concept that is one of several senses of a label has `#` and the name of the sense in its id.
/// Ids compare by Unicode scalars, so that sorted output is the same on every machine.
public struct ConceptID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The identifier as printed.
  public let value: String

  /// Wraps an identifier that was made by `ConceptID.init(label:)`, read from a store or written by a user.
  public init(_ value: String) { self.value = value }

  /// The part before `#`.
  public var base: String { value.split(separator: "#", maxSplits: 1).first.map(String.init) ?? value }

  /// The name of the sense, the part after `#`, or nil when the concept is the only sense of its label.
  public var sense: String? {
    let parts = value.split(separator: "#", maxSplits: 1)
    return parts.count == 2 ? String(parts[1]) : nil
  }

  public var description: String { value }

  public static func < (a: ConceptID, b: ConceptID) -> Bool { scalarLess(a.value, b.value) }
}

/// The identifier of a document: its path relative to the ingested folder, with `/` between the parts.
public struct DocumentID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The identifier as printed.
  public let value: String

  public init(_ value: String) { self.value = value }

  public var description: String { value }

  public static func < (a: DocumentID, b: DocumentID) -> Bool { scalarLess(a.value, b.value) }
}

/// Whether `a` comes before `b` by Unicode scalars: the order of every listing, whatever the locale.
public func scalarLess(_ a: String, _ b: String) -> Bool {
  var left = a.utf8.makeIterator()
  var right = b.utf8.makeIterator()
  // UTF-8 bytes sort as the scalars that they encode do.
  while true {
    switch (left.next(), right.next()) {
    case (nil, nil), (_?, nil): return false
    case (nil, _?): return true
    case (let x?, let y?) where x != y: return x < y
    default: continue
    }
  }
}
