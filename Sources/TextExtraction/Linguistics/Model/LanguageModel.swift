internal import CLanguageModel

/// The trained weights and word lists, read in place from the model file that is part of the program.
///
/// Immutable after it is made, and so free to be shared between tasks.
final class LanguageModel: @unchecked Sendable {
  /// The model that the library carries; nil never, but for a damaged build.
  static let english: LanguageModel? = LanguageModel(
    UnsafeRawBufferPointer(start: distinguo_english_model(), count: distinguo_english_model_size()))

  let tagNames: [String]
  let universalTags: [UniversalTag]
  let penn: PennTags
  let labelNames: [String]
  let rootLabel: Int
  let vocabulary: UnsafeBufferPointer<UInt32>
  /// For the upper twelve bits of a hash, the first word of the vocabulary with them.
  private let vocabularyIndex: UnsafeMutablePointer<UInt32>
  let ambiguity: UnsafePointer<UInt8>
  let parameters: UnsafePointer<Int32>
  let confidence: UnsafePointer<UInt8>
  let lemmaKeys: UnsafeBufferPointer<UInt32>
  let lemmaRules: UnsafePointer<UInt16>
  let lemmaEdits: UnsafePointer<UInt8>
  private let base: UnsafeRawPointer
  private let sections: [Range<Int>]

  var tagCount: Int { tagNames.count }
  var labelCount: Int { labelNames.count }

  /// Reads a model in memory that outlives it; nil when the bytes are not a model of this version.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress, let sections = LanguageModel.sections(bytes) else { return nil }
    self.base = base
    self.sections = sections
    func lines(_ section: ModelSection) -> [String] {
      let text = UnsafeRawBufferPointer(rebasing: bytes[sections[section.rawValue]])
      return String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
    }
    func part<Value>(_ section: ModelSection, _ type: Value.Type) -> UnsafeBufferPointer<Value> {
      let range = sections[section.rawValue]
      let start = (base + range.lowerBound).assumingMemoryBound(to: type)
      return UnsafeBufferPointer(start: start, count: range.count / MemoryLayout<Value>.stride)
    }
    tagNames = lines(.tagNames)
    penn = PennTags(tagNames)
    let names = Dictionary(uniqueKeysWithValues: UniversalTag.allCases.map { ($0.name, $0) })
    universalTags = tagNames.map { name in names[String(name.prefix { $0 != " " })] ?? .x }
    labelNames = lines(.labelNames)
    rootLabel = labelNames.firstIndex(of: "root") ?? 0
    vocabulary = part(.vocabulary, UInt32.self)
    guard let ambiguity = part(.ambiguity, UInt8.self).baseAddress,
      let parameters = part(.parameters, Int32.self).baseAddress,
      let confidence = part(.confidence, UInt8.self).baseAddress,
      let rules = part(.lemmaRules, UInt16.self).baseAddress,
      let edits = part(.lemmaEdits, UInt8.self).baseAddress
    else { return nil }
    self.ambiguity = ambiguity
    self.parameters = parameters
    self.confidence = confidence
    lemmaKeys = part(.lemmaKeys, UInt32.self)
    lemmaRules = rules
    lemmaEdits = edits
    vocabularyIndex = .allocate(capacity: 4097)
    indexVocabulary()
    // `deinit` runs for a model that is refused here.
    guard hasExpectedSizes else { return nil }
  }

  deinit { vocabularyIndex.deallocate() }

  private func indexVocabulary() {
    var word = 0
    for bucket in 0...4096 {
      while word < vocabulary.count && Int(vocabulary[word] >> 20) < bucket { word += 1 }
      vocabularyIndex[bucket] = UInt32(word)
    }
  }

  /// The row of a word, or -1.
  @inline(__always)
  func row(ofWord hash: UInt32) -> Int {
    let bucket = Int(hash >> 20)
    for index in Int(vocabularyIndex[bucket])..<Int(vocabularyIndex[bucket + 1]) where vocabulary[index] == hash {
      return index
    }
    return -1
  }

  func bytes(_ section: ModelSection) -> UnsafePointer<Int8> {
    (base + sections[section.rawValue].lowerBound).assumingMemoryBound(to: Int8.self)
  }

  func shorts(_ section: ModelSection) -> UnsafePointer<Int16> {
    (base + sections[section.rawValue].lowerBound).assumingMemoryBound(to: Int16.self)
  }

  func words(_ section: ModelSection) -> UnsafePointer<Int32> {
    (base + sections[section.rawValue].lowerBound).assumingMemoryBound(to: Int32.self)
  }
}

extension LanguageModel {
  /// The byte ranges of the sections, checked against the size of the file.
  private static func sections(_ bytes: UnsafeRawBufferPointer) -> [Range<Int>]? {
    let count = ModelSection.allCases.count
    guard bytes.count >= 8 + count * 8 else { return nil }
    func word(_ index: Int) -> Int { Int(bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)) }
    guard word(0) == Int(ModelShape.magic), word(1) == count else { return nil }
    var result: [Range<Int>] = []
    for section in 0..<count {
      let offset = word(2 + section * 2)
      let length = word(3 + section * 2)
      guard offset % 16 == 0, offset + length <= bytes.count else { return nil }
      result.append(offset..<offset + length)
    }
    return result
  }

  /// Whether every section has the length that the numbers of words, tags and labels call for.
  private var hasExpectedSizes: Bool {
    let words = vocabulary.count
    let tags = tagCount
    let labels = labelCount
    let taggerInputs = TaggerSlot.all.reduce(0) { $0 + $1.width }
    let actionInputs =
      ModelShape.actionWords * ModelShape.parserWord + ParserState.actionNodes * ModelShape.parserTag
      + ParserState.actionLabels * ModelShape.parserLabel
    let arcInputs =
      ModelShape.arcWords * ModelShape.parserWord + ParserState.arcNodes * ModelShape.parserTag
      + ModelShape.arcLabels * ModelShape.parserLabel
    let expected: [(ModelSection, Int)] = [
      (.parameters, ModelParameter.count * 4), (.ambiguity, words), (.confidence, 128),
      (.taggerWords, (words + 2) * ModelShape.taggerWord),
      (.taggerSuffixes, (WordFeatures.suffixRows + 1) * ModelShape.taggerSuffix),
      (.taggerAffixes, (WordFeatures.affixRows + 1) * ModelShape.taggerAffix),
      (.taggerShapes, (WordFeatures.shapeRows + 1) * ModelShape.taggerShape),
      (.taggerAmbiguity, ModelShape.ambiguityRows * ModelShape.taggerAmbiguity),
      (.taggerTags, (tags + 1) * ModelShape.taggerTag),
      (.taggerHidden, taggerInputs * ModelShape.taggerHidden * 2), (.taggerHiddenBias, ModelShape.taggerHidden * 2),
      (.taggerOutput, tags * ModelShape.taggerHidden * 2), (.taggerOutputBias, tags * 4),
      (.parserWords, (words + WordFeatures.bucketRows + 2) * ModelShape.parserWord),
      (.parserTags, (tags + 2) * ModelShape.parserTag), (.parserLabels, (labels + 3) * ModelShape.parserLabel),
      (.actionHidden, actionInputs * ModelShape.actionHidden * 2), (.actionHiddenBias, ModelShape.actionHidden * 2),
      (.actionOutput, 3 * ModelShape.actionHidden * 2), (.actionOutputBias, 12),
      (.arcHidden, arcInputs * ModelShape.arcHidden * 2), (.arcHiddenBias, ModelShape.arcHidden * 2),
      (.arcOutput, labels * ModelShape.arcHidden * 2), (.arcOutputBias, labels * 4),
      (.lemmaRules, lemmaKeys.count * 2),
    ]
    return tags > 0 && tags < 128 && labels > 1 && labels < 128
      && expected.allSatisfy { sections[$0.0.rawValue].count == $0.1 } && hasValidEdits
  }

  private var hasValidEdits: Bool {
    let range = sections[ModelSection.lemmaEdits.rawValue]
    let edits = range.count / LemmaEdit.size
    for edit in 0..<edits where Int(lemmaEdits[edit * LemmaEdit.size + 2]) > LemmaEdit.longestAppend { return false }
    return range.count % LemmaEdit.size == 0 && (0..<lemmaKeys.count).allSatisfy { Int(lemmaRules[$0]) < edits }
  }
}
