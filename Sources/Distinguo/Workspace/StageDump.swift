import ConceptModel
import TextExtraction

/// The stages of reading as text, one thing a line: for people who write rules.
enum StageDump {
  static func mentions(_ result: ExtractionResult) -> String {
    result.mentions.map { mention in
      let place = mention.evidence
      return
        "\(place.document):\(place.line):\(place.column)\t\(mention.concept)\t\(oneLine(place.quote))\t\(mention.rule)\n"
    }.joined()
  }

  static func assertions(_ result: ExtractionResult) -> String {
    result.assertions.map { assertion in
      let place = assertion.evidence
      let edge = "\(assertion.subject) -[\(assertion.relation)]-> \(assertion.object)"
      return "\(place.document):\(place.line):\(place.column)\t\(edge)\t\(assertion.polarity.rawValue)\t"
        + "\(assertion.rule)\t\(oneLine(place.quote))\n"
    }.joined()
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
