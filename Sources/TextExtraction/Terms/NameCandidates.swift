import ConceptModel

/// Finds runs of capitalised words that may name people, works and organisations, with the cues around them.
struct NameCandidateFinder {
  private let analyzed: AnalyzedDocument
  private let words: [[Word]]

  init(_ document: WordedDocument) {
    analyzed = document.analyzed
    words = document.words
  }

  /// A run and its cues.
  struct Found {
    var range: Range<Int>
    var cues: NameCues
  }

  /// The runs of one sentence; headings give none, for there capitals say nothing.
  func names(inSentence index: Int) -> [Found] {
    let sentence = analyzed.sentences[index]
    if case .heading = analyzed.document.blocks[sentence.block].kind { return [] }
    let words = self.words[index]
    let capitals = words.filter { $0.isCapitalised && $0.tag != .punct }.count
    let letters = words.filter { $0.tag != .punct }.count
    // A line in title case is a title, not a sentence.
    guard letters > 0, letters < 5 || capitals * 2 <= letters else { return [] }
    var found: [Found] = []
    var start = 0
    while start < words.count {
      guard isNameWord(words[start]) else {
        start += 1
        continue
      }
      // "Court of Auditors" is one name, "Smith of London" two.
      var end = runEnd(words, start, joinsOf: true)
      if !words[start..<end].contains(where: { Self.organisationWords.contains($0.form) }) {
        end = runEnd(words, start, joinsOf: false)
      }
      if let name = name(words, start..<end) { found.append(name) }
      start = end
    }
    return found
  }

  /// The boundary behind the run of name words that starts at an index.
  private func runEnd(_ words: [Word], _ start: Int, joinsOf: Bool) -> Int {
    var end = start + 1
    while end < words.count,
      isNameWord(words[end]) || isInitialDot(words, end) || isConnector(words, end) || joinsOf && isOf(words, end),
      isClose(words[end - 1], words[end])
    {
      end += 1
    }
    while end > start + 1, !isNameWord(words[end - 1]) { end -= 1 }
    return end
  }

  private func name(_ words: [Word], _ range: Range<Int>) -> Found? {
    let slice = words[range]
    // A lone sentence opener may be any word.
    if slice.count == 1, slice.first?.isFirstInSentence == true, slice.first?.tag != .propn { return nil }
    if slice.allSatisfy(\.isAcronym) { return nil }
    var cues: NameCues = slice.count > 1 ? [.compound] : []
    if GivenNames.contains(slice.first?.form ?? "") { cues.insert(.givenName) }
    if slice.contains(where: { Self.organisationWords.contains($0.form) }) { cues.insert(.organisation) }
    let next = range.upperBound < words.count ? words[range.upperBound] : nil
    let afterNext = range.upperBound + 1 < words.count ? words[range.upperBound + 1] : nil
    if let next {
      // "Osmosis explains how roots drink": a noun at the start of a sentence has its capital from there.
      let mayBeNoun = slice.count == 1 && slice.first.map { $0.isFirstInSentence && Self.isNoun($0.form) } ?? false
      if Self.sayingVerbs.contains(next.lemma) || Self.sayingVerbs.contains(next.form),
        !mayBeNoun || !Self.verbsOfThings.contains(next.lemma)
      {
        cues.insert(.speaks)
      }
      if next.form == "'s" || next.form == "’s" || next.form == "’" || next.form == "'" {
        if let afterNext, Self.ownedNouns.contains(LabelKey.singular(afterNext.form)) { cues.insert(.owns) }
      }
      if next.form == "et" || slice.contains(where: { $0.flags.contains(.citation) }) { cues.insert(.cited) }
      if next.form == "(", let afterNext, isYear(afterNext.form) { cues.insert(.cited) }
    }
    if range.lowerBound > 0 {
      let before = words[range.lowerBound - 1].form
      if before == "by" || Self.titles.contains(before) { cues.insert(.byline) }
      if Self.locating.contains(before) { cues.insert(.located) }
    }
    let isProper = slice.allSatisfy { $0.tag == .propn && $0.form.utf8.count > 2 && $0.form.allSatisfy(\.isLetter) }
    if isProper, slice.count > 1 || slice.first?.isFirstInSentence == false { cues.insert(.proper) }
    if slice.count == 1, let form = slice.first?.form, Self.calendar.contains(form) { return nil }
    return Found(
      range: words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound, cues: cues)
  }

  private func isNameWord(_ word: Word) -> Bool {
    guard word.isCapitalised, word.form.utf8.count >= 2, !word.isAcronym else { return false }
    switch word.tag {
    case .propn: return true
    case .noun, .adj, .x: return !word.isFirstInSentence
    default: return false
    }
  }

  private func isInitialDot(_ words: [Word], _ index: Int) -> Bool {
    words[index].form.utf8.count <= 2 && words[index].isCapitalised && words[index].tag == .propn
  }

  /// "van", "de", "al-": small words inside names.
  private func isConnector(_ words: [Word], _ index: Int) -> Bool {
    Self.particles.contains(words[index].form) && index + 1 < words.count && words[index + 1].isCapitalised
  }

  /// "of" and "of the" before a capital.
  private func isOf(_ words: [Word], _ index: Int) -> Bool {
    guard index + 1 < words.count else { return false }
    let next = words[index + 1]
    switch words[index].form {
    case "of":
      return next.isCapitalised || next.form == "the" && index + 2 < words.count && words[index + 2].isCapitalised
    case "the": return next.isCapitalised && words[index - 1].form == "of"
    default: return false
    }
  }

  private static let particles: Set<String> = [
    "van", "von", "der", "den", "de", "da", "di", "du", "la", "le", "bin", "ibn",
  ]

  private func isClose(_ a: Word, _ b: Word) -> Bool {
    b.range.lowerBound - a.range.upperBound <= 1
  }

  private func isYear(_ form: String) -> Bool {
    form.utf8.count == 4 && (form.hasPrefix("19") || form.hasPrefix("20")) && form.allSatisfy(\.isNumber)
  }

  private static let titles: Set<String> = [
    "dr", "dr.", "prof", "prof.", "professor", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "sir",
  ]
  private static let locating: Set<String> = ["in", "at", "from", "near", "across", "throughout"]
  private static let calendar: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "easter", "christmas",
  ]
  private static let sayingVerbs: Set<String> = [
    "say", "argue", "claim", "write", "think", "believe", "suggest", "propose", "note", "define", "describe", "call",
    "coin", "introduce", "point", "observe", "state", "explain", "report", "show", "conclude", "discuss",
    "respond", "reply", "object", "agree", "disagree", "model", "modeling", "recommend", "warn", "stress", "publish",
  ]
  private static func isNoun(_ form: String) -> Bool {
    GeneralEnglish.counts(of: form).noun > 0 || AbstractNouns.contains(form)
  }
  /// Verbs of saying that things stand with as well.
  private static let verbsOfThings: Set<String> = [
    "suggest", "describe", "introduce", "state", "explain", "show", "report", "define", "model", "stress", "point",
    "call",
  ]
  private static let ownedNouns: Set<String> = [
    "post", "paper", "report", "book", "article", "argument", "view", "model", "work", "definition", "essay", "talk",
    "team", "comment", "theory", "claim", "idea", "proposal", "research", "thought", "take", "position", "thesis",
    "analysis", "account", "framework", "terminology", "sense", "list", "blog", "newsletter", "thread",
  ]
  private static let organisationWords: Set<String> = [
    "university", "institute", "lab", "labs", "team", "foundation", "company", "inc", "inc.", "ltd", "corporation",
    "council", "committee", "agency", "court", "commission", "office", "bureau", "board", "parliament", "government",
    "department", "ministry", "association", "society", "centre", "center", "forum",
    "organization", "organisation", "project", "press", "journal", "college", "school", "bank", "union", "group",
  ]
}

/// Common English and international given names, in lower case; general knowledge, not drawn from any corpus.
enum GivenNames {
  private static let names: Set<String> = Set(
    """
    aaron abigail adam adrian ahmed aisha alan albert alejandro alex alexander alexandra alfred ali alice alison allan \
    amanda amy ana anastasia andre andrea andreas andrew angela anita ann anna anne annie anthony antonio arthur barbara \
    ben benjamin bernard beth bill bob brad brandon brian bruce bryan caleb cameron carl carlos carol caroline catherine \
    charles charlotte chloe chris christian christina christine christoph christopher claire clara claudia colin craig \
    dan daniel daniela david dean deborah dennis diana diane dmitri donald dorothy doug douglas dylan ed eduardo edward \
    elena eliezer elisabeth elizabeth ella ellen emily emma eric erik ethan eugene eva evan evelyn felix fernando fiona \
    florian frances francis francisco frank fred frederick gabriel gary geoffrey george gerald giovanni glenn gordon \
    grace graham greg gregory hannah hans harold harry heather heidi helen henry holly howard hugh hugo ian igor ingrid \
    irene isaac isabel ivan jack jacob jake james jan jane janet jason jean jeff jeffrey jennifer jenny jeremy jessica \
    jim joan joanna joe joel johan johann john jon jonas jonathan jordan jorge jose joseph joshua juan judith judy julia \
    julian julie justin karen karl kate katherine kathleen katie keith kelly ken kenneth kevin kim kirsten kristin kurt \
    kyle larry lars laura lauren laurence lawrence lee leo leon leonard lewis lily linda lisa louis louise lucas lucy \
    luis luke lydia madeleine marc marco marcus margaret maria marie marina mario mark marta martha martin mary mathew \
    matthew matthias maurice max megan melanie melissa michael michelle miguel mike mohammed molly monica nancy naomi \
    natalie nathan neil nicholas nick nicole nikita noah nora norman oliver olivia olli oscar owain owen pablo pamela patricia \
    patrick paul paula pauline pedro peter philip philippe phil rachel ralph raymond rebecca ricardo richard rick rita \
    rob robert robin roger roland ron ronald rose roy russell ruth ryan sally sam samantha samuel sandra sara sarah scott \
    sean sebastian sergey shane sharon simon sofia sophia sophie stefan stephanie stephen steve steven stuart susan \
    sven sylvia tanya tara ted teresa terry theodore theresa thomas tim timothy tina todd tom tony tyler ursula valerie \
    vera veronica victor victoria vincent virginia walter wanda wayne wendy will william wolfgang xavier yoshua yuri zoe
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))

  /// Whether the lower-case word is a common given name.
  static func contains(_ form: String) -> Bool { names.contains(form) }
}
