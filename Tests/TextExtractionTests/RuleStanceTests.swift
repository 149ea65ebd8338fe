import Testing

@testable import TextExtraction

@Suite("Polarity, modality and attribution") struct RuleStanceTests {
  @Test func negation() {
    let found = RuleTree.relations(
      """
      Stress stress NOUN NN 4 nsubj
      does do AUX VBZ 4 aux
      not not PART RB 4 advmod
      cause cause VERB VB 0 root
      insomnia insomnia NOUN NN 4 obj
      """)
    #expect(found == ["Stress causes insomnia [denied]"])
  }

  @Test func negativeDeterminer() {
    let found = RuleTree.relations(
      """
      No no DET DT 2 det
      drug drug NOUN NN 3 nsubj
      causes cause VERB VBZ 0 root
      insomnia insomnia NOUN NN 3 obj
      """)
    #expect(found == ["drug causes insomnia [denied]"])
  }

  @Test func notButTurnsRound() {
    let found = RuleTree.relations(
      """
      A a DET DT 2 det
      whale whale NOUN NN 6 nsubj
      is be AUX VBZ 6 cop
      not not PART RB 6 advmod
      a a DET DT 6 det
      fish fish NOUN NN 0 root
      but but CCONJ CC 9 cc
      a a DET DT 9 det
      mammal mammal NOUN NN 6 conj
      """)
    #expect(found == ["whale is-a fish [denied]", "whale is-a mammal"])
  }

  @Test func question() {
    let found = RuleTree.relations(
      """
      Does do AUX VBZ 3 aux
      stress stress NOUN NN 3 nsubj
      cause cause VERB VB 0 root
      insomnia insomnia NOUN NN 3 obj
      _? ? PUNCT . 3 punct
      """)
    #expect(found == ["stress causes insomnia [questioned]"])
  }

  @Test func condition() {
    let found = RuleTree.relations(
      """
      If if SCONJ IN 3 mark
      stress stress NOUN NN 3 nsubj
      causes cause VERB VBZ 6 advcl
      insomnia insomnia NOUN NN 3 obj
      we we PRON PRP 6 nsubj
      rest rest VERB VBP 0 root
      """)
    #expect(found == ["stress causes insomnia [hypothetical]"])
  }

  @Test func reportedView() {
    let found = RuleTree.relations(
      """
      Huxley Huxley PROPN NNP 2 nsubj
      argues argue VERB VBZ 0 root
      that that SCONJ IN 6 mark
      stress stress NOUN NN 6 nsubj
      may may AUX MD 6 aux
      cause cause VERB VB 2 ccomp
      insomnia insomnia NOUN NN 6 obj
      """)
    #expect(found == ["stress causes insomnia [may] [by Huxley]"])
  }

  @Test func disbelief() {
    let found = RuleTree.relations(
      """
      I I PRON PRP 4 nsubj
      do do AUX VBP 4 aux
      n't not PART RB 4 advmod
      think think VERB VB 0 root
      stress stress NOUN NN 6 nsubj
      causes cause VERB VBZ 4 ccomp
      insomnia insomnia NOUN NN 6 obj
      """)
    #expect(found == ["stress causes insomnia [denied] [hedged]"])
  }

  @Test func falseClaim() {
    let found = RuleTree.relations(
      """
      It it PRON PRP 3 expl
      is be AUX VBZ 3 cop
      false false ADJ JJ 0 root
      that that SCONJ IN 6 mark
      stress stress NOUN NN 6 nsubj
      causes cause VERB VBZ 3 csubj
      insomnia insomnia NOUN NN 6 obj
      """)
    #expect(found == ["stress causes insomnia [denied]"])
  }

  @Test func quotedClaim() {
    let found = RuleTree.relations(
      """
      \" \" PUNCT `` 3 punct
      _Stress stress NOUN NN 3 nsubj
      causes cause VERB VBZ 0 root
      insomnia insomnia NOUN NN 3 obj
      _\" \" PUNCT '' 3 punct
      """)
    #expect(found == ["Stress causes insomnia [quoted]"])
  }
}
