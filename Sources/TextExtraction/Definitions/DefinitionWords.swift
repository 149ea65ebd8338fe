/// The closed lists that the definition rules are made of.
struct DefinitionWords: Sendable {
  static let standard = DefinitionWords()

  let table: WordTable
  let core: CoreWords

  let the, a, an, one, any, what, which, where_, when, let_, be, we, mean, means, term, ie, that, is_, used, use: Int32
  let defined, by, as_, to, of, for_, in_, like, not, or, and, process, kind, dash, longDash, question, there: Int32
  let doubleDash, only, such, who, known, it, you, whereby, period, colonWord, call, both, than, whose, within, usually,
    referred: Int32

  /// Finite forms of "be" that a definition can have.
  let copulas: WordSet
  let pastCopulas: WordSet
  /// Adverbs that stand between the copula and what it says.
  let softeners: WordSet
  /// Verbs that give a meaning: `refers to`, `means`, `denotes`.
  let meaningVerbs: WordSet
  /// Verbs that say what something is made of or comes to.
  let constitutionVerbs: WordSet
  let refer, consist, occur, happen, describe, represent, involve, define: Int32
  /// Participles of understanding: "is understood as".
  let conceivingParticiples: WordSet
  /// Verbs that state a necessary condition.
  let demandVerbs: WordSet
  /// Participles that give a name: `called`, `known as`.
  let namingParticiples: WordSet
  let namingAdverbs: WordSet
  /// Nouns that stand for a word: "the term X".
  let wordNouns: WordSet
  /// "the name *given* to".
  let namingUses: WordSet
  /// Nouns looked through before "of": "a kind of Y".
  let transparentNouns: WordSet
  /// Determiners that point back or count, so that what follows is no term.
  let pointingDeterminers: WordSet
  /// Nouns that do not name a notion by themselves.
  let emptyNouns: WordSet
  /// Nouns that name no notion even with a modifier: "the basic idea".
  let discourseHeads: WordSet
  /// Nouns that say what role something has in the discourse and not what it is.
  let discourseNouns: WordSet
  /// Adjectives that judge.
  let judgements: WordSet
  /// Adjectives that judge, but that a definition may hold when more follows.
  let mildJudgements: WordSet
  /// Ordinals and superlatives before a noun that is picked out and not defined.
  let selectors: WordSet
  /// What a person is said to be.
  let roles: WordSet
  /// Genus nouns that by themselves announce a definition even with "the".
  let definingNouns: WordSet
  /// Words at the head of a block that label it: "Note:".
  let labels: WordSet
  /// Between two things that are set against each other.
  let versus: WordSet
  let subordinators: WordSet
  let conditionals: WordSet
  let relatives: WordSet
  let stageNouns: WordSet
  let principleNouns: WordSet
  let principleVerbs: WordSet

  private init() {
    var table = WordTable()
    core = CoreWords(in: &table)
    func word(_ text: String) -> Int32 { table.insert(text) }
    func set(_ words: String) -> WordSet { WordSet(words, in: &table) }
    (the, a, an, one, any, what) = (word("the"), word("a"), word("an"), word("one"), word("any"), word("what"))
    (which, where_, when, let_, be, we) =
      (word("which"), word("where"), word("when"), word("let"), word("be"), word("we"))
    (mean, means, term, ie, that, is_) =
      (word("mean"), word("means"), word("term"), word("i.e."), word("that"), word("is"))
    (used, use, defined, by, as_, to) = (word("used"), word("use"), word("defined"), word("by"), word("as"), word("to"))
    (of, for_, in_, like, not, or) = (word("of"), word("for"), word("in"), word("like"), word("not"), word("or"))
    (and, process, kind, dash, longDash) = (word("and"), word("process"), word("kind"), word("-"), word("—"))
    (question, there, doubleDash, only, such) = (word("?"), word("there"), word("--"), word("only"), word("such"))
    (who, known, it, you, whereby, period) =
      (word("who"), word("known"), word("it"), word("you"), word("whereby"), word("."))
    (colonWord, call, both, than, whose, within) =
      (word(":"), word("call"), word("both"), word("than"), word("whose"), word("within"))

    (usually, referred) = (word("usually"), word("referred"))
    (refer, consist, occur, happen) = (word("refer"), word("consist"), word("occur"), word("happen"))
    (describe, represent, involve, define) = (word("describe"), word("represent"), word("involve"), word("define"))
    conceivingParticiples = set("understood conceived regarded viewed thought construed considered")

    copulas = set("is are was were")
    pastCopulas = set("was were")
    softeners = set(
      """
      basically just simply essentially generally usually typically commonly merely actually really often normally
      therefore thus hence formally informally roughly technically primarily mainly literally fundamentally in-effect
      traditionally originally mostly sometimes then also now still
      """)
    meaningVerbs = set("refer mean denote signify designate connote")
    constitutionVerbs = set("consist comprise involve describe occur happen represent contain include")
    demandVerbs = set("demand require presuppose necessitate")
    namingParticiples = set("called termed named dubbed labeled labelled known referred designated denoted")
    namingAdverbs = set(
      "also sometimes often commonly now usually generally frequently popularly traditionally formerly more")
    wordNouns = set("term word phrase expression name notion concept idea acronym label abbreviation")
    namingUses = set("given applied used")
    transparentNouns = set(
      """
      kind type form sort variety class category subtype subclass subset variant species style brand instance any one
      some
      """)
    pointingDeterminers = set(
      """
      this that these those another each every some many most several all both few no such other its their our his her
      my your neither either various much same certain certain's which what whose
      """)
    emptyNouns = set(
      """
      thing way one ones lot bit something anything everything nothing people person someone anyone everyone it he she
      they we i you this that these those there what who other others rest former latter most many some all none both
      each year day time month week century link part side number reason fact case result problem question answer point
      issue goal aim purpose objective difference advantage disadvantage benefit idea example way key conclusion
      alternative solution challenge purpose choice trick upshot hope consequence motivation intuition focus task
      today tomorrow yesterday figure table section chapter paper article book work study author authors approach
      results contribution contributions evaluation experiment experiments
      """)
    discourseHeads = set(
      """
      thing way one lot reason fact result problem question answer point issue goal aim purpose objective difference
      advantage disadvantage benefit idea example conclusion solution challenge upshot hope consequence motivation
      intuition paper article work study author section table figure contribution experiment result today rest
      """)
    discourseNouns = set(
      """
      problem reason example matter result consequence case issue challenge fan lot fact question shame idea point cause
      factor concern one way success failure step difference advantage disadvantage goal purpose priority pity mess
      mistake joke improvement limitation exception possibility topic candidate solution answer contributor source
      choice instance must prerequisite requirement reminder sign member part friend component neighbour neighbor ally rival
      relative product result resident native
      """)
    judgements = set(
      """
      good bad great better best worse worst interesting nice terrible wonderful poor obvious wrong right crucial perfect
      excellent favourite favorite ideal huge fair real true false viable important key main critical vital
      """)
    mildJudgements = set(
      """
      major serious significant useful promising popular powerful common essential central possible likely notable famous
      similar leading simple difficult hard easy prime primary typical minor big
      """)
    selectors = set(
      """
      main most least best worst largest smallest biggest highest lowest
      earliest latest previous following other same only primary principal simplest greatest oldest current above
      proposed present key remaining major resulting
      """)
    roles = set(
      """
      professor researcher director founder president scientist author writer actor actress player politician
      philosopher economist singer engineer student teacher fellow member mathematician physicist physician lawyer
      journalist poet painter composer king queen emperor footballer cricketer musician novelist historian chemist
      biologist psychologist leader ceo chairman minister senator governor bishop saint general soldier man woman
      """)
    versus = set("vs vs. v. versus")
    definingNouns = set(
      """
      process study act action practice science art ability capacity property quality state condition set collection
      ratio measure amount rate degree branch field theory principle belief view doctrine system method technique
      procedure use application task name term word power right tendency extent distance force energy area region place
      period time point sum product difference total number study movement change transfer production creation removal
      loss increase decrease formation division conversion presence absence lack existence idea notion concept claim
      thesis hypothesis assumption statement organism part unit layer group class total result position direction
      quantity value interval phenomenon situation event behaviour behavior activity approach problem
      """)
    labels = set(
      """
      note example reference opinion question answer edit update post paper todo proof abstract summary remark remarks source
      sources references keywords motte bailey result results conclusion introduction warning tip hint caution figure
      table step steps aside disclaimer claim conclusions methods background objective design setting purpose first
      second third finally however here tl;dr tldr context motivation related author authors date url link see also
      p.s. ps nb acknowledgements contents credits pros cons advantages disadvantages problem solution
      """)
    subordinators = set("that because since while although though as so whereas whether if when unless until")
    conditionals = set("if whether unless suppose supposing imagine when")
    relatives = set("that which who whom whose where whereby wherein")
    stageNouns = set("section paper figure table chapter article example equation author we page document report")
    principleNouns = set(
      """
      theory principle law hypothesis theorem doctrine rule conjecture thesis view claim postulate axiom amendment act
      clause treaty paradox effect fallacy model
      """)
    principleVerbs = set("state hold assert claim say posit postulate propose maintain argue suggest declare")
    self.table = table
  }
}
