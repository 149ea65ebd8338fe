internal import CLibXML2

/// What an XML parser tells.
protocol XMLEvents: AnyObject {
  /// Local name, namespace prefix and URI; attribute names carry no prefix except `xml:` and `xlink:` dropped.
  func start(_ name: String, namespace: String, _ attributes: [MarkupAttribute], at offset: Int)
  func end(_ name: String)
  func text(_ range: Range<Int>)
  func text(_ bytes: [UInt8], from range: Range<Int>)
}

/// Runs libxml2's push parser over UTF-8 bytes: no network, no files, no external entities, no DTD, no XInclude.
///
/// Entities that the document declares as short plain text are replaced; any other declaration ends the parse, so that
/// nothing can grow. What is malformed is reported and read as far as it goes.
final class XMLParser {
  enum Outcome {
    case complete
    /// Malformed from an offset on; what stood before was read.
    case malformed(message: String, offset: Int)
    /// Ended on purpose because of an entity declaration.
    case refused(message: String, offset: Int)
  }

  private let bytes: [UInt8]
  private let events: any XMLEvents
  private let limits: ReadLimits
  private var context: xmlParserCtxtPtr?
  private var position = 0
  private var entities: [String: [UInt8]] = [:]
  private var replacements = 0
  private var refusal: (message: String, offset: Int)?
  private var failure: (message: String, offset: Int)?
  private var openCount = 0

  init(bytes: [UInt8], events: any XMLEvents, limits: ReadLimits) {
    self.bytes = bytes
    self.events = events
    self.limits = limits
  }

  func parse() -> Outcome {
    XMLLibrary.prepare()
    var handlers = Self.handlers()
    let state = Unmanaged.passUnretained(self).toOpaque()
    bytes.withUnsafeBytes { raw in
      guard let base = raw.bindMemory(to: CChar.self).baseAddress,
        let context = xmlCreatePushParserCtxt(&handlers, state, nil, 0, nil)
      else { return }
      self.context = context
      let options =
        XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
        | XML_PARSE_NOWARNING.rawValue | XML_PARSE_IGNORE_ENC.rawValue
      xmlCtxtUseOptions(context, Int32(options))
      xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
      feed(context, base)
      if let document = context.pointee.myDoc {
        xmlFreeDoc(document)
        context.pointee.myDoc = nil
      }
      xmlFreeParserCtxt(context)
      self.context = nil
    }
    if let refusal { return .refused(message: refusal.message, offset: refusal.offset) }
    if let failure { return .malformed(message: failure.message, offset: failure.offset) }
    return .complete
  }

  private func feed(_ context: xmlParserCtxtPtr, _ base: UnsafePointer<CChar>) {
    let chunk = 1 << 16
    var offset = 0
    while offset < bytes.count, refusal == nil {
      let length = min(chunk, bytes.count - offset)
      xmlParseChunk(context, base + offset, Int32(length), 0)
      offset += length
      if context.pointee.disableSAX != 0 { break }
    }
    if refusal == nil { xmlParseChunk(context, nil, 0, 1) }
  }

  private static func handlers() -> xmlSAXHandler {
    var sax = xmlSAXHandler()
    sax.initialized = UInt32(XML_SAX2_MAGIC)
    sax.startElementNs = { state, name, _, uri, _, _, count, _, attributes in
      XMLParser.parser(state)?.startElement(name, uri, Int(count), attributes)
    }
    sax.endElementNs = { state, name, _, _ in XMLParser.parser(state)?.endElement(name) }
    sax.characters = { state, text, length in XMLParser.parser(state)?.characters(text, Int(length)) }
    sax.ignorableWhitespace = { state, text, length in XMLParser.parser(state)?.characters(text, Int(length)) }
    sax.cdataBlock = { state, text, length in XMLParser.parser(state)?.section(text, Int(length)) }
    sax.comment = { state, _ in XMLParser.parser(state)?.skip() }
    sax.processingInstruction = { state, _, _ in XMLParser.parser(state)?.skip() }
    sax.entityDecl = { state, name, kind, _, system, content in
      XMLParser.parser(state)?.declare(name, kind: Int(kind), isExternal: system != nil, content)
    }
    sax.serror = { state, error in XMLParser.parser(state)?.note(error) }
    return sax
  }

  private static func parser(_ state: UnsafeMutableRawPointer?) -> XMLParser? {
    state.map { Unmanaged<XMLParser>.fromOpaque($0).takeUnretainedValue() }
  }

  // MARK: Events

  private func consumed() -> Int { min(bytes.count, context.map { Int(xmlByteConsumed($0)) } ?? position) }

  private func startElement(
    _ name: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?, _ count: Int,
    _ raw: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    let end = consumed()
    let tag = bytes[position..<end].lastIndex(of: UInt8(ascii: "<")) ?? position
    recoverEntities(until: tag)
    // The parser stands before the bracket that ends the tag.
    position = max(position, end < bytes.count && bytes[end] == UInt8(ascii: ">") ? end + 1 : end)
    guard let name else { return }
    var attributes: [MarkupAttribute] = []
    for index in 0..<min(count, 400) {
      guard let raw, let key = raw[5 * index], let from = raw[5 * index + 3], let to = raw[5 * index + 4] else {
        continue
      }
      let length = min(to - from, limits.attributeBytes)
      let value = String(decoding: UnsafeBufferPointer(start: from, count: length), as: UTF8.self)
      attributes.append(MarkupAttribute(name: String(cString: key), value: value))
    }
    openCount += 1
    events.start(String(cString: name), namespace: uri.map { String(cString: $0) } ?? "", attributes, at: tag)
  }

  private func endElement(_ name: UnsafePointer<xmlChar>?) {
    let end = consumed()
    recoverEntities(until: bytes[position..<max(position, end)].lastIndex(of: UInt8(ascii: "<")) ?? end)
    position = max(position, end)
    openCount -= 1
    guard let name else { return }
    events.end(String(cString: name))
  }

  private func skip() {
    let end = consumed()
    let start = bytes[position..<max(position, end)].firstIndex(of: UInt8(ascii: "<")) ?? end
    recoverEntities(until: start)
    position = max(position, end)
  }

  private func characters(_ text: UnsafePointer<xmlChar>?, _ length: Int) {
    let end = consumed()
    guard let text, length > 0 else { return }
    let run = UnsafeBufferPointer(start: text, count: length)
    if let start = place(of: run, endingAt: end) {
      recoverEntities(until: start)
      position = max(position, start + length)
      return events.text(start..<(start + length))
    }
    let start = bytes[position..<max(position, end)].lastIndex(of: UInt8(ascii: "&")) ?? min(position, end)
    recoverEntities(until: start)
    position = max(position, end)
    events.text(Array(run), from: start..<max(start, end))
  }

  /// A literal run ends where the parser stands, or begins right behind the last event when the parser read ahead.
  private func place(of run: UnsafeBufferPointer<xmlChar>, endingAt end: Int) -> Int? {
    if end - run.count >= position, bytes[(end - run.count)..<end].elementsEqual(run) { return end - run.count }
    if position + run.count <= bytes.count, bytes[position..<(position + run.count)].elementsEqual(run) {
      return position
    }
    return nil
  }

  /// A CDATA section: its text stands right before `]]>`.
  private func section(_ text: UnsafePointer<xmlChar>?, _ length: Int) {
    let end = consumed()
    guard let text, length > 0 else { return position = max(position, end) }
    let run = UnsafeBufferPointer(start: text, count: length)
    for candidate in [end, end - 3, end - 2, end - 1, end + 3] where candidate - length >= position {
      guard candidate <= bytes.count, bytes[(candidate - length)..<candidate].elementsEqual(run) else { continue }
      position = max(position, candidate)
      return events.text((candidate - length)..<candidate)
    }
    let opening = ASCII.find("<![cdata[", in: bytes, position..<max(position, min(bytes.count, end))).map { $0 + 9 }
    let start = opening ?? position
    position = max(position, end)
    // Line ends are normalised in sections: the bytes differ, the stretch is the same.
    events.text(Array(run), from: min(start, position)..<position)
  }

  // MARK: Entities

  /// References that the parser left out because it does not know the entity: replaced by ours, or kept as written.
  private func recoverEntities(until end: Int) {
    guard position < end, openCount > 0 else { return }
    var index = position
    while let at = bytes[index..<end].firstIndex(of: UInt8(ascii: "&")) {
      guard let semicolon = bytes[at..<min(end, at + 64)].firstIndex(of: UInt8(ascii: ";")) else { break }
      let range = at..<(semicolon + 1)
      let name = String(decoding: bytes[(at + 1)..<semicolon], as: UTF8.self)
      if let own = entities[name], replacements < limits.entityReplacements {
        replacements += 1
        events.text(own, from: range)
      } else if let (known, _) = NamedEntities.reference(in: bytes, at: at, end: end) {
        events.text(known, from: range)
      } else {
        events.text(range)
      }
      index = semicolon + 1
    }
  }

  private func declare(
    _ name: UnsafePointer<xmlChar>?, kind: Int, isExternal: Bool, _ content: UnsafeMutablePointer<xmlChar>?
  ) {
    guard let name, refusal == nil else { return }
    let label = String(cString: name)
    let value = content.map { String(cString: $0) } ?? ""
    let isPlain = !isExternal && value.utf8.count <= 256 && !value.utf8.contains { [0x25, 0x3C].contains($0) }
    let bytes = Array(value.utf8)
    var decoded: [UInt8] = []
    var isSafe = isPlain
    var index = 0
    while isSafe, index < bytes.count {
      if bytes[index] != UInt8(ascii: "&") {
        decoded.append(bytes[index])
        index += 1
      } else if let (scalar, length) = NamedEntities.reference(in: bytes, at: index, end: bytes.count) {
        decoded.append(contentsOf: scalar)
        index += length
      } else {
        isSafe = false
      }
    }
    // Parameter entities and entities that name other than text are never loaded nor replaced.
    let isInert =
      isExternal
      && [XML_EXTERNAL_GENERAL_UNPARSED_ENTITY.rawValue, XML_EXTERNAL_PARAMETER_ENTITY.rawValue].contains(UInt32(kind))
    if isSafe || isInert {
      if entities[label] == nil, isSafe { entities[label] = decoded }
      return
    }
    let reason = isExternal ? "refers to another file" : "is made of other entities or mark-up"
    refusal = ("the entity \"\(label.prefix(40))\" \(reason)", consumed())
    if let context { xmlStopParser(context) }
  }

  private func note(_ error: UnsafeMutablePointer<xmlError>?) {
    guard let error = error?.pointee, failure == nil, refusal == nil else { return }
    // An unknown entity is kept as written; a name space without a declaration changes nothing.
    let harmless = [XML_ERR_UNDECLARED_ENTITY.rawValue, XML_WAR_UNDECLARED_ENTITY.rawValue]
    if error.level.rawValue < XML_ERR_FATAL.rawValue || error.domain == Int32(XML_FROM_NAMESPACE.rawValue)
      || harmless.contains(UInt32(bitPattern: error.code))
    {
      return
    }
    let message = error.message.map { String(cString: $0) } ?? "malformed XML"
    failure = (message.split(whereSeparator: \.isWhitespace).joined(separator: " "), consumed())
  }
}

/// libxml2 as a whole.
enum XMLLibrary {
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Sets the library up before its first use, once, whatever thread comes first.
  static func prepare() { _ = isReady }
}
