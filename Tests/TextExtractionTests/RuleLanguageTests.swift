import ConceptModel
import Testing

@testable import TextExtraction

@Suite("Rule language") struct RuleLanguageTests {
  private let examples = """
      match "Tea is healthy." => Tea -> health
      reject "Tea is cold."
    """

  private func problems(_ body: String) -> [Diagnostic] {
    RuleSet.parse("rule R test\n" + body + "\n" + examples, file: "my.rules").1
  }

  @Test func builtInTextsCompile() {
    #expect(RuleSet.builtInDiagnostics().map { $0.rendered() } == [])
    let ids = RuleSet.builtIn.rules.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.count > 40)
    let relations = Set(Relation.builtIn.map(\.name))
    for rule in RuleSet.builtIn.rules {
      #expect(relations.contains(rule.relation))
      #expect(rule.examples.count { $0.matches } >= 2, "\(rule.id)")
      #expect(rule.examples.contains { !$0.matches }, "\(rule.id)")
    }
  }

  @Test func builtInExamplesHold() {
    let found = RuleSet.builtIn.checkExamples(analyzer: LinguisticAnalyzer())
    #expect(found.map { $0.rendered() } == [])
  }

  @Test func unknownRelationSuggestsANearOne() {
    let found = problems("  relation led-to\n  sequence A:NP beats B:NP")
    #expect(found.first?.code == "unknown-relation")
    #expect(found.first?.place?.line == 2)
    #expect(found.first?.place?.column == 12)
    #expect(found.first?.hint?.contains("leads-to") == true)
  }

  @Test func unknownListIsMarked() {
    let found = problems("  relation is-a\n  sequence A:NP @naminx B:NP")
    #expect(found.first?.code == "bad-pattern")
    #expect(found.first?.place?.column == 17)
    #expect(found.first?.rendered().contains("did you mean @naming?") == true)
  }

  @Test(arguments: [
    ("  sequence A:NP like B:NP", "rule-without-relation"),
    ("  relation is-a", "rule-without-pattern"),
    ("  relation is-a\n  sequence A:NP like NP", "bad-pattern"),
    ("  relation is-a\n  sequence A:NP B:NP", "pattern-without-anchor"),
    ("  relation is-a\n  sequence A:NP (like B:NP", "bad-pattern"),
    ("  relation is-a\n  sequence A:NP \"like B:NP", "open-quotation"),
    ("  relation is-a\n  frame verb like subject: A", "bad-pattern"),
    ("  relation is-a\n  frame verb like (subject: A, object: Z)", "bad-pattern"),
    ("  relation is-a\n  confidence 7\n  sequence A:NP like B:NP", "bad-confidence"),
    ("  relation is-a\n  where A colour red\n  sequence A:NP like B:NP", "bad-condition"),
    ("  relation is-a\n  sequence A:NP like B:NP\n  colour red", "unknown-rule-keyword"),
  ])
  func mistakesAreTold(body: String, code: String) {
    let found = problems(body)
    #expect(found.contains { $0.code == code }, "\(found.map { $0.rendered() })")
    #expect(found.allSatisfy { $0.place != nil && $0.file == "my.rules" })
  }

  @Test func aRuleNeedsExamples() {
    let (set, found) = RuleSet.parse("rule R\n  relation is-a\n  sequence A:NP like B:NP", file: "my.rules")
    #expect(found.map(\.code) == ["rule-without-example"])
    #expect(set.rules.isEmpty)
  }

  @Test func userRulesWorkBesideTheBuiltInOnes() {
    let (set, found) = RuleSet.parse(
      """
      relation beats "A wins against B"
      list @winning: beat defeat
      rule WINS "A beats B"
        relation beats
        confidence 0.9
        frame verb @winning (subject: A, object: B)
        match "Paper beats rock." => Paper -> rock
        reject "Paper is thin."
      """, file: "my.rules")
    #expect(found.isEmpty)
    #expect(set.rules.map(\.id) == ["WINS"])
    let sum = RuleSet.builtIn.adding(set)
    #expect(sum.rules.count == RuleSet.builtIn.rules.count + 1)
    #expect(sum.relations.map(\.name) == ["beats"])
    let sentence = """
      Paper paper NOUN NN 2 nsubj
      beats beat VERB VBZ 0 root
      rock rock NOUN NN 2 obj
      """
    #expect(RuleTree.relations(sentence, rules: sum).contains("Paper beats rock"))
    #expect(RuleTree.relations(sentence, rules: set) == ["Paper beats rock"])
  }

  @Test func failedExamplesAreTold() {
    let (set, _) = RuleSet.parse(
      """
      rule WINS "A beats B"
        relation leads-to
        frame verb beat (subject: A, object: B)
        match "Paper wins." => Paper -> rock
        reject "Paper beats rock."
      """, file: "my.rules")
    let beats = RuleTree.analyzed("Paper paper NOUN NN 2 nsubj\nbeats beat VERB VBZ 0 root\nrock rock NOUN NN 2 obj")
    let found = set.checkExamples { _ in beats }
    #expect(found.map(\.code) == ["example-matched"])
    let nothing = RuleTree.analyzed("Paper paper NOUN NN 0 root")
    #expect(set.checkExamples { _ in nothing }.map(\.code) == ["example-failed"])
    #expect(set.checkExamples { _ in nothing }.first?.place?.line == 4)
  }
}
