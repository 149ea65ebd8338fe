import ConceptModel

extension FindingReport {
  /// The conflation record of the JSON Lines format on a line of its own.
  func writeRecord(_ finding: Finding, to out: ByteWriter) {
    writeObject(finding, withLines: false, to: out)
    out.literal("\n")
  }

  /// An array of the same records, whose quotations also tell line and column.
  func writeJSON(_ findings: [Finding], to out: ByteWriter) {
    out.literal("[")
    for (index, finding) in findings.enumerated() {
      out.literal(index == 0 ? "\n" : ",\n")
      writeObject(finding, withLines: true, to: out)
    }
    out.literal("\n]\n")
  }

  private func writeObject(_ finding: Finding, withLines: Bool, to out: ByteWriter) {
    var record = JSONObjectWriter(out)
    record.field("doc", finding.evidence.first?.document.value)
    record.field("kind", "conflation")
    record.field("id", finding.id)
    record.field("rule", finding.rule)
    record.field("type", finding.kind.rawValue)
    record.field("severity", finding.severity.rawValue)
    record.field("terms", finding.terms)
    record.field("message", finding.message)
    record.field("fix", finding.fix)
    record.field("quote", finding.evidence.first?.quote)
    record.field("start", finding.evidence.first?.start)
    record.field("end", finding.evidence.first?.end)
    record.list("quotes", finding.evidence) { evidence in
      var quote = JSONObjectWriter(out)
      quote.field("doc", evidence.document.value)
      quote.field("quote", evidence.quote)
      quote.field("start", evidence.start)
      quote.field("end", evidence.end)
      if withLines {
        quote.field("line", evidence.line)
        quote.field("column", evidence.column)
      }
      quote.end()
    }
    record.end()
  }
}
