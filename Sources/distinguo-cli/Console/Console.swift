import ArgumentParser
import ConceptModel
import Distinguo

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The exit codes of the command line.
enum Exit {
  static let done: Int32 = 0
  /// No answer, or findings where a linter or `verify` looks for them.
  static let noAnswer: Int32 = 1
  /// The call or its input is wrong.
  static let wrong: Int32 = 2
  /// A budget was hit, or some of the inputs could not be read while the rest was done.
  static let incomplete: Int32 = 3
  static let internalError: Int32 = 70
}

/// Standard output for answers and standard error for everything else.
enum Console {
  static let output = DescriptorSink(descriptor: 1, name: "standard output")

  /// Writes an answer.
  static func answer(_ text: String) throws {
    if !text.isEmpty { try output.write(Array(text.utf8)) }
  }

  /// Writes a line that is no answer; what happens to it does not matter.
  static func note(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    bytes.withUnsafeBytes { buffer in _ = write(2, buffer.baseAddress, buffer.count) }
  }

  static func report(_ diagnostic: Diagnostic) {
    note(coloured(diagnostic.rendered(), level: diagnostic.level))
  }

  static func report(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { report(diagnostic) }
  }

  /// Whether standard error is a terminal that may be drawn on.
  static let isTerminal = isatty(2) == 1 && environment("TERM") != "dumb"

  static let usesColour = isTerminal && (environment("NO_COLOR") ?? "").isEmpty

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The number of columns of the terminal, 80 when it is not told.
  static var columns: Int {
    var size = winsize()
    return ioctl(2, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }

  /// The number of processors that are online.
  static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Seconds on a clock that never goes back.
  static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// A number with two decimals.
  static func decimal(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// The rendering with its first word in colour.
  private static func coloured(_ text: String, level: Diagnostic.Level) -> String {
    guard usesColour, let colon = text.firstIndex(of: ":") else { return text }
    let colour = level == .error ? "31" : level == .warning ? "33" : "36"
    return "\u{1B}[1;\(colour)m\(text[..<colon])\u{1B}[0m\(text[colon...])"
  }
}
