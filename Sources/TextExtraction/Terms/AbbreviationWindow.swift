/// The letters of a short form that a long form has to supply, in lower case.
struct AbbreviationLetters: Sendable {
  struct Letter: Sendable {
    /// A lower-case ASCII letter or digit; letters above ASCII are levelled to the letter that their name begins with.
    var code: UInt8
    var isUpper: Bool
  }

  private var letters: [Letter] = []
  var count: Int { letters.count }
  subscript(index: Int) -> Letter { letters[index] }

  /// The letters without a number at the end, as `PLS` of `PLS-1`; nil when there is none.
  var withoutNumber: AbbreviationLetters? {
    var copy = self
    while let last = copy.letters.last, isDigit(last.code) { copy.letters.removeLast() }
    return copy.count >= 2 && copy.count < count ? copy : nil
  }

  /// The letters and digits of a short form; the `s` of a plural (`LLMs`, `LLM's`) is left out.
  init(_ text: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let (code, length) = LetterFolding.fold(text, at: index, end: range.upperBound)
      if code != 0 { letters.append(Letter(code: code, isUpper: isUpper(text[index]))) }
      index += length
    }
    let uppers = letters.count { $0.isUpper }
    if uppers >= 1, letters.count > 2, let last = letters.last, last.code == 0x73, !last.isUpper {
      letters.removeLast()
    }
  }
}

/// Levels letters above ASCII to the ASCII letter that stands for them in short forms.
enum LetterFolding {
  private static let greek = Array("abgdezethiklmnxoprsstufcpo".utf8)
  private static let latin = Array("aaaaaaaceeeeiiiidnooooo_ouuuuytsaaaaaaaceeeeiiiidnooooo_ouuuuyty".utf8)

  /// The lower-case letter or digit at an index and the bytes it takes; 0 for anything else.
  @inline(__always)
  static func fold(_ text: [UInt8], at index: Int, end: Int) -> (code: UInt8, length: Int) {
    let byte = text[index]
    if byte < 0x80 { return (isASCIILetter(byte) ? byte | 0x20 : isDigit(byte) ? byte : 0, 1) }
    return foldWide(text, at: index, end: end)
  }

  private static func foldWide(_ text: [UInt8], at index: Int, end: Int) -> (code: UInt8, length: Int) {
    let byte = text[index]
    guard index + 1 < end else { return (0, 1) }
    let next = text[index + 1]
    switch byte {
    case 0xC3:
      let code = latin[Int(next & 0x3F)]
      return (code == 0x5F ? 0 : code, 2)
    case 0xCE, 0xCF:
      let scalar = Int(byte & 0x1F) << 6 | Int(next & 0x3F)
      let place = scalar >= 0x3B1 ? scalar - 0x3B1 : scalar - 0x391
      return (place >= 0 && place < 25 ? greek[place] : 0, 2)
    default:
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      return (0, min(length, end - index))
    }
  }
}

/// A stretch of text cut into words for the alignment.
struct AbbreviationWindow {
  enum PlaceKind: UInt8 { case inside, wordStart, partStart }

  struct Word {
    /// Places within the window.
    var range: Range<Int>
    /// An article, preposition or conjunction, which a short form may pass over.
    var isFunction: Bool
    /// Inside brackets of its own, as `(NO)` in "nitric oxide (NO) synthase": it may be passed over for nothing.
    var isFree: Bool
  }

  private(set) var words: [Word] = []
  /// The levelled letter at each place, 0 where there is none.
  private(set) var letters: [UInt8] = []
  private(set) var kind: [PlaceKind] = []
  /// The digit that a word at this place can stand for (`first`, `di…`, `II`), as ASCII, or 0.
  private(set) var digits: [UInt8] = []
  /// Whether a slash stands before each place.
  private(set) var followsSlash: [Bool] = []
  /// Whether a capital stands at each place.
  private var capitals: [Bool] = []
  var count: Int { letters.count }

  @inline(__always)
  func isCapital(_ place: Int) -> Bool { capitals[place] }

  /// Whether the letter of a short form can be the one at a place.
  @inline(__always)
  func matches(_ letter: AbbreviationLetters.Letter, at place: Int) -> Bool {
    letters[place] == letter.code || digits[place] != 0 && digits[place] == letter.code
  }

  /// Where a long form begins whose first letter stands at a place: at the word, but in "anti-human immunodeficiency
  /// virus (HIV)" behind the hyphen; prefixes of a letter or number (`12-O-`, `c-`) stay.
  func start(at place: Int) -> Int {
    let word = words[word(at: place)].range
    guard kind[place] == .partStart else { return word.lowerBound }
    var index = word.lowerBound
    while index + 1 < place {
      if letters[index] >= 0x61 && letters[index + 1] >= 0x61 { return place }
      index += 1
    }
    return word.lowerBound
  }

  /// The first word at or before an index that is no article: where the long form begins.
  func firstContent(atMost index: Int) -> Int {
    var first = 0
    while first < index && words[first].isFunction { first += 1 }
    return first
  }

  /// The word that holds a place.
  func word(at place: Int) -> Int { words.firstIndex { $0.range.contains(place) } ?? 0 }

  mutating func read(_ range: Range<Int>, of text: [UInt8]) {
    words.removeAll(keepingCapacity: true)
    letters.removeAll(keepingCapacity: true)
    kind.removeAll(keepingCapacity: true)
    digits.removeAll(keepingCapacity: true)
    capitals.removeAll(keepingCapacity: true)
    followsSlash.removeAll(keepingCapacity: true)
    var index = range.lowerBound
    var bracketDepth = 0
    while index < range.upperBound {
      if AbbreviationText.isSpace(text, index) {
        append(0, .inside)
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound && !AbbreviationText.isSpace(text, index) { index += 1 }
      appendWord(start..<index, of: text, offset: range.lowerBound, bracketDepth: &bracketDepth)
    }
  }

  private mutating func append(
    _ letter: UInt8, _ place: PlaceKind, digit: UInt8 = 0, isCapital: Bool = false, slash: Bool = false
  ) {
    letters.append(letter)
    kind.append(place)
    digits.append(digit)
    capitals.append(isCapital)
    followsSlash.append(slash)
  }

  private mutating func appendWord(_ word: Range<Int>, of text: [UInt8], offset: Int, bracketDepth: inout Int) {
    let opens = text[word.lowerBound] == 0x28 || text[word.lowerBound] == 0x5B
    if opens && bracketDepth == 0 { bracketDepth = 1 }
    let isFree = bracketDepth > 0
    if isFree && word.contains(where: { text[$0] == 0x29 || text[$0] == 0x5D }) { bracketDepth = 0 }
    var index = word.lowerBound
    var hasLetters = false
    var hasAlphabetic = false
    var before: UInt8 = 0
    while index < word.upperBound {
      let (code, length) = LetterFolding.fold(text, at: index, end: word.upperBound)
      if code == 0 {
        append(0, .inside)
      } else {
        let isPart =
          before == 0 || isDigit(code) != isDigit(before)
          || isUpper(text[index]) && index > 0 && isLower(text[index - 1])
          || CombiningForms.begins(text, at: index, in: word)
        // `2,3-diaminonaphthalene` begins with its first letter as well as with its first digit.
        let isStart = !hasLetters || !hasAlphabetic && !isDigit(code)
        let place: PlaceKind = isStart ? .wordStart : isPart ? .partStart : .inside
        let digit = place == .inside ? 0 : NumberWords.digit(text, from: index, to: word.upperBound)
        if !isDigit(code) { hasAlphabetic = true }
        let slash = index > word.lowerBound && text[index - 1] == 0x2F
        append(code, place, digit: digit, isCapital: isUpper(text[index]), slash: slash)
        hasLetters = true
      }
      for _ in 1..<max(1, length) { append(0, .inside) }
      before = code
      index += length
    }
    let places = word.lowerBound - offset..<word.upperBound - offset
    if hasLetters {
      words.append(Word(range: places, isFunction: FunctionWords.contains(text, word), isFree: isFree))
    }
  }
}

/// Words that long forms are built with and that short forms leave out.
enum FunctionWords {
  private static let list = WordList(
    """
    a an the of for in on to and or with by from at as via into per de la le von der its their using & - based type
    """)

  static func contains(_ text: [UInt8], _ word: Range<Int>) -> Bool {
    text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return false }
      return list.contains(base, word.lowerBound, word.upperBound)
    }
  }
}

/// Words and prefixes that short forms write as a digit.
enum NumberWords {
  private static let prefixes: [(Array<UInt8>, UInt8)] = [
    ("first", 0x31), ("one", 0x31), ("mono", 0x31), ("uni", 0x31), ("second", 0x32), ("two", 0x32), ("di", 0x32),
    ("bi", 0x32), ("to", 0x32), ("third", 0x33), ("three", 0x33), ("tri", 0x33), ("four", 0x34), ("tetra", 0x34),
    ("for", 0x34), ("five", 0x35), ("fifth", 0x35), ("penta", 0x35), ("six", 0x36), ("hexa", 0x36), ("seven", 0x37),
    ("eight", 0x38), ("nine", 0x39),
  ].map { (Array($0.0.utf8), $0.1) }

  /// The digit that the word at an index can stand for, as ASCII, or 0.
  static func digit(_ text: [UInt8], from index: Int, to end: Int) -> UInt8 {
    let first = text[index] | 0x20
    guard isASCIILetter(first) else { return 0 }
    for (prefix, digit) in prefixes where prefix[0] == first && prefix.count <= end - index {
      if prefix.indices.allSatisfy({ text[index + $0] | 0x20 == prefix[$0] }) { return digit }
    }
    return roman(text, from: index, to: end)
  }

  private static func roman(_ text: [UInt8], from index: Int, to end: Int) -> UInt8 {
    var length = 0
    while index + length < end && text[index + length] == 0x49 { length += 1 }
    guard length > 0, length <= 3, index + length == end || !isWordByte(text[index + length]) else { return 0 }
    return 0x30 + UInt8(length)
  }
}

/// Stems that long technical words are put together from, at whose beginning a short form likes to take a letter:
/// the `I` of `RIA` in "radioimmunoassay", the `F` and `E` of `PTFE` in "polytetrafluoroethylene".
enum CombiningForms {
  private static let forms: [[Array<UInt8>]] = {
    let list = """
      acet acid aldehyde amide amine amino ammoni assay azo benz bis bromo butyl calc carboxy cardi chlor cortic cyan
      cycl cyst cyt dehyd derm diene electr encephal enzym ethan ethyl fluor genes genic glob gluc glyc gram graph hexyl
      hist hydr hydroxy immun iodo kinet lact lipid logy meth methyl metr micro morph myel myo naphth nephr neur nitr
      nucle ole opto oxid oxo oxy para path pent pept phag phen pher phenyl phil phob phon phore phor phosph photo
      phthal phyl plasm plast pneum poly prop psych pulmon purin pyrid quin radi sacchar scop sect sensor sil somat
      spectr sphere stat ster sulf sulph system tetr therm thi tom top tox tri trop vascul vir zym
      """
    var table = [[Array<UInt8>]](repeating: [], count: 26)
    for form in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let bytes = Array(form.utf8)
      table[Int(bytes[0] - 0x61)].append(bytes)
    }
    return table
  }()

  /// Whether a stem begins at an index inside a long word.
  static func begins(_ text: [UInt8], at index: Int, in word: Range<Int>) -> Bool {
    let letter = text[index]
    guard isLower(letter), word.count >= 9, index > word.lowerBound + 1, index + 3 <= word.upperBound else {
      return false
    }
    for form in forms[Int(letter - 0x61)] where form.count <= word.upperBound - index {
      if form.indices.allSatisfy({ text[index + $0] == form[$0] }) { return true }
    }
    return false
  }
}
