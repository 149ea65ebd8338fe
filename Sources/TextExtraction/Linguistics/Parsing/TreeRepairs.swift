/// Mends arcs that no English sentence has.
///
/// A greedy parser names each arc when it makes it and cannot go back. What comes later can show that an arc was wrong:
/// these repairs change a tree only where it breaks a rule of English word order.
struct TreeRepairs {
  let model: LanguageModel
  private let nsubj: UInt8
  private let compound: UInt8
  private let cop: UInt8
  private let mark: UInt8
  private let conj: UInt8
  private let obj: UInt8
  private let baseVerb: UInt8
  private let thirdPerson: UInt8
  private let presentTense: UInt8
  private let pluralNoun: UInt8
  private let participle: UInt8
  private let passive: UInt8
  private let passiveSubject: UInt8
  private let amod: UInt8
  private let appos: UInt8
  private let subjects: Set<UInt8>
  /// Participles of verbs that leave an object in the passive: "are given points".
  private let twoObjects: Set<Int32>
  /// What stands before a noun and not before a verb.
  private let nounMarks: Set<UInt8>
  private let loose: Set<UInt8>
  private let finite: Set<UInt8>
  private let nominalSubjects: Set<UInt8>

  init(_ model: LanguageModel) {
    self.model = model
    func label(_ name: String) -> UInt8 { UInt8(truncatingIfNeeded: model.labelNames.firstIndex(of: name) ?? 255) }
    nsubj = label("nsubj")
    compound = label("compound")
    cop = label("cop")
    mark = label("mark")
    conj = label("conj")
    obj = label("obj")
    func penn(_ name: String) -> UInt8 { UInt8(truncatingIfNeeded: model.penn.names.firstIndex(of: name) ?? 255) }
    baseVerb = penn("VB")
    thirdPerson = penn("VBZ")
    presentTense = penn("VBP")
    pluralNoun = penn("NNS")
    participle = penn("VBN")
    passive = label("aux:pass")
    passiveSubject = label("nsubj:pass")
    amod = label("amod")
    appos = label("appos")
    subjects = Set(["nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl"].map { label($0) })
    let participles = [
      "given", "offered", "shown", "taught", "granted", "assigned", "awarded", "paid", "asked", "told", "sent",
      "charged",
      "denied", "lent", "allowed", "called", "named", "served", "handed", "promised", "fed", "considered", "forbidden",
    ]
    twoObjects = Set(
      participles.map { word in
        let form = Array(word.utf8).withUnsafeBufferPointer { WordFeatures($0, isFirst: false) }
        return Int32(truncatingIfNeeded: model.row(ofWord: form.word))
      })
    nounMarks = Set(["det", "amod", "nmod:poss", "case", "compound", "nummod"].map { label($0) })
    loose = [label("advmod"), label("dep"), label("parataxis")]
    nominalSubjects = [label("nsubj"), label("nsubj:pass"), label("nsubj:outer")]
    finite = Set(
      model.penn.names.indices.filter { ["VBZ", "VBP", "VBD", "MD"].contains(model.penn.names[$0]) }.map { UInt8($0) })
  }

  /// Mends the tree of a sentence; `tokens` and `words` start at its first token.
  func mend(
    _ tokens: UnsafeMutablePointer<Token>, _ words: UnsafePointer<TaggedWord>, count: Int, root: inout Int
  ) {
    for index in 0..<count {
      if tokens[index].dependency == obj {
        if index > 0, !twoObjects.contains(words[index - 1].word) { turnPassive(tokens, count, index, &root) }
        tagGoverningVerb(tokens, count, of: index)
      }
      let token = tokens[index]
      if token.dependency == cop { turnCopula(tokens, count, index, &root) }
      guard isNoun(token) else { continue }
      if token.dependency == nsubj, index > 1 { joinSubjects(tokens, count, index) }
      if token.dependency == appos { freeApposition(tokens, count, index, root) }
      if token.dependency == compound { freeSubject(tokens, count, index) }
      if index > 0, loose.contains(token.dependency) { joinNouns(tokens, count, index) }
    }
  }

  /// `… that some mixture of A and B will cause C`: a complementiser taken for a clause of its own tears the subject in two.
  ///
  /// A subject right behind "and" or "or", beside a noun phrase that is the subject of a word that can have none, is the
  /// second member of that phrase; the whole phrase is the subject of the verb, and the verb the head of the clause.
  private func joinSubjects(_ tokens: UnsafeMutablePointer<Token>, _ count: Int, _ index: Int) {
    let verb = Int(tokens[index].head)
    guard verb > index, tokens[verb].tag == .verb || tokens[verb].tag == .aux, tokens[index - 1].tag == .cconj,
      isNoun(tokens[index - 2])
    else { return }
    var top = index - 2
    while tokens[top].head >= 0, Int(tokens[top].head) < top, isNoun(tokens[Int(tokens[top].head)]) {
      top = Int(tokens[top].head)
    }
    let torn = Int(tokens[top].head)
    guard nominalSubjects.contains(tokens[top].dependency), torn >= 0, torn < top, tokens[torn].tag == .sconj,
      Int(tokens[verb].head) == Int(tokens[torn].head)
    else { return }
    tokens[verb].dependency = tokens[torn].dependency
    tokens[torn].head = Int32(truncatingIfNeeded: verb)
    tokens[torn].dependency = mark
    tokens[top].head = Int32(truncatingIfNeeded: verb)
    tokens[index].head = Int32(truncatingIfNeeded: index - 2)
    tokens[index].dependency = conj
    tokens[index - 1].head = Int32(truncatingIfNeeded: index)
  }

  /// `Based on this framework, a novel algorithm is presented`: where the main verb has no subject, the noun phrase behind the
  /// comma is it and stands in apposition to nothing.
  private func freeApposition(_ tokens: UnsafeMutablePointer<Token>, _ count: Int, _ noun: Int, _ verb: Int) {
    let head = Int(tokens[noun].head)
    guard head >= 0, head < noun, verb > noun, verb < count, tokens[verb].tag == .verb else { return }
    var isPassive = false
    var isFinite = finite.contains(tokens[verb].penn)
    for index in 0..<count where Int(tokens[index].head) == verb {
      if subjects.contains(tokens[index].dependency) { return }
      if tokens[index].dependency == passive { isPassive = true }
      if index > noun, finite.contains(tokens[index].penn) { isFinite = true }
    }
    // What it was hung to stands in a phrase before the verb.
    var top = head
    while Int(tokens[top].head) >= 0, Int(tokens[top].head) != verb { top = Int(tokens[top].head) }
    guard isFinite, Int(tokens[top].head) == verb, top < noun else { return }
    tokens[noun].head = Int32(truncatingIfNeeded: verb)
    tokens[noun].dependency = isPassive ? passiveSubject : nsubj
  }

  /// `Prions are misfolded proteins`: what is done to a subject leaves no object for the noun right behind the participle,
  /// which is the predicate, and the participle says of what sort.
  private func turnPassive(_ tokens: UnsafeMutablePointer<Token>, _ count: Int, _ noun: Int, _ root: inout Int) {
    let verb = noun - 1
    guard verb > 0, Int(tokens[noun].head) == verb, tokens[noun].penn == pluralNoun, tokens[verb].penn == participle,
      let auxiliary = (0..<verb).last(where: { Int(tokens[$0].head) == verb && tokens[$0].dependency == passive }),
      (0..<auxiliary).contains(where: { Int(tokens[$0].head) == verb && tokens[$0].dependency == passiveSubject })
    else { return }
    tokens[noun].head = tokens[verb].head
    tokens[noun].dependency = tokens[verb].dependency
    if root == verb { root = noun }
    for index in 0..<count where index != noun && Int(tokens[index].head) == verb {
      tokens[index].head = Int32(truncatingIfNeeded: noun)
      if index == auxiliary { tokens[index].dependency = cop }
      if tokens[index].dependency == passiveSubject { tokens[index].dependency = nsubj }
    }
    tokens[verb].head = Int32(truncatingIfNeeded: noun)
    tokens[verb].dependency = amod
  }

  /// `Use signing tools`, `Ana repairs appliances`: only a verb has an object, so what governs one and bears no mark of a
  /// noun was tagged wrongly.
  private func tagGoverningVerb(_ tokens: UnsafeMutablePointer<Token>, _ count: Int, of object: Int) {
    let head = Int(tokens[object].head)
    guard head >= 0, head < object, tokens[head].tag == .noun, isNoun(tokens[object]) else { return }
    let isMarked = (0..<count).contains { Int(tokens[$0].head) == head && nounMarks.contains(tokens[$0].dependency) }
    let isPlural = tokens[head].penn == pluralNoun
    guard !isMarked, (head..<object).allSatisfy({ tokens[$0].tag != .sym && tokens[$0].tag != .x }) else { return }
    // "Snails and slugs cause damage": a subject on one side and an object on the other.
    let hasSubject = (0..<head).contains {
      Int(tokens[$0].head) == head && tokens[$0].dependency == nsubj && isNoun(tokens[$0])
    }
    if hasSubject, !isPlural {
      tokens[head].penn = presentTense
      tokens[head].tag = .verb
      return
    }
    guard opensClause(tokens, head) != isPlural, isPlural || isPhrase(tokens, count, object) else { return }
    tokens[head].penn = isPlural ? thirdPerson : baseVerb
    tokens[head].tag = .verb
  }

  /// Whether a noun is plural or bears a mark of its own: "recall bias" is a compound, "recall the bias" is none.
  private func isPhrase(_ tokens: UnsafeMutablePointer<Token>, _ count: Int, _ noun: Int) -> Bool {
    tokens[noun].penn == pluralNoun
      || (0..<noun).contains { Int(tokens[$0].head) == noun && nounMarks.contains(tokens[$0].dependency) }
  }

  /// Whether nothing but signs and bullets stands before a word, back to a colon, semicolon or the start.
  private func opensClause(_ tokens: UnsafeMutablePointer<Token>, _ index: Int) -> Bool {
    index == 0 || tokens[index - 1].tag == .punct || tokens[index - 1].flags.contains(.layout)
  }

  private func isNoun(_ token: Token) -> Bool { token.tag == .noun || token.tag == .propn }

  /// A noun before a finite verb is no part of a compound with it: `alignment | maps to …`.
  private func freeSubject(_ tokens: UnsafeMutablePointer<Token>, _ count: Int, _ index: Int) {
    let head = Int(tokens[index].head)
    guard head > index, tokens[head].tag == .verb || tokens[head].tag == .aux, finite.contains(tokens[head].penn),
      !hasSubject(tokens, count, head)
    else { return }
    tokens[index].dependency = nsubj
  }

  private func hasSubject(_ tokens: UnsafeMutablePointer<Token>, _ count: Int, _ head: Int) -> Bool {
    (0..<count).contains { Int(tokens[$0].head) == head && nominalSubjects.contains(tokens[$0].dependency) }
  }

  /// Two nouns side by side of which the second hangs loosely beside the first are one phrase, the second its head.
  private func joinNouns(_ tokens: UnsafeMutablePointer<Token>, _ count: Int, _ index: Int) {
    let left = index - 1
    guard isNoun(tokens[left]), tokens[left].flags.contains(.spaceAfter), tokens[left].head == tokens[index].head,
      tokens[left].head >= 0, !loose.contains(tokens[left].dependency)
    else { return }
    tokens[index].dependency = tokens[left].dependency
    for dependant in 0..<left where Int(tokens[dependant].head) == left {
      tokens[dependant].head = Int32(truncatingIfNeeded: index)
    }
    tokens[left].head = Int32(truncatingIfNeeded: index)
    tokens[left].dependency = compound
  }

  /// In a statement the subject stands before the copula and the predicate after it: `A is B` has B as its head.
  private func turnCopula(_ tokens: UnsafeMutablePointer<Token>, _ count: Int, _ copula: Int, _ root: inout Int) {
    let subject = Int(tokens[copula].head)
    guard subject >= 0, subject < copula, isNoun(tokens[subject]) else { return }
    let found = (copula + 1..<max(copula + 1, count)).first { index in
      let head = Int(tokens[index].head)
      return (head == subject || head == copula) && nominalSubjects.contains(tokens[index].dependency)
        && isNoun(tokens[index])
    }
    guard let predicate = found, !hasSubjectBefore(tokens, subject) else { return }
    tokens[predicate].head = tokens[subject].head
    tokens[predicate].dependency = tokens[subject].dependency
    if root == subject { root = predicate }
    tokens[subject].dependency = nsubj
    for index in 0..<count where index != predicate {
      let head = Int(tokens[index].head)
      if head == copula || head == subject && index >= copula {
        tokens[index].head = Int32(truncatingIfNeeded: predicate)
      }
    }
    tokens[subject].head = Int32(truncatingIfNeeded: predicate)
  }

  private func hasSubjectBefore(_ tokens: UnsafeMutablePointer<Token>, _ head: Int) -> Bool {
    (0..<head).contains { Int(tokens[$0].head) == head && nominalSubjects.contains(tokens[$0].dependency) }
  }
}
