import ConceptModel

extension FindingReport {
  /// Severity, rule and terms, the message, numbered quotations with their places, and the fix; a blank line ends it.
  func writeText(_ finding: Finding, to out: ByteWriter) {
    let name = rules.first { $0.id == finding.rule }.map { " \($0.name)" } ?? ""
    let terms = finding.terms.map(singleLine).joined(separator: " · ")
    out.append("\(finding.severity.rawValue)[\(finding.rule)\(name)]: \(terms)\n")
    out.append("  \(singleLine(finding.message))\n")
    let places = finding.evidence.map { singleLine("\($0.document.value):\($0.line)") }
    let width = places.map(\.count).max() ?? 0
    for (index, evidence) in finding.evidence.enumerated() {
      let padding = String(repeating: " ", count: width - places[index].count)
      out.append("  \(index + 1). \(places[index])\(padding)  “\(singleLine(evidence.quote))”\n")
    }
    if let fix = finding.fix { out.append("  fix: \(singleLine(fix))\n") }
    out.append("  id: \(finding.id)\n\n")
  }

  /// `::error file=…,line=…,col=…,title=…::message`, with the escapes of workflow commands.
  func writeAnnotation(_ finding: Finding, to out: ByteWriter) {
    guard let first = finding.evidence.first else { return }
    let command = finding.severity == .note ? "notice" : finding.severity.rawValue
    let title = "\(finding.rule) \(finding.terms.joined(separator: ", "))"
    out.append(
      "::\(command) file=\(Self.property(first.document.value)),line=\(first.line),col=\(first.column),"
        + "title=\(Self.property(title))::")
    let others = finding.evidence.map { "“\($0.quote)” (\($0.document.value):\($0.line))" }
    let lines = [finding.message] + others + (finding.fix.map { [$0] } ?? [])
    out.append(Self.data(lines.joined(separator: "\n")))
    out.append("\n")
  }

  private static func data(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": out += "%25"
      case "\r": out += "%0D"
      case "\n": out += "%0A"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static func property(_ text: String) -> String {
    var out = ""
    for scalar in data(text).unicodeScalars {
      switch scalar {
      case ":": out += "%3A"
      case ",": out += "%2C"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
