import Foundation
import TestSupport
import Testing

/// Compares an output with the golden file of that name beside the tests; `DISTINGUO_UPDATE_GOLDENS=1` writes it instead.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let path = SharedFolder.packageRoot + "/Tests/ConceptExportTests/Goldens/" + name
  if ProcessInfo.processInfo.environment["DISTINGUO_UPDATE_GOLDENS"] == "1" {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }
  let golden = try String(decoding: Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  #expect(text == golden, "differs from Goldens/\(name)", sourceLocation: sourceLocation)
}

/// The output of a program that reads `input`, or nil when it is not installed.
func run(_ program: String, _ arguments: [String], input: String) throws -> (status: Int32, output: String)? {
  guard let path = installed(program) else { return nil }
  let folder = FileManager.default.temporaryDirectory
  let file = folder.appendingPathComponent("distinguo-\(UUID().uuidString)")
  try Data(input.utf8).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  let process = Process()
  process.executableURL = URL(fileURLWithPath: path)
  process.arguments = arguments
  process.standardInput = try FileHandle(forReadingFrom: file)
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let output = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: output, as: UTF8.self))
}

func installed(_ program: String) -> String? {
  let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  return folders.map { "\($0)/\(program)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
}

/// Whether python3 has a module.
func pythonHas(_ module: String) -> Bool {
  let answer = try? run("python3", ["-c", "import \(module)"], input: "")
  return answer?.status == 0
}
