/// A closed list of short ASCII words, looked up in lower case.
struct WordList: Sendable {
  private let words: Set<UInt64>
  /// The longest word that a list can hold, so that a word is one integer.
  static let longest = 8

  init(_ text: String) {
    words = Set(text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { WordList.key(Array($0.utf8)) })
  }

  private static func key(_ word: [UInt8]) -> UInt64 {
    word.reduce(0) { $0 << 8 | UInt64($1) }
  }

  @inline(__always)
  func contains(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end > start, end - start <= WordList.longest else { return false }
    return words.contains(WordList.key(text, start, end))
  }

  /// The lower-cased bytes as one integer; words longer than eight bytes have none.
  @inline(__always)
  static func key(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var key: UInt64 = 0
    for index in start..<end { key = key << 8 | UInt64(lowered(text[index])) }
    return key
  }
}

/// The closed lists of the tokenizer and the sentence splitter.
struct TokenizerLists: Sendable {
  static let standard = TokenizerLists()

  /// Words that keep their full stop.
  let abbreviations = WordList(
    """
    e.g i.e e.g. etc cf al viz ca approx fig figs eq eqs eqn sec sect ch chap vol vols no nos pp ed eds vs v mr mrs ms
    dr prof rev hon st jr sr gen col capt lt sgt maj gov sen rep pres inc ltd co corp llc bros dept univ assn ave blvd
    rd mt ft jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun ph.d m.sc b.sc a.m p.m u.s
    u.k u.n e.u resp def thm prop lem cor app ref refs ibid op cit est min max incl excl esp misc tel ext trans repr
    """)
  /// Abbreviations that stand before a name or number and so never end a sentence.
  let titles = WordList(
    """
    e.g i.e cf viz ca approx fig figs eq eqs eqn sec sect ch chap vol vols nos pp vs v mr mrs ms dr prof rev hon st
    gen col capt lt sgt maj gov sen rep pres def thm prop lem mt resp
    """)
  /// Prefixes that stay with their word across a hyphen.
  let prefixes = WordList(
    """
    co non pre post re anti semi multi ex over un sub e pro psycho socio bi tri de mid intra inter ultra pseudo quasi
    neo mis vice micro macro extra cross pan mini
    """)
  /// Contractions written without their apostrophe, where the last two letters are the negation.
  let bareNegations = WordList("dont isnt doesnt didnt wasnt werent arent havent hasnt hadnt wouldnt couldnt cant wont")
  /// Units that are split off the number they are glued to.
  let units = WordList("am pm a.m p.m a.m. p.m. km kg cm mm mg ml hz khz mhz ghz kb mb gb tb mph kwh nm kw mw ms m")
  /// What follows the last stop of a file name or a host.
  let extensions = WordList(
    """
    doc docx xls pdf txt html htm xml com org net edu gov ppt zip gz jpg gif png exe csv json py md js sh swift conllu
    """)
  /// Words of three to six letters of which the last two are a word of their own.
  let fused = WordList("gonna wanna gotta lemme gimme")
  /// Words that begin sentences often enough to end one after an abbreviation.
  let starters = WordList(
    """
    the a an this these that those he she it we you they i his her its our their my your there here in on at as if
    when while after before since because although though however but and so then thus hence also for from with
    what who which why how where one some many most all each every both another other no not
    """)
}
