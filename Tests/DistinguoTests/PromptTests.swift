import Foundation
import TestSupport
import Testing

/// The prompt, driven through a terminal as a user does.
@Suite struct PromptTests {
  /// Types the lines at a prompt over a small store and gives what the terminal showed; nil without python3.
  private func session(_ keys: [String]) throws -> String? {
    let tool = try Tool()
    defer { tool.remove() }
    return try session(keys, with: tool, environment: ["DISTINGUO_HISTORY": "off"])
  }

  private func session(_ keys: [String], with tool: Tool, environment: [String: String]) throws -> String? {
    try tool.write("dinghy ⊑ sailing boat ⊑ boat\ndinghy -[requires]-> wind\n", to: "x.facts")
    #expect(try tool.run("add", "x.facts").code == 0)
    let report = tool.path("screen")
    #expect(FileManager.default.createFile(atPath: report, contents: nil))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["python3", SharedFolder.packageRoot + "/scripts/type-at-prompt", Tool.executable.path, "query"] + keys
    process.currentDirectoryURL = tool.folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: report))
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    let text = String(decoding: tool.contents("screen") ?? Data(), as: UTF8.self)
    if process.terminationStatus == 127 {
      print("PromptTests skipped: python3 is not installed")
      return nil
    }
    #expect(process.terminationStatus == 0, "\(text)")
    return text
  }

  @Test func namesRelationsAndKeywordsAreCompleted() throws {
    guard
      let screen = try session(["ding\t ⊑ ?x\n", "dinghy -[req\t]-> ?x\n", "desc\t\u{15}", "dinghy ⊑ ?x wh\t\u{15}"])
    else { return }
    #expect(screen.contains("dinghy ⊑ ?x") && screen.contains("sailing boat"))
    #expect(screen.contains("-[requires]-> ?x") && screen.contains("wind"))
    #expect(screen.contains("describe") && screen.contains("?x where"))
  }

  @Test func aLineGoesOnAndComesBackWhole() throws {
    guard let screen = try session(["?x ⊑+ boat,\n", "?x -[requires]-> wind\n", "\u{1B}[A return count(?x)\n"]) else {
      return
    }
    #expect(screen.contains("… ") && screen.contains("dinghy"))
    #expect(screen.contains("?x ⊑+ boat, ?x -[requires]-> wind return count(?x)") && screen.contains("count(?x)"))
  }

  @Test func questionsOfEarlierSessionsComeBack() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let state = ["XDG_STATE_HOME": tool.path("state"), "DISTINGUO_HISTORY": ""]
    guard try session(["?x ⊑ boat\n", "wind ⊑ ?x\n"], with: tool, environment: state) != nil else { return }
    #expect(tool.contents("state/distinguo/history") == Data("?x ⊑ boat\nwind ⊑ ?x\n".utf8))
    let mode = try FileManager.default.attributesOfItem(atPath: tool.path("state/distinguo/history"))[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let second = try session(["\u{1B}[A\u{1B}[A return count(?x)\n"], with: tool, environment: state)
    #expect(second?.contains("count(?x)\r\n1") ?? false, "\(second ?? "")")
    // Switched off, nothing is read and nothing is written.
    let before = tool.contents("state/distinguo/history")
    let off = try session(
      ["dinghy ⊑ boat\n"], with: tool, environment: ["XDG_STATE_HOME": tool.path("state"), "DISTINGUO_HISTORY": "off"])
    #expect(off != nil && tool.contents("state/distinguo/history") == before)
    // A long history is cut to its end.
    let long = (1...2500).map { "question \($0)\n" }.joined()
    try tool.write(long, to: "long")
    _ = try session(["\u{1B}[A\u{15}"], with: tool, environment: ["DISTINGUO_HISTORY": tool.path("long")])
    let kept = String(decoding: tool.contents("long") ?? Data(), as: UTF8.self).split(separator: "\n")
    #expect(kept.count == 1000 && kept.first == "question 1501" && kept.last == "question 2500")
  }

  @Test func helpExplainMistakesAndLeaving() throws {
    guard
      let screen = try session([
        "help\n", "explain ?x ⊑ boat\n", "explain unknown-term\n", "dingy -[is-aa]-> boaat\n", "exit\n",
      ])
    else { return }
    #expect(screen.contains("path SG ~> loss of control"))
    #expect(screen.contains("plan") || screen.contains("edges"))
    for code in ["error[unknown-term]", "error[unknown-relation]", "\"dinghy\"", "\"is-a\"", "\"boat\""] {
      #expect(screen.contains(code), "\(code)")
    }
  }
}
