import Foundation
import Testing

/// What `add` says about names.
@Suite struct AddCommandTests {
  @Test func aNearMissIsMadeAndWarnedOf() throws {
    let tool = try Tool()
    defer { tool.remove() }
    #expect(try tool.run("add", "scheming ⊑ deception").code == 0)
    let near = try tool.run("add", "schemeing → loss of control")
    #expect(near.code == 0 && near.errors.contains("warning[unknown-term]"))
    #expect(near.errors.contains("did you mean \"scheming\"?") && near.errors.contains("new concept: schemeing"))
    let far = try tool.run("add", "sandbagging ⊑ underperformance")
    #expect(far.code == 0 && !far.errors.contains("warning"))
    #expect(try tool.run("add", "--strict", "schemming ⊑ deception").code == 2)
  }

  @Test func questionsAreNotStored() throws {
    let tool = try Tool()
    defer { tool.remove() }
    #expect(try tool.run("add", "scheming ⊑ deception").code == 0)
    let before = try tool.run("export", "--format", "csv").output
    let why = try tool.run("add", "why scheming ⊑ deception")
    #expect(why.code == 2 && why.errors.contains("distinguo query 'why …'"))
    #expect(try tool.run("export", "--format", "csv").output == before)
    let path = try tool.run("add", "path scheming ⊑ deception")
    #expect(path.code == 0 && path.errors.contains("to ask for a path"), "\(path.errors)")
  }

  @Test func aLabelWithSeveralSensesIsAnErrorWithTheChoices() throws {
    let tool = try Tool()
    defer { tool.remove() }
    #expect(try tool.run("add", "sandbagging#1 ⊑ deception").code == 0)
    #expect(try tool.run("add", "sandbagging → mistrust").code == 0)
    #expect(try tool.run("query", "sandbagging#1 → mistrust").code == 0)
    #expect(try tool.run("remove", "by-hand").code == 0)
    #expect(try tool.run("add", "sandbagging#1 ⊑ deception").code == 0)
    #expect(try tool.run("add", "sandbagging#2 ⊑ failure").code == 0)
    let before = try tool.run("export", "--format", "csv").output
    let unclear = try tool.run("add", "sandbagging ⊑ x")
    #expect(unclear.code == 2 && unclear.errors.contains("error[ambiguous-term]"))
    #expect(unclear.errors.contains("sandbagging#1") && unclear.errors.contains("sandbagging#2"))
    #expect(try tool.run("export", "--format", "csv").output == before)
  }
}
