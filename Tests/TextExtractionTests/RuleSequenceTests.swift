import ConceptModel
import Testing

@testable import TextExtraction

@Suite("Sequences of words and phrases") struct RuleSequenceTests {
  private let suchAs = """
    They they PRON PRP 2 nsubj
    grow grow VERB VBP 0 root
    several several ADJ JJ 4 amod
    fruits fruit NOUN NNS 2 obj
    such such ADJ JJ 7 case
    as as ADP IN 5 fixed
    apples apple NOUN NNS 4 nmod
    _, , PUNCT , 9 punct
    pears pear NOUN NNS 7 conj
    and and CCONJ CC 12 cc
    sour sour ADJ JJ 12 amod
    plums plum NOUN NNS 7 conj
    _. . PUNCT . 2 punct
    """

  @Test func listsDistribute() {
    #expect(
      RuleTree.relations(suchAs) == ["apples is-a fruits", "pears is-a fruits", "sour plums is-a fruits"])
  }

  @Test func listsToTheLeft() {
    let found = RuleTree.relations(
      """
      Apples apple NOUN NNS 8 nsubj
      _, , PUNCT , 3 punct
      pears pear NOUN NNS 1 conj
      and and CCONJ CC 6 cc
      other other ADJ JJ 6 amod
      fruits fruit NOUN NNS 1 conj
      are be AUX VBP 8 cop
      cheap cheap ADJ JJ 0 root
      """)
    #expect(found == ["Apples is-a fruits", "pears is-a fruits"])
  }

  @Test func signsBetweenTerms() {
    let found = RuleTree.relations(
      """
      The the DET DT 2 det
      map map NOUN NN 0 root
      =≠= = SYM SYM 2 dep
      the the DET DT 5 det
      territory territory NOUN NN 2 dep
      """)
    #expect(found == ["map different-from territory"])
  }

  @Test func signsBetweenFormulasSayNothing() {
    let terms = RuleTree.relations(
      """
      Strong strong ADJ JJ 2 amod
      AI ai NOUN NN 0 root
      ≠ = SYM SYM 2 dep
      weak weak ADJ JJ 5 amod
      AI ai NOUN NN 2 dep
      """)
    #expect(terms == ["Strong AI different-from weak AI"])
    let formula = RuleTree.relations("fk fk NOUN NN 0 root\n= = SYM SYM 1 dep\nmN mn NOUN NN 1 dep")
    #expect(formula.isEmpty)
  }

  @Test func bracketsAfterAPhraseAreSkipped() {
    let found = RuleTree.relations(
      """
      Fever fever NOUN NN 6 nsubj
      ( ( PUNCT -LRB- 3 punct
      _F f NOUN NN 1 appos
      _) ) PUNCT -RRB- 3 punct
      vs. vs. ADP IN 6 case
      chills chill NOUN NNS 0 root
      """)
    #expect(found == ["Fever contrasts-with chills"])
  }

  @Test func textWithoutTriggersCostsNoMatching() {
    let source = (0..<50).map { _ in "The the DET DT 2 det\ndog dog NOUN NN 3 nsubj\nsleeps sleep VERB VBZ 0 root" }
    var pass = RelationPass(RuleTree.analyzed(source.joined(separator: "\n\n")), rules: .builtIn)
    #expect(pass.run().isEmpty)
    #expect(pass.attempts == 0)
    var busy = RelationPass(RuleTree.analyzed(suchAs), rules: .builtIn)
    #expect(busy.run().count == 3)
    #expect(busy.attempts > 0 && busy.attempts < 80)
  }
}
