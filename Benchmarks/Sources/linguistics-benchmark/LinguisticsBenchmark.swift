import ConceptModel
import Foundation
import TextExtraction

/// Measures how fast text is split, tagged and parsed, and prints it as JSON beside the time of `wc -w`.
///
///     swift run -c release --package-path Benchmarks linguistics-benchmark FILE.txt [ROUNDS] [DISTINGUO-BINARY]
///
/// The text is cut into documents of about 50 kB at blank lines. Times are CPU seconds of one core but for two things
/// that are seconds of the clock: two threads with the whole text each, and `extract` of the first document by a
/// process of its own. The best of the rounds counts. `remedies` and `reliability` print tables of accuracy.
@main
struct LinguisticsBenchmark {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "remedies" where arguments.count == 2: try RemedyReport.run(arguments[1])
    case "reliability" where arguments.count >= 2: try ArcReliability.run(Array(arguments.dropFirst()))
    case .some(let path) where FileManager.default.fileExists(atPath: path):
      try measure(path, rounds: arguments.count > 1 ? Int(arguments[1]) ?? 1 : 1, tool: arguments.dropFirst(2).first)
    default:
      let usage = "FILE.txt [ROUNDS] [DISTINGUO-BINARY] | remedies FILE.tsv | reliability FOLDER…"
      FileHandle.standardError.write(Data("usage: linguistics-benchmark \(usage)\n".utf8))
      exit(2)
    }
  }

  private static func measure(_ path: String, rounds: Int, tool: String?) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let documents = cut(bytes, size: 50_000)
    let before = residentBytes()
    let analyzer = LinguisticAnalyzer()
    let load = processorSeconds { _ = analyzer.analyze(document("")) }
    let first = processorSeconds { _ = analyzer.analyze(documents[0]) }
    let afterFirst = residentBytes()
    var tokens = 0
    var best = Double.infinity
    var alone = Double.infinity
    var together = Double.infinity
    for _ in 0..<rounds {
      alone = min(
        alone,
        clockSeconds {
          best = min(
            best,
            processorSeconds { tokens = documents.reduce(0) { $0 + analyzer.analyze($1).tokens.count } })
        })
      together = min(
        together,
        clockSeconds {
          DispatchQueue.concurrentPerform(iterations: 2) { _ in for each in documents { _ = analyzer.analyze(each) } }
        })
    }
    var result: [(String, String)] = [
      ("bytes", "\(bytes.count)"), ("tokens", "\(tokens)"), ("seconds", rounded(best)),
      ("megabytesPerSecond", rounded(Double(bytes.count) / best / 1e6)),
      ("tokensPerSecond", "\(Int(Double(tokens) / best))"), ("wordCountSeconds", rounded(try wordCountSeconds(path))),
      ("loadMilliseconds", rounded(load * 1000)), ("firstDocumentMilliseconds", rounded(first * 1000)),
      ("twoAtOnceRatio", rounded(2 * alone / together)),
      ("residentMegabytesBefore", rounded(Double(before) / 1e6)),
      ("residentMegabytesAfterFirst", rounded(Double(afterFirst) / 1e6)),
      ("residentMegabytes", rounded(Double(residentBytes()) / 1e6)),
    ]
    if let tool {
      let cold = try coldExtractSeconds(tool, documents[0].text, rounds: max(5, rounds))
      result += [("coldBytes", "\(documents[0].text.count)"), ("coldExtractMilliseconds", rounded(cold * 1000))]
    }
    print("{" + result.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}")
  }

  /// A document of one paragraph.
  static func document(_ text: String) -> Document { document(Array(text.utf8), id: "text") }

  private static func document(_ text: [UInt8], id: String) -> Document {
    Document(
      info: DocumentInfo(id: DocumentID(id)), text: text, offsets: .identity(count: text.count),
      sourceLines: LineIndex(text), blocks: [Block(kind: .paragraph, range: 0..<text.count)])
  }

  /// Documents of about a size, cut at blank lines.
  static func cut(_ bytes: [UInt8], size: Int) -> [Document] {
    var documents: [Document] = []
    var start = 0
    while start < bytes.count {
      var end = min(bytes.count, start + size)
      while end < bytes.count && !(bytes[end] == 0x0A && bytes[end - 1] == 0x0A) { end += 1 }
      let text = Array(bytes[start..<end])
      documents.append(document(text, id: "\(documents.count)"))
      start = end
    }
    return documents
  }

  private static func processorSeconds(_ work: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    work()
    return now() - start
  }

  private static func clockSeconds(_ work: () throws -> Void) rethrows -> Double {
    let start = Date()
    try work()
    return Date().timeIntervalSince(start)
  }

  /// What `wc -w`, which only counts words, takes for the same file, started included.
  private static func wordCountSeconds(_ path: String) throws -> Double {
    try clockSeconds { try run(["wc", "-w", path]) }
  }

  /// What a fresh process takes to extract from a text; the best of some rounds.
  private static func coldExtractSeconds(_ tool: String, _ text: [UInt8], rounds: Int) throws -> Double {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("linguistics-benchmark-\(getpid()).txt")
    try Data(text).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try (0..<rounds).reduce(Double.infinity) { best, _ in
      min(best, try clockSeconds { try run([tool, "extract", "--quiet", file.path]) })
    }
  }

  private static func run(_ command: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }

  /// The largest resident size of the process so far.
  static func residentBytes() -> Int {
    var usage = rusage()
    #if os(Linux)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return Int(usage.ru_maxrss) * 1024
    #else
      getrusage(RUSAGE_SELF, &usage)
      return Int(usage.ru_maxrss)
    #endif
  }

  static func rounded(_ value: Double) -> String { String(Double(Int(value * 10000)) / 10000) }
}
