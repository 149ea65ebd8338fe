import ConceptModel
import Testing

@testable import TextExtraction

/// A sentence's words by relation: `nsubj(kind,scheming)` for every word, in lower case.
func arcs(_ text: String) -> Set<String> {
  let analyzed = LinguisticAnalyzer().analyze(paragraph(text))
  var result: Set<String> = []
  for sentence in analyzed.sentences {
    for index in sentence.tokens {
      let token = analyzed.tokens[index]
      let form = String(decoding: analyzed.document.text[token.range], as: UTF8.self).lowercased()
      let head =
        token.head < 0
        ? "root"
        : String(
          decoding: analyzed.document.text[analyzed.tokens[sentence.tokens.lowerBound + Int(token.head)].range],
          as: UTF8.self
        ).lowercased()
      let relation = analyzed.relationNames[Int(token.dependency)].prefix { $0 != ":" }
      result.insert("\(relation)(\(head),\(form))")
    }
  }
  return result
}

@Suite struct LinguisticsParserTests {
  /// Sentences of several fields with the arcs that a relation is read from, checked by hand.
  static let checked: [(String, [String])] = [
    ("Scheming is a kind of deceptive alignment.", ["nsubj(kind,scheming)", "nmod(kind,alignment)"]),
    ("Goal misgeneralization (GMG) leads to a collapse.", ["nsubj(leads,misgeneralization)", "obl(leads,collapse)"]),
    ("\"Everyone is responsible for themselves\" is a bad norm.", ["nsubj(norm,responsible)", "cop(norm,is)"]),
    ("An axiom is a proposition that is taken to be true.", ["nsubj(proposition,axiom)", "acl(proposition,taken)"]),
    ("The mitochondrion (plural: mitochondria) produces energy.", ["nsubj(produces,mitochondrion)"]),
    ("Reward hacking is different from wireheading.", ["nsubj(different,hacking)", "obl(different,wireheading)"]),
    ("Inflation is caused by too much money.", ["nsubj(caused,inflation)", "obl(caused,money)"]),
    ("A contract, i.e. a binding agreement, requires offer and acceptance.", ["obj(requires,offer)"]),
    ("Photosynthesis converts light into sugar.", ["nsubj(converts,photosynthesis)", "obj(converts,light)"]),
    ("Natural selection is often confused with evolution.", ["obl(confused,evolution)"]),
    ("The claim that \"intelligence implies benevolence\" is false.", ["nsubj(false,claim)", "acl(claim,implies)"]),
    ("Deceptive alignment requires situational awareness.", ["obj(requires,awareness)"]),
    ("The treaty prevented a war between two empires.", ["obj(prevented,war)", "nmod(war,empires)"]),
    ("Outer alignment maps to specification gaming.", ["nsubj(maps,alignment)", "obl(maps,gaming)"]),
    ("A p-value is not the probability of the hypothesis.", ["nsubj(probability,value)", "advmod(probability,not)"]),
    ("Q-learning is an algorithm for control.", ["nsubj(algorithm,learning)", "nmod(algorithm,control)"]),
    ("The heart consists of four chambers.", ["obl(consists,chambers)"]),
    ("Plate tectonics explains earthquakes.", ["obj(explains,earthquakes)"]),
    ("Habituation contrasts with sensitization.", ["obl(contrasts,sensitization)"]),
    ("Overfitting (also called overtraining) undermines generalization.", ["obj(undermines,generalization)"]),
    ("Corrigibility is a property of agents.", ["nsubj(property,corrigibility)", "nmod(property,agents)"]),
    ("The enzyme catalyses the reaction, which releases heat.", ["acl(reaction,releases)"]),
    ("Voters elect a president, who appoints the judges.", ["obj(elect,president)", "obj(appoints,judges)"]),
    ("Neither rain nor snow stopped the mail.", ["obj(stopped,mail)"]),
  ]

  @Test func findsTheArcsOfRelations() {
    var wanted = 0
    var missing: [String] = []
    for (text, expected) in Self.checked {
      let found = arcs(text)
      wanted += expected.count
      missing += expected.filter { !found.contains($0) }.map { "\(text) \($0)" }
    }
    #expect(missing.count * 10 <= wanted, "\(missing)")
  }

  @Test func everySentenceIsATree() {
    let text =
      "The model (which, [3] says, is large) “wants what it wants”; so do we.[4] \"A b c is d.\" (One.) (Two) (three). ((x))"
    let analyzed = LinguisticAnalyzer().analyze(paragraph(text))
    for sentence in analyzed.sentences {
      #expect(sentence.isParsed)
      let heads = analyzed.tokens[sentence.tokens].map { Int($0.head) }
      #expect(heads.filter { $0 < 0 }.count == 1, "\(heads)")
      for start in heads.indices {
        var word = start
        var steps = 0
        while heads[word] >= 0 && steps <= heads.count {
          word = heads[word]
          steps += 1
        }
        #expect(steps <= heads.count, "a circle from \(start): \(heads)")
      }
    }
  }

  @Test func clausesInQuotationMarksAreNouns() {
    let found = arcs("\"The end always justifies the means\" is a dangerous principle.")
    #expect(found.contains("nsubj(principle,justifies)"))
    #expect(found.contains("obj(justifies,means)"))
    #expect(found.contains("root(root,principle)"))
  }

  @Test func marksWhatIsQuotedAndBracketed() {
    let analyzed = LinguisticAnalyzer().analyze(paragraph("He (Bob) said \"no\" twice."))
    let quoted = analyzed.tokens.filter { $0.flags.contains(.quoted) }.map(\.range)
    let bracketed = analyzed.tokens.filter { $0.flags.contains(.bracketed) }.map(\.range)
    #expect(quoted == [15..<17])
    #expect(bracketed == [4..<7])
  }

  @Test func footnoteMarksHangAsPunctuation() {
    let analyzed = LinguisticAnalyzer().analyze(paragraph("Agents plan ahead.[12] They act."))
    let layout = analyzed.tokens.filter { $0.flags.contains(.layout) }
    #expect(layout.count == 3)
    #expect(layout.allSatisfy { analyzed.relationNames[Int($0.dependency)] == "punct" })
    #expect(analyzed.sentences.count == 2)
  }

  @Test func latinAbbreviationsAreAdverbs() {
    let analyzed = LinguisticAnalyzer().analyze(paragraph("Some pets, e.g. cats, i.e. felines, sleep."))
    let tags = analyzed.tokens.filter { $0.range.count == 4 && $0.range != 27..<32 }.map(\.tag)
    #expect(tags.filter { $0 == .adv }.count == 2)
  }

  @Test func signsAndArrowsAreSymbols() {
    for sign in ["≠", "=≠=", "→", "⇒", "⊂", "≈", "×", "±"] {
      let analyzed = LinguisticAnalyzer().analyze(paragraph("Weight \(sign) mass, and heat \(sign) light here."))
      let tags = analyzed.tokens.filter { analyzed.document.text[$0.range].elementsEqual(sign.utf8) }.map(\.tag)
      #expect(tags == [.sym, .sym], "\(sign)")
    }
    let others = LinguisticAnalyzer().analyze(paragraph("A well-known rule - keep it simple -- holds; naïve 漢字 too."))
    #expect(!others.tokens.contains { $0.tag == .sym })
  }

  @Test(arguments: [
    ("models", "Models"), ("be", "was"), ("child", "children"), ("learn", "learned"), ("go", "went"),
  ])
  func findsLemmas(_ lemma: String, _ form: String) {
    let text = form == "Models" ? "Models fail." : form == "children" ? "The children slept." : "It \(form) there."
    let analyzed = LinguisticAnalyzer().analyze(paragraph(text))
    let lemmas = analyzed.tokens.map { analyzed.lemmas[Int($0.lemma)] }
    #expect(lemmas.contains(lemma == "models" ? "model" : lemma), "\(lemmas)")
  }

  @Test func evensOutTagsOfATermOverADocument() throws {
    let uses = [
      "The reward shaping works well.", "We study reward shaping in games.", "Good reward shaping helps.",
      "Reward shaping is hard.",
    ]
    let analyzed = LinguisticAnalyzer().analyze(paragraph(uses.joined(separator: " ")))
    let tags = analyzed.tokens.filter { analyzed.document.text[$0.range].elementsEqual("shaping".utf8) }.map(\.tag)
    #expect(tags.count == 4)
    #expect(Set(tags).count == 1)
  }

  @Test func sureArcsAreRightMoreOften() {
    let analyzed = LinguisticAnalyzer().analyze(paragraph("The old dog slept near the warm fire in the hall."))
    let determiners = analyzed.tokens.filter { $0.tag == .det }
    let prepositional = analyzed.tokens.filter { analyzed.relationNames[Int($0.dependency)] == "nmod" }
    #expect(determiners.allSatisfy { $0.arcConfidence > 240 })
    #expect(prepositional.allSatisfy { $0.arcConfidence < 255 })
  }
}
