import ConceptModel

/// Writes findings as a SARIF 2.1.0 log (OASIS Standard, 27 March 2020) of one run.
///
/// The first quotation is the location, the others are related locations; the fingerprint survives moved lines.
struct SARIFReport {
  let rules: [ReportedRule]
  let version: String
  let out: ByteWriter

  func write(_ findings: [Finding]) {
    let used = usedRules(findings)
    var log = JSONObjectWriter(out)
    log.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    log.field("version", "2.1.0")
    log.list("runs", [0]) { _ in
      var run = JSONObjectWriter(out)
      run.name("tool")
      writeTool(used)
      run.field("columnKind", "unicodeCodePoints")
      run.list("results", findings) { writeResult($0, used) }
      run.end()
    }
    log.end()
    out.literal("\n")
  }

  /// The known rules in their order, then those that only the findings name.
  private func usedRules(_ findings: [Finding]) -> [ReportedRule] {
    var all = rules
    for finding in findings where !all.contains(where: { $0.id == finding.rule }) {
      all.append(
        ReportedRule(
          id: finding.rule, name: finding.kind.rawValue, severity: finding.severity, condition: "", rationale: "",
          fix: ""))
    }
    return all
  }

  private func writeTool(_ rules: [ReportedRule]) {
    var tool = JSONObjectWriter(out)
    tool.name("driver")
    var driver = JSONObjectWriter(out)
    driver.field("name", "Distinguo")
    driver.field("semanticVersion", version)
    driver.list("rules", rules) { rule in
      var entry = JSONObjectWriter(out)
      entry.field("id", rule.id)
      entry.field("name", rule.name)
      if !rule.condition.isEmpty {
        entry.name("shortDescription")
        writeMessage(rule.condition)
        entry.name("fullDescription")
        writeMessage(rule.rationale)
        entry.name("help")
        writeMessage(rule.fix)
      }
      entry.name("defaultConfiguration")
      var configuration = JSONObjectWriter(out)
      configuration.field("level", rule.severity.rawValue)
      configuration.end()
      entry.end()
    }
    driver.end()
    tool.end()
  }

  private func writeMessage(_ text: String) {
    var message = JSONObjectWriter(out)
    message.field("text", text)
    message.end()
  }

  private func writeResult(_ finding: Finding, _ rules: [ReportedRule]) {
    var result = JSONObjectWriter(out)
    result.field("ruleId", finding.rule)
    result.field("ruleIndex", rules.firstIndex { $0.id == finding.rule })
    result.field("level", finding.severity.rawValue)
    result.name("message")
    writeMessage(finding.message + "." + (finding.fix.map { " " + $0 } ?? ""))
    result.list("locations", Array(finding.evidence.prefix(1))) { writeLocation($0, id: nil) }
    if finding.evidence.count > 1 {
      let others = Array(finding.evidence.dropFirst().enumerated())
      result.list("relatedLocations", others) { writeLocation($0.element, id: $0.offset + 1) }
    }
    result.name("partialFingerprints")
    var fingerprints = JSONObjectWriter(out)
    fingerprints.field("distinguoFinding/v1", finding.id)
    fingerprints.end()
    result.name("properties")
    var properties = JSONObjectWriter(out)
    properties.field("tags", finding.terms)
    properties.end()
    result.end()
  }

  private func writeLocation(_ evidence: Evidence, id: Int?) {
    var location = JSONObjectWriter(out)
    location.field("id", id)
    location.name("physicalLocation")
    var physical = JSONObjectWriter(out)
    physical.name("artifactLocation")
    var artifact = JSONObjectWriter(out)
    artifact.field("uri", IRIMinter.uriReference(evidence.document.value))
    artifact.end()
    physical.name("region")
    var region = JSONObjectWriter(out)
    region.field("startLine", evidence.line)
    region.field("startColumn", evidence.column)
    region.field("byteOffset", evidence.bytes.lowerBound)
    region.field("byteLength", evidence.bytes.count)
    region.name("snippet")
    writeMessage(evidence.quote)
    region.end()
    physical.end()
    if id != nil {
      location.name("message")
      writeMessage("“\(evidence.quote)”")
    }
    location.end()
  }
}
