import Testing

@testable import TextExtraction

@Suite("Frames over trees") struct RuleFrameTests {
  @Test func activeVerb() {
    let found = RuleTree.relations(
      """
      Stress stress NOUN NN 2 nsubj
      causes cause VERB VBZ 0 root
      insomnia insomnia NOUN NN 2 obj
      _. . PUNCT . 2 punct
      """)
    #expect(found == ["Stress causes insomnia"])
  }

  @Test func passiveWithAgent() {
    let found = RuleTree.relations(
      """
      Chronic chronic ADJ JJ 2 amod
      insomnia insomnia NOUN NN 4 nsubj:pass
      is be AUX VBZ 4 aux:pass
      caused cause VERB VBN 0 root
      by by ADP IN 6 case
      stress stress NOUN NN 4 obl:agent
      """)
    #expect(found == ["stress causes Chronic insomnia"])
  }

  @Test func relativeClause() {
    let found = RuleTree.relations(
      """
      Parasites parasite NOUN NNS 7 nsubj
      which which PRON WDT 3 nsubj
      cause cause VERB VBP 1 acl:relcl
      malaria malaria NOUN NN 3 obj
      are be AUX VBP 7 cop
      very very ADV RB 7 advmod
      small small ADJ JJ 0 root
      """)
    #expect(found == ["Parasites causes malaria"])
  }

  @Test func reducedRelative() {
    let found = RuleTree.relations(
      """
      Damage damage NOUN NN 6 nsubj
      caused cause VERB VBN 1 acl
      by by ADP IN 4 case
      storms storm NOUN NNS 2 obl:agent
      was be AUX VBD 6 cop
      small small ADJ JJ 0 root
      """)
    #expect(Set(found) == ["storms causes Damage"])
  }

  @Test func raisingAndControl() {
    let found = RuleTree.relations(
      """
      Stress stress NOUN NN 2 nsubj
      tends tend VERB VBZ 0 root
      to to PART TO 4 mark
      cause cause VERB VB 2 xcomp
      insomnia insomnia NOUN NN 4 obj
      """)
    #expect(found == ["Stress causes insomnia [hedged]"])
  }

  @Test func coordinatedArgumentsDistribute() {
    let found = RuleTree.relations(
      """
      Some some DET DT 2 det
      combination combination NOUN NN 7 nsubj
      of of ADP IN 4 case
      drought drought NOUN NN 2 nmod
      and and CCONJ CC 6 cc
      war war NOUN NN 4 conj
      leads lead VERB VBZ 0 root
      to to ADP IN 9 case
      famine famine NOUN NN 7 obl
      """)
    #expect(found == ["drought leads-to famine", "war leads-to famine"])
  }

  @Test func slashedTermsAreTwo() {
    let found = RuleTree.relations(
      """
      SG sg PROPN NNP 4 nsubj
      _/ / SYM , 3 cc
      _GMG gmg PROPN NNP 1 conj
      requires require VERB VBZ 0 root
      optimization optimization NOUN NN 4 obj
      """)
    #expect(Set(found) == ["SG requires optimization", "GMG requires optimization"])
  }

  @Test func usedToDo() {
    let found = RuleTree.relations(
      """
      Thermometers thermometer NOUN NNS 4 nsubj:pass
      can can AUX MD 4 aux
      be be AUX VB 4 aux:pass
      used use VERB VBN 0 root
      to to PART TO 6 mark
      measure measure VERB VB 4 xcomp
      temperature temperature NOUN NN 6 obj
      """)
    #expect(found == ["Thermometers used-for temperature [can]"])
  }

  @Test func copulaNeedsAnIndefiniteKind() {
    let kind = RuleTree.relations(
      """
      A a DET DT 2 det
      whale whale NOUN NN 5 nsubj
      is be AUX VBZ 5 cop
      a a DET DT 5 det
      mammal mammal NOUN NN 0 root
      """)
    #expect(kind == ["whale is-a mammal"])
    let place = RuleTree.relations(
      """
      The the DET DT 2 det
      whale whale NOUN NN 6 nsubj
      is be AUX VBZ 6 cop
      in in ADP IN 6 case
      a a DET DT 6 det
      bay bay NOUN NN 0 root
      """)
    #expect(place.isEmpty)
  }

  @Test func kindOfIsTransparent() {
    let found = RuleTree.relations(
      """
      Scheming scheming NOUN NN 4 nsubj
      is be AUX VBZ 4 cop
      a a DET DT 4 det
      kind kind NOUN NN 0 root
      of of ADP IN 6 case
      deception deception NOUN NN 4 nmod
      """)
    #expect(found == ["Scheming is-a deception"])
  }

  @Test func differenceAndDeniedIdentity() {
    let different = RuleTree.relations(
      """
      Weight weight NOUN NN 3 nsubj
      is be AUX VBZ 3 cop
      different different ADJ JJ 0 root
      from from ADP IN 5 case
      mass mass NOUN NN 3 obl
      """)
    #expect(different == ["Weight different-from mass"])
    let notIdentical = RuleTree.relations(
      """
      Weight weight NOUN NN 4 nsubj
      is be AUX VBZ 4 cop
      not not PART RB 4 advmod
      identical identical ADJ JJ 0 root
      to to ADP IN 6 case
      mass mass NOUN NN 4 obl
      """)
    #expect(notIdentical == ["Weight different-from mass"])
  }

  @Test func pronounsAreRefusedWithoutAntecedent() {
    let found = RuleTree.relations(
      """
      It it PRON PRP 2 nsubj
      causes cause VERB VBZ 0 root
      insomnia insomnia NOUN NN 2 obj
      """)
    #expect(found.isEmpty)
  }

  @Test func pronounTakesTheOnlyCandidate() {
    let found = RuleTree.relations(
      """
      Stress stress NOUN NN 2 nsubj
      rose rise VERB VBD 0 root
      _. . PUNCT . 2 punct

      This this PRON DT 2 nsubj
      causes cause VERB VBZ 0 root
      insomnia insomnia NOUN NN 2 obj
      """)
    #expect(found == ["Stress causes insomnia"])
  }
}
