import Foundation
import TestSupport
import Testing

/// Runs the commands of README.md in order and compares what they print with what the page shows.
@Suite struct ReadmeTests {
  static let page = SharedFolder.packageRoot + "/README.md"

  @Test func theTranscriptsAreReal() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try FileManager.default.copyItem(
      atPath: SharedFolder.packageRoot + "/graph", toPath: tool.path("graph"))
    let written = try String(contentsOfFile: Self.page, encoding: .utf8)
    var rebuilt: [String] = []
    var isTranscript = false
    var commands = 0
    for line in written.components(separatedBy: "\n") {
      if line == "```console" { isTranscript = true } else if line == "```" { isTranscript = false }
      if !isTranscript || line == "```console" {
        rebuilt.append(line)
      } else if line.hasPrefix("$ ") {
        commands += 1
        rebuilt.append(line)
        rebuilt += try transcript(of: String(line.dropFirst(2)), with: tool)
      }
    }
    #expect(commands >= 5)
    let page = rebuilt.joined(separator: "\n")
    if isRecording {
      try page.write(toFile: Self.page, atomically: true, encoding: .utf8)
    } else {
      #expect(Self.withoutTimes(page) == Self.withoutTimes(written), "after a change run: make readme")
    }
  }

  /// What a command line prints, both streams as a terminal would show them.
  private func transcript(of command: String, with tool: Tool) throws -> [String] {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "exec 2>&1; \(command)"]
    shell.currentDirectoryURL = tool.folder
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = Tool.executable.deletingLastPathComponent().path + ":" + (environment["PATH"] ?? "")
    environment["DISTINGUO_DB"] = nil
    shell.environment = environment
    let output = tool.path(".transcript")
    try Data().write(to: URL(fileURLWithPath: output))
    shell.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
    shell.standardInput = FileHandle.nullDevice
    try shell.run()
    shell.waitUntilExit()
    var lines = try String(contentsOfFile: output, encoding: .utf8).components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Seconds differ from run to run, and the size of the corpus with every rule of extraction.
  private static func withoutTimes(_ text: String) -> String {
    text.replacingOccurrences(of: "[0-9]+\\.[0-9]+ s\\b", with: "… s", options: .regularExpression)
      .replacingOccurrences(
        of: "[0-9]+ concepts, [0-9]+ assertions, [0-9]+ findings", with: "… concepts, … assertions, … findings",
        options: .regularExpression)
  }
}
