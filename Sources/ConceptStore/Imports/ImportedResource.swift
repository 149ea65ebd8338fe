import ConceptModel

/// The number under which imported labels are looked up: 32 bits of their normalised key.
enum LabelHash {
  static func of(_ label: String) -> Int { ofKey(LabelKey.normalised(label)) }

  /// FNV-1a.
  static func ofKey(_ key: String) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in key.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash)
  }
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
    var resource = ImportedResource(id: ConceptID(try importedNames.name(number)), labels: [])
    var ranked: [(rank: Int, label: ConceptLabel)] = []
    let rows = try connection.prepare("SELECT p, value, annotation, g FROM imported_literal WHERE s = ?")
    rows.bind(number, at: 1)
    while try rows.step() {
      let predicate = rows.integer(0)
      if Vocabulary.isGloss(predicates.ids[predicate]), resource.gloss == nil { resource.gloss = rows.text(1) }
      guard let kind = predicates.labelKinds[predicate] else { continue }
      let file = passages.graphs[rows.integer(3)].file
      let label = ConceptLabel(text: rows.text(1), kind: kind, documents: [try passages.file(file).info.id])
      let isForeign = !["", "@en"].contains(rows.text(2)) && !rows.text(2).hasPrefix("@en-")
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
