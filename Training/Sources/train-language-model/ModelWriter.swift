@_spi(Training) import TextExtraction

/// Rounds the nets to integers and lays them out as a model file.
struct ModelWriter {
  let lexicon: Lexicon
  let tagger: TaggerNet
  let parser: ParserNet
  let lemmas: LemmaRules

  func bytes() -> [UInt8] {
    var sections = [[UInt8]](repeating: [], count: ModelSection.allCases.count)
    var parameters = [Int32](repeating: 0, count: ModelParameter.count)
    func put(_ section: ModelSection, _ bytes: [UInt8]) { sections[section.rawValue] = bytes }
    put(.tagNames, Array(lexicon.tagNames.map { $0 + "\n" }.joined().utf8))
    put(.labelNames, Array(lexicon.labelNames.map { $0 + "\n" }.joined().utf8))
    put(.vocabulary, encode(lexicon.vocabulary))
    put(.ambiguity, tagger.classes.rows)
    let taggerTables: [(ModelSection, Table)] = [
      (.taggerWords, tagger.words), (.taggerSuffixes, tagger.suffixes), (.taggerAffixes, tagger.affixes),
      (.taggerShapes, tagger.shapes), (.taggerAmbiguity, tagger.ambiguity), (.taggerTags, tagger.tags),
      (.parserWords, parser.words), (.parserTags, parser.tags), (.parserLabels, parser.labels),
    ]
    for (section, table) in taggerTables { put(section, quantize(table)) }
    let nets: [(SlotNetwork, ModelSection, Int)] = [
      (tagger.net, .taggerHidden, ModelParameter.taggerShifts),
      (parser.action, .actionHidden, ModelParameter.actionShifts), (parser.arc, .arcHidden, ModelParameter.arcShifts),
    ]
    for (net, first, place) in nets {
      let parts = quantize(net, shifts: &parameters, at: place)
      for (offset, part) in parts.enumerated() { sections[first.rawValue + offset] = part }
    }
    let unit = Float(ModelShape.preactivationScale) * outputScale(parser.action) / 16
    parameters[ModelParameter.marginUnit] = Int32(unit.rounded())
    parameters[ModelParameter.tagUnit] =
      Int32((Float(ModelShape.preactivationScale) * outputScale(tagger.net)).rounded())
    put(.parameters, encode(parameters))
    put(.confidence, (0..<128).map { UInt8(255 / (1 + exponential(-(Float($0) + 0.5) / 16))) })
    let edits = Set(lemmas.rules.values).sorted { $0.encoded.lexicographicallyPrecedes($1.encoded) }
    let index = Dictionary(uniqueKeysWithValues: edits.enumerated().map { ($1, UInt16($0)) })
    let keys = lemmas.rules.keys.sorted()
    put(.lemmaKeys, encode(keys))
    put(.lemmaRules, encode(keys.map { lemmas.rules[$0].flatMap { index[$0] } ?? 0 }))
    put(.lemmaEdits, edits.flatMap(\.encoded))
    return assemble(sections)
  }

  private func assemble(_ sections: [[UInt8]]) -> [UInt8] {
    var header: [UInt32] = [ModelShape.magic, UInt32(sections.count)]
    var offset = (8 + sections.count * 8 + 15) / 16 * 16
    var body: [UInt8] = []
    let start = offset
    for section in sections {
      header += [UInt32(offset), UInt32(section.count)]
      body += section
      body += [UInt8](repeating: 0, count: (16 - section.count % 16) % 16)
      offset = start + body.count
    }
    var bytes = encode(header)
    bytes += [UInt8](repeating: 0, count: start - bytes.count)
    return bytes + body
  }

  private func encode<Value: FixedWidthInteger>(_ values: [Value]) -> [UInt8] {
    values.flatMap { value in withUnsafeBytes(of: value.littleEndian) { Array($0) } }
  }

  /// The factor from an embedding to its byte: all but the two largest of ten thousand values fit.
  private func scale(_ table: Table) -> Float {
    let sorted = (0..<table.parameters.count).map { abs(table.parameters.values[$0]) }.sorted()
    return 127 / max(1e-6, sorted[min(sorted.count - 1, sorted.count * 9998 / 10000)])
  }

  private func quantize(_ table: Table) -> [UInt8] {
    let scale = scale(table)
    return (0..<table.parameters.count).map { index in
      UInt8(bitPattern: Int8(max(-127, min(127, (table.parameters.values[index] * scale).rounded()))))
    }
  }

  private func outputScale(_ net: SlotNetwork) -> Float {
    // The largest weight that cannot overflow 32 bits, whatever the activations.
    let limit: Float = net.hidden == 128 ? 511 : 1023
    return limit / (0..<net.output.count).reduce(1e-6) { max($0, abs(net.output.values[$1])) }
  }

  /// Hidden weights, hidden biases, output weights, output biases.
  private func quantize(_ net: SlotNetwork, shifts: inout [Int32], at place: Int) -> [[UInt8]] {
    let unit = Float(ModelShape.preactivationScale)
    var hidden: [Int16] = []
    var start = 0
    for (slot, table) in net.slots.enumerated() {
      let range = start..<start + table.width * net.hidden
      start = range.upperBound
      let factor = unit / scale(table)
      let largest = range.reduce(1e-6) { max($0, abs(net.weights.values[$1])) }
      var shift = 0
      while shift < 15 && largest * factor * Float(1 << (shift + 1)) <= 32767 { shift += 1 }
      shifts[place + slot] = Int32(shift)
      // Unit by unit, so that the analyser takes inner products.
      for unit in 0..<net.hidden {
        for input in 0..<table.width {
          hidden.append(
            clamp(net.weights.values[range.lowerBound + input * net.hidden + unit] * factor * Float(1 << shift)))
        }
      }
    }
    let scale = outputScale(net)
    return [
      encode(hidden), encode((0..<net.hidden).map { clamp(net.bias.values[$0] * unit) }),
      encode((0..<net.output.count).map { clamp(net.output.values[$0] * scale) }),
      encode((0..<net.outputs).map { Int32((net.outputBias.values[$0] * scale * unit).rounded()) }),
    ]
  }

  private func clamp(_ value: Float) -> Int16 { Int16(max(-32767, min(32767, value.rounded()))) }
}
