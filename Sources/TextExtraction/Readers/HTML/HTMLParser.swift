internal import CLibXML2

/// An attribute of an element, name in lower case.
struct MarkupAttribute {
  var name: String
  var value: String
}

extension [MarkupAttribute] {
  /// The value of an attribute, or nil.
  subscript(name: String) -> String? {
    for attribute in self where attribute.name == name { return attribute.value }
    return nil
  }
}

/// What an HTML parser tells.
protocol HTMLEvents: AnyObject {
  func start(_ name: String, _ attributes: [MarkupAttribute])
  func end(_ name: String)
  /// Text that stands in the source as it is.
  func text(_ range: Range<Int>)
  /// A decoded reference and its place.
  func text(_ bytes: [UInt8], from range: Range<Int>)
}

/// Runs libxml2's HTML parser over UTF-8 bytes without network, files or entities of the document's own.
final class HTMLParser {
  private let bytes: [UInt8]
  private let events: any HTMLEvents
  private let attributeLimit: Int
  private var context: htmlParserCtxtPtr?
  /// Where the last event ended.
  private var position = 0

  init(bytes: [UInt8], events: any HTMLEvents, attributeLimit: Int) {
    self.bytes = bytes
    self.events = events
    self.attributeLimit = attributeLimit
  }

  /// Parses the whole document; broken mark-up is repaired, never refused.
  func parse() {
    guard !bytes.isEmpty else { return }
    XMLLibrary.prepare()
    let state = Unmanaged.passUnretained(self).toOpaque()
    bytes.withUnsafeBytes { raw in
      // The pull interface: the push interface drops what follows a premature `</html>`.
      guard let base = raw.bindMemory(to: CChar.self).baseAddress,
        let context = htmlCreateMemoryParserCtxt(base, Int32(clamping: raw.count))
      else { return }
      self.context = context
      context.pointee.sax.pointee = Self.handlers()
      context.pointee.userData = state
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      htmlCtxtUseOptions(context, Int32(options))
      xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
      htmlParseDocument(context)
      if let document = context.pointee.myDoc {
        xmlFreeDoc(document)
        context.pointee.myDoc = nil
      }
      htmlFreeParserCtxt(context)
      self.context = nil
    }
  }

  private static func handlers() -> htmlSAXHandler {
    var sax = htmlSAXHandler()
    sax.initialized = UInt32(XML_SAX2_MAGIC)
    sax.startElement = { state, name, attributes in
      HTMLParser.parser(state)?.startElement(name, attributes)
    }
    sax.endElement = { state, name in HTMLParser.parser(state)?.endElement(name) }
    sax.characters = { state, text, length in HTMLParser.parser(state)?.characters(text, length) }
    sax.ignorableWhitespace = { state, text, length in HTMLParser.parser(state)?.characters(text, length) }
    sax.cdataBlock = { state, text, length in HTMLParser.parser(state)?.characters(text, length) }
    sax.comment = { state, _ in HTMLParser.parser(state)?.mark() }
    sax.processingInstruction = { state, _, _ in HTMLParser.parser(state)?.mark() }
    return sax
  }

  private static func parser(_ state: UnsafeMutableRawPointer?) -> HTMLParser? {
    state.map { Unmanaged<HTMLParser>.fromOpaque($0).takeUnretainedValue() }
  }

  private func mark() {
    let consumed = context.map { Int(xmlByteConsumed($0)) } ?? position
    position = max(position, min(consumed, bytes.count))
  }

  private func startElement(_ name: UnsafePointer<xmlChar>?, _ pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    mark()
    guard let name else { return }
    var attributes: [MarkupAttribute] = []
    var index = 0
    while let pairs, let key = pairs[index], index < 400 {
      let value = pairs[index + 1].map { Self.string($0, limit: attributeLimit) } ?? ""
      attributes.append(MarkupAttribute(name: String(cString: key).lowercased(), value: value))
      index += 2
    }
    events.start(String(cString: name).lowercased(), attributes)
  }

  private static func string(_ pointer: UnsafePointer<xmlChar>, limit: Int) -> String {
    var length = 0
    while length < limit, pointer[length] != 0 { length += 1 }
    return String(decoding: UnsafeBufferPointer(start: pointer, count: length), as: UTF8.self)
  }

  private func endElement(_ name: UnsafePointer<xmlChar>?) {
    mark()
    guard let name else { return }
    events.end(String(cString: name).lowercased())
  }

  private func characters(_ text: UnsafePointer<xmlChar>?, _ length: Int32) {
    let before = position
    mark()
    guard let text, length > 0 else { return }
    let run = UnsafeBufferPointer(start: text, count: Int(length))
    if position - run.count >= before, bytes[(position - run.count)..<position].elementsEqual(run) {
      return events.text((position - run.count)..<position)
    }
    if let literal = literalStart(of: run, from: before) {
      position = max(position, literal + run.count)
      return events.text(literal..<(literal + run.count))
    }
    events.text(Array(run), from: referenceStart(from: before)..<position)
  }

  /// Where a run stands right behind the last event, when the parser had read on past it.
  private func literalStart(of run: UnsafeBufferPointer<xmlChar>, from before: Int) -> Int? {
    var start = before
    let limit = min(before + 2, bytes.count)
    while start <= limit, start + run.count <= bytes.count {
      if bytes[start..<(start + run.count)].elementsEqual(run) { return start }
      start += 1
    }
    return nil
  }

  /// The ampersand of the reference that ends at the position.
  private func referenceStart(from before: Int) -> Int {
    var start = position - 1
    while start >= before, position - start < 64 {
      if bytes[start] == UInt8(ascii: "&") { return start }
      start -= 1
    }
    return min(before, position)
  }
}
