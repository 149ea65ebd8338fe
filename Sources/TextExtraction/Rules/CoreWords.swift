/// A set of numbered words.
struct WordSet: Sendable {
  private var members: [Bool] = []

  init() {}

  init(_ words: String, in table: inout WordTable) {
    for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) { insert(table.insert(String(word))) }
  }

  mutating func insert(_ number: Int32) {
    if Int(number) >= members.count {
      members.append(contentsOf: repeatElement(false, count: Int(number) + 1 - members.count))
    }
    members[Int(number)] = true
  }

  func contains(_ number: Int32) -> Bool { number > 0 && Int(number) < members.count && members[Int(number)] }

  /// The members in the order of their numbers.
  var numbers: [Int32] { members.indices.filter { members[$0] }.map { Int32($0) } }
}

/// The closed-class words that the machinery itself needs: coordination, negation, modality, reporting, determiners.
struct CoreWords: Sendable {
  let comma, quote, quotes, hyphen, slash, openBracket, closeBracket, openSquare, closeSquare, semicolon: Int32
  let and, or, nor, but, both, either, neither, of, to, by, with, as_, for_, from, no, not, be, have, do_: Int32
  let if_, whether, that, question, it, this, former, latter, etc, ampersand, according, according_to, if_only: Int32
  let colon, also, however, kind, until, unless, because, than, in_, these, those, they, them, its, such, s, due, a,
    an: Int32

  let negators, hedges, canModals, mayModals, shouldModals, wouldModals, hypotheticalMarks, hypotheticalVerbs: WordSet
  let attemptingVerbs, denyingVerbs, denyingAdjectives, hedgingVerbs, hedgingAdjectives, reportingVerbs,
    reportingNouns: WordSet
  let firstPersons, genericHolders, genericModifiers, raisingVerbs, objectControl, transparentHeads: WordSet
  let quantifiers, evaluative, judging, vagueHeads, clockUnits, relativePronouns, wideDeterminers, eponymHeads: WordSet
  let verbsWithOf, verbsWithFrom, verbsWithTo, verbsWithWith, twoObjectVerbs, connectors, exampleNouns, exemplifying,
    questionWords, intransparentDeterminers, demonstratives, denyingDeterminers, doubters,
    abilityAdjectives, singularAdjectives, onePointers, caseNouns: WordSet

  init(in table: inout WordTable) {
    func word(_ text: String) -> Int32 { table.insert(text) }
    func set(_ words: String) -> WordSet { WordSet(words, in: &table) }
    (comma, quote, quotes, hyphen, slash) = (word(","), word("\""), word("''"), word("-"), word("/"))
    (openBracket, closeBracket, openSquare, closeSquare) = (word("("), word(")"), word("["), word("]"))
    (semicolon, and, or, nor, but) = (word(";"), word("and"), word("or"), word("nor"), word("but"))
    (both, either, neither, of, to, by) =
      (word("both"), word("either"), word("neither"), word("of"), word("to"), word("by"))
    (with, as_, for_, from, no, not) = (word("with"), word("as"), word("for"), word("from"), word("no"), word("not"))
    (be, have, do_, if_, whether) = (word("be"), word("have"), word("do"), word("if"), word("whether"))
    (that, question, it, this) = (word("that"), word("?"), word("it"), word("this"))
    (former, latter, etc, ampersand) = (word("former"), word("latter"), word("etc"), word("&"))
    (according, according_to, if_only, colon) = (word("according"), word("to"), word("only"), word(":"))
    (also, however, kind, until, unless) =
      (word("also"), word("however"), word("kind"), word("until"), word("unless"))
    (because, than, in_, these, those) =
      (word("because"), word("than"), word("in"), word("these"), word("those"))
    (they, them, its, such, s, due) =
      (word("they"), word("them"), word("its"), word("such"), word("'s"), word("due"))

    (a, an) = (word("a"), word("an"))

    negators = set("not n't never hardly scarcely nowhere neither nor barely")
    hedges = set(
      """
      perhaps maybe possibly probably presumably apparently seemingly arguably likely potentially allegedly supposedly
      roughly plausibly conceivably reportedly
      """)
    canModals = set("can could ca")
    mayModals = set("may might")
    shouldModals = set("should must ought shall")
    wouldModals = set("would 'd")
    hypotheticalMarks = set("if unless whether lest")
    hypotheticalVerbs = set("suppose imagine assume wish hope pretend ensure check verify consider decide")
    attemptingVerbs = set("seek try attempt strive want intend aspire")
    denyingVerbs = set("deny doubt refute reject disprove fail refuse cease stop avoid dispute")
    denyingAdjectives = set("false incorrect wrong untrue doubtful unlikely impossible mistaken")
    hedgingVerbs = set("seem appear tend suspect guess suggest speculate hypothesize hypothesise believe think feel")
    hedgingAdjectives = set("likely possible plausible probable conceivable")
    reportingVerbs = set(
      """
      argue claim say state believe think suggest propose maintain hold assert report note write observe contend suspect
      show find conclude hypothesize hypothesise predict warn insist suppose explain speculate acknowledge admit
      emphasize emphasise demonstrate feel expect assume deny doubt
      """)
    reportingNouns = set(
      "claim argument view belief hypothesis idea assumption thesis theory opinion suggestion conjecture")
    firstPersons = set("i we me us")
    genericHolders = set(
      "people person many most some others critic critics everyone researcher author expert one they")
    genericModifiers = set("some many most other several few certain people")
    raisingVerbs = set("seem appear tend happen continue begin start prove turn remain need")
    objectControl = set(
      """
      cause enable allow help force make let lead encourage train teach get require permit prompt push drive induce ask
      tell instruct expect want motivate incentivize incentivise
      """)
    transparentHeads = set(
      """
      kind type form sort variety combination mixture number set range pair lot class collection list majority handful
      series couple array multitude plethora abundance variant group concept notion phenomenon definition meaning
      """)
    quantifiers = set(
      """
      several many few much more most some any all both each every various numerous other another certain same such own
      additional further multiple enough less least two three four five six seven eight nine ten first second third next
      last single double whole entire overall particular specific following above-mentioned aforementioned said
      respective remaining different
      """)
    evaluative = set(
      """
      important novel new good great better best interesting key main major minor significant crucial critical essential
      useful powerful promising popular common typical possible recent current existing proposed present previous
      famous well-known big huge large small real actual likely potential serious bad worse worst poor obvious clear
      nice only mere true so-called simple traditional primary principal central fundamental chief leading severe
      frequent classic effective efficient very such perfect prime notable prominent
      """)
    // What judges besides, but may be part of a name: "hard problem", "common cold".
    judging = set(
      """
      valuable useless trivial complex complicated easy hard difficult tough challenging appropriate suitable common
      necessary sensible reasonable viable feasible practical costly expensive cheap nontrivial non-trivial successful
      reliable robust attractive natural convenient
      """)
    vagueHeads = set(
      """
      thing something anything everything nothing one ones way lot bit part kind sort case example fact time people
      person someone anyone everyone nobody somebody other others none all some many most few both each either neither
      more less much any who whom whoever what which whatever that this these those it they them he she him her we us i
      you me itself themselves himself herself there here reason result same rest stuff guy man woman today tomorrow
      yesterday year month week day hour minute second decade century weekend former latter following above below section figure table chapter
      equation etc
      """)
    clockUnits = set("am pm a.m. p.m. o'clock")
    relativePronouns = set("which that who whom whose where")
    wideDeterminers = set("a an the this that these those its their our such some any each his her my your every no")
    eponymHeads = set(
      """
      law paradox razor theorem dilemma principle hypothesis syndrome disease wager conjecture lemma equation curse
      inequality constant number
      """)
    questionWords = set("what which who whom whose how why where when whether")
    intransparentDeterminers = set("no")
    verbsWithOf = set("consists consist")
    verbsWithFrom = set("stems stem differs arises results suffers")
    verbsWithTo = set("leads lead contributes corresponds amounts belongs refers")
    verbsWithWith = set("contrasts correlates overlaps deals conflicts")
    twoObjectVerbs = set("call name term give offer send show teach grant assign award dub label consider deem")
    connectors = set(
      """
      aka a.k.a. a.k.a i.e. i.e ie e.g. e.g eg eg. vs vs. v. versus etc etc. = ≠ =≠= ≡ ≈ → ⇒ ➔ ⟶ ← ↔ -> => --> ⊑ ⊒ ⊂ ⊃ ⊆ ⊇
      != =/= ≬ < > /=
      """)
    exampleNouns = set("example instance")
    exemplifying = set("like including such than as")
    demonstratives = set("this that these those such")
    denyingDeterminers = set("no neither")
    doubters = set("not without rather instead")
    abilityAdjectives = set("able capable likely unlikely possible unable")
    singularAdjectives = set("first last only alone sole")
    onePointers = set("this that our the following")
    caseNouns = set(
      "case example instance problem situation exercise figure graph scenario experiment illustration study")
  }
}
