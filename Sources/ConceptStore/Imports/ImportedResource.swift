import ConceptModel

/// The number under which imported labels are looked up: 32 bits of their normalised key.
enum LabelHash {
  static func of(_ label: String) -> Int {
    var label = label
    return label.withUTF8 { of($0) }
  }

  /// The hash of a label given as bytes; most labels need no string to be made.
  static func of(_ label: UnsafeBufferPointer<UInt8>) -> Int {
    var hash = start
    var last: UInt8 = 0x20
    var pendingSpace = false
    for byte in label {
      switch byte {
      case 0x80...: return ofKey(LabelKey.normalised(String(decoding: label, as: UTF8.self)))
      case 0...0x20, 0x7F, UInt8(ascii: "-"): pendingSpace = last != 0x20
      default:
        if pendingSpace { hash = step(hash, 0x20) }
        pendingSpace = false
        last = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
        hash = step(hash, last)
      }
    }
    // Only a word in s can be a plural.
    return last == UInt8(ascii: "s") ? ofKey(LabelKey.normalised(String(decoding: label, as: UTF8.self))) : Int(hash)
  }

  /// FNV-1a.
  static func ofKey(_ key: String) -> Int { Int(key.utf8.reduce(start, step)) }

  private static let start: UInt32 = 2_166_136_261
  private static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }
}

/// What the imported graphs say about one resource in literals.
struct ImportedResource {
  var id: ConceptID
  /// The preferred label first; the local name of the IRI when there is no other.
  var labels: [ConceptLabel]
  var gloss: String?
}

extension StoreSnapshot {
  /// Reads the labels of an imported node.
  ///
  /// The first in the order skos:prefLabel, rdfs:label, each without language or English before other languages and
  /// then by text, is the preferred one; others of these two become alternatives.
  func importedResource(_ number: Int) throws(Diagnostic) -> ImportedResource {
    if let known = knownResources[number] { return known }
    let resource = try readImportedResource(number)
    // Some nodes are asked for again and again while an answer is written; all of them need not be kept.
    if knownResources.count >= 4096 { knownResources.removeAll(keepingCapacity: true) }
    knownResources[number] = resource
    return resource
  }

  private func readImportedResource(_ number: Int) throws(Diagnostic) -> ImportedResource {
    var resource = ImportedResource(id: ConceptID(try importedNames.name(number)), labels: [])
    var ranked: [(rank: Int, label: ConceptLabel)] = []
    let kept = try literalRows.ready()
    kept.row.bind(number, at: 1)
    defer { kept.row.reset() }
    while try kept.row.step() {
      let predicate = kept.row.integer(0)
      if Vocabulary.isGloss(predicates.ids[predicate]), resource.gloss == nil { resource.gloss = kept.row.text(1) }
      guard let kind = predicates.labelKinds[predicate] else { continue }
      let file = passages.graphs[kept.row.integer(3)].file
      let label = ConceptLabel(text: kept.row.text(1), kind: kind, documents: [try passages.file(file).info.id])
      let isForeign = !["", "@en"].contains(kept.row.text(2)) && !kept.row.text(2).hasPrefix("@en-")
      let isSecond = predicates.ids[predicate] != Vocabulary.prefLabel
      ranked.append((kind == .preferred ? (isSecond ? 2 : 0) + (isForeign ? 1 : 0) : 9, label))
    }
    ranked.sort { $0.rank != $1.rank ? $0.rank < $1.rank : scalarLess($0.label.text, $1.label.text) }
    for var (_, label) in ranked {
      if let same = resource.labels.firstIndex(where: { $0.text == label.text }) {
        let joined = Set(resource.labels[same].documents + label.documents)
        resource.labels[same].documents = joined.sorted()
        continue
      }
      if !resource.labels.isEmpty && label.kind == .preferred { label.kind = .alternative }
      resource.labels.append(label)
    }
    if resource.labels.isEmpty, let name = Self.nameFromIdentifier(resource.id.value) {
      resource.labels = [ConceptLabel(text: name, kind: .preferred)]
    }
    return resource
  }

  /// The label that a resource without one goes by: the local name of an IRI, an id as it is; none for a blank node.
  static func nameFromIdentifier(_ id: String) -> String? {
    if id.hasPrefix("_:") { return nil }
    return id.utf8.contains(UInt8(ascii: ":")) ? Vocabulary.localName(id) : id
  }
}
