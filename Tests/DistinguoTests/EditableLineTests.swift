import Testing

@testable import distinguo_cli

@Suite struct EditableLineTests {
  private func typed(_ text: String) -> EditableLine {
    var line = EditableLine()
    for character in text { line.press(.text(character)) }
    return line
  }

  @Test func keysEditAroundTheCursor() {
    var line = typed("scheming ⊑ x")
    line.press(.eraseWord)
    #expect(line.text == "scheming ⊑ ")
    line.press(.home)
    line.press(.delete)
    line.press(.text("S"))
    #expect(line.text == "Scheming ⊑ " && line.cursor == 1)
    line.press(.backspace)
    line.press(.backspace)
    #expect(line.text == "cheming ⊑ ")
    line.press(.eraseToEnd)
    #expect(line.text == "")
  }

  @Test func theHistoryKeepsTheDraft() {
    var line = typed("one")
    line.enter()
    for character in "two" { line.press(.text(character)) }
    line.enter()
    for character in "dra" { line.press(.text(character)) }
    line.press(.up)
    #expect(line.text == "two")
    line.press(.up)
    line.press(.up)
    #expect(line.text == "one")
    line.press(.down)
    line.press(.down)
    #expect(line.text == "dra")
  }

  @Test func aNameTakesThePlaceOfWhatWasTyped() {
    var line = typed("path reward hacking ~> loss of co ⊑")
    line.press(.left)
    line.press(.left)
    #expect(line.beforeCursor == "path reward hacking ~> loss of co")
    line.complete(with: "loss of control", replacing: 10)
    #expect(line.text == "path reward hacking ~> loss of control ⊑")
    line.press(.text("!"))
    #expect(line.text == "path reward hacking ~> loss of control! ⊑")
  }
}
