import ConceptModel

/// The formats of `conflations` and `lint`.
public enum FindingFormat: String, Sendable, CaseIterable {
  /// For reading at a terminal.
  case text
  /// One JSON array.
  case json
  /// One conflation record a line.
  case jsonl
  /// SARIF 2.1.0 (OASIS), for code scanning services and editors.
  case sarif
  /// Workflow commands of GitHub, one annotation a line.
  case github
}

/// What a report tells about a rule; the rules themselves live elsewhere.
public struct ReportedRule: Sendable, Hashable {
  public var id: String
  public var name: String
  public var severity: Severity
  /// The condition in one sentence.
  public var condition: String
  public var rationale: String
  public var fix: String

  public init(id: String, name: String, severity: Severity, condition: String, rationale: String, fix: String) {
    self.id = id
    self.name = name
    self.severity = severity
    self.condition = condition
    self.rationale = rationale
    self.fix = fix
  }
}

/// Writes findings in any of the report formats, in the order in which they are given.
public struct FindingReport: Sendable {
  public var rules: [ReportedRule]
  /// The version of the program, for SARIF.
  public var version: String

  public init(rules: [ReportedRule] = [], version: String = "0.1.0") {
    self.rules = rules
    self.version = version
  }

  public func write(_ findings: [Finding], as format: FindingFormat, to sink: ([UInt8]) throws -> Void) throws {
    try withByteWriter(to: sink) { out in
      switch format {
      case .text: for finding in findings { writeText(finding, to: out) }
      case .json: writeJSON(findings, to: out)
      case .jsonl: for finding in findings { writeRecord(finding, to: out) }
      case .sarif: SARIFReport(rules: rules, version: version, out: out).write(findings)
      case .github: for finding in findings { writeAnnotation(finding, to: out) }
      }
    }
  }

  /// The report as a string.
  public func text(_ findings: [Finding], as format: FindingFormat) throws -> String {
    var bytes: [UInt8] = []
    try write(findings, as: format) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }
}
