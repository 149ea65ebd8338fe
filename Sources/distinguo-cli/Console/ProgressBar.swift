#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A line on the terminal that says how far a long command has come; nothing when standard error is no terminal.
final class ProgressBar {
  private let isShown: Bool
  private var lastDrawn = 0

  init(isQuiet: Bool) { isShown = Console.isTerminal && !isQuiet }

  /// Redraws the line, at most ten times a second.
  func update(done: Int, of total: Int, name: String) {
    guard isShown else { return }
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    let now = Int(time.tv_sec) * 10 + Int(time.tv_nsec) / 100_000_000
    guard now != lastDrawn || done == total else { return }
    lastDrawn = now
    let width = 24
    let filled = total == 0 ? width : done * width / total
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    let line = "\(bar) \(done)/\(total) \(name)"
    draw(String(line.prefix(Console.columns - 1)))
  }

  /// Takes the line away.
  func clear() {
    if isShown { draw("") }
  }

  private func draw(_ line: String) {
    let bytes = Array("\r\u{1B}[2K\(line)".utf8)
    bytes.withUnsafeBytes { buffer in _ = write(2, buffer.baseAddress, buffer.count) }
  }
}
