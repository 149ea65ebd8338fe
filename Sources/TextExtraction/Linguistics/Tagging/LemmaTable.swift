/// Finds lemmas by rule and gives each distinct lemma of a document a number.
struct LemmaTable {
  private let model: LanguageModel
  /// Where the bytes of each lemma begin in `bytes`; one more entry than lemmas.
  private var starts: [Int] = [0]
  private var bytes: [UInt8] = []
  /// Open addressing, number + 1 of a lemma or 0.
  private var slots = [UInt32](repeating: 0, count: 256)
  private var normal: [UInt8] = []
  private var lemma: [UInt8] = []

  init(_ model: LanguageModel) { self.model = model }

  var count: Int { starts.count - 1 }

  var strings: [String] {
    (0..<count).map { String(decoding: bytes[starts[$0]..<starts[$0 + 1]], as: UTF8.self) }
  }

  /// The number of the lemma of a word with a fine-grained tag.
  mutating func lemma(of form: UnsafeBufferPointer<UInt8>, penn: Int, isCapital: Bool) -> UInt32 {
    WordFeatures.normalize(form, into: &normal)
    lemma.removeAll(keepingCapacity: true)
    if let edit = edit(penn: penn, isCapital: isCapital) {
      let lowers = edit[1] != 0
      let length = lowers ? normal.count : form.count
      let kept = max(0, length - Int(edit[0]))
      if lowers { lemma.append(contentsOf: normal[..<kept]) } else { lemma.append(contentsOf: form[..<kept]) }
      lemma.append(contentsOf: UnsafeBufferPointer(start: edit + 3, count: Int(edit[2])))
    }
    if lemma.isEmpty { lemma.append(contentsOf: normal) }
    return number()
  }

  private func edit(penn: Int, isCapital: Bool) -> UnsafePointer<UInt8>? {
    normal.withUnsafeBufferPointer { word in
      if word.count <= 64, let edit = rule(LemmaEdit.key(penn: penn, isCapital: isCapital, isWhole: true, word)) {
        return edit
      }
      for length in stride(from: min(LemmaEdit.longestEnding, word.count), through: 0, by: -1) {
        let ending = UnsafeBufferPointer(rebasing: word[(word.count - length)...])
        if let edit = rule(LemmaEdit.key(penn: penn, isCapital: isCapital, isWhole: false, ending)) { return edit }
      }
      return nil
    }
  }

  private func rule(_ key: UInt32) -> UnsafePointer<UInt8>? {
    var low = 0
    var high = model.lemmaKeys.count
    while low < high {
      let middle = (low + high) / 2
      if model.lemmaKeys[middle] < key { low = middle + 1 } else { high = middle }
    }
    guard low < model.lemmaKeys.count, model.lemmaKeys[low] == key else { return nil }
    return model.lemmaEdits + Int(model.lemmaRules[low]) * LemmaEdit.size
  }

  private mutating func number() -> UInt32 {
    if count * 2 >= slots.count { grow() }
    var place = LemmaTable.hash(lemma[...]) & (slots.count - 1)
    while slots[place] != 0 {
      let candidate = Int(slots[place]) - 1
      if bytes[starts[candidate]..<starts[candidate + 1]].elementsEqual(lemma) { return UInt32(candidate) }
      place = (place + 1) & (slots.count - 1)
    }
    bytes.append(contentsOf: lemma)
    starts.append(bytes.count)
    slots[place] = UInt32(count)
    return UInt32(count - 1)
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt32](repeating: 0, count: old.count * 2)
    for entry in old where entry != 0 {
      let index = Int(entry) - 1
      var place = LemmaTable.hash(bytes[starts[index]..<starts[index + 1]]) & (slots.count - 1)
      while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = entry
    }
  }

  private static func hash(_ bytes: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 29)
  }
}
