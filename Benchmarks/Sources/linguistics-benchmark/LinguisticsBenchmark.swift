import ConceptModel
import Foundation
import TextExtraction

/// Measures how fast text is split, tagged and parsed, and prints it as JSON beside the time of `wc -w`.
///
///     swift run -c release --package-path Benchmarks linguistics-benchmark FILE.txt [ROUNDS]
///
/// The text is cut into documents of about 50 kB at blank lines. Times are CPU seconds of one core.
@main
struct LinguisticsBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 1, let data = FileManager.default.contents(atPath: arguments[1]) else {
      FileHandle.standardError.write(Data("usage: linguistics-benchmark FILE.txt [ROUNDS]\n".utf8))
      exit(2)
    }
    let bytes = [UInt8](data)
    let rounds = arguments.count > 2 ? Int(arguments[2]) ?? 1 : 1
    let documents = cut(bytes, size: 50_000)
    let coldStart = processorSeconds()
    let analyzer = LinguisticAnalyzer()
    var tokens = analyzer.analyze(documents[0]).tokens.count
    let first = processorSeconds() - coldStart
    var best = Double.infinity
    for _ in 0..<rounds {
      let start = processorSeconds()
      tokens = documents.reduce(0) { $0 + analyzer.analyze($1).tokens.count }
      best = min(best, processorSeconds() - start)
    }
    let count = try wordCountSeconds(arguments[1])
    let result: [(String, String)] = [
      ("bytes", "\(bytes.count)"), ("tokens", "\(tokens)"), ("seconds", rounded(best)),
      ("megabytesPerSecond", rounded(Double(bytes.count) / best / 1e6)),
      ("tokensPerSecond", "\(Int(Double(tokens) / best))"), ("firstDocumentSeconds", rounded(first)),
      ("wordCountSeconds", rounded(count)), ("residentMegabytes", rounded(Double(residentBytes()) / 1e6)),
    ]
    print("{" + result.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}")
  }

  /// Documents of about a size, cut at blank lines.
  static func cut(_ bytes: [UInt8], size: Int) -> [Document] {
    var documents: [Document] = []
    var start = 0
    while start < bytes.count {
      var end = min(bytes.count, start + size)
      while end < bytes.count && !(bytes[end] == 0x0A && bytes[end - 1] == 0x0A) { end += 1 }
      let text = Array(bytes[start..<end])
      documents.append(
        Document(
          info: DocumentInfo(id: DocumentID("\(documents.count)")), text: text, offsets: .identity(count: text.count),
          sourceLines: LineIndex(text), blocks: [Block(kind: .paragraph, range: 0..<text.count)]))
      start = end
    }
    return documents
  }

  static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// What `wc -w`, which only counts words, takes for the same file, started included.
  static func wordCountSeconds(_ path: String) throws -> Double {
    let start = Date()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["wc", "-w", path]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Date().timeIntervalSince(start)
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
