import CLibXML2
import Testing

/// Reads a text with libxml2's streaming reader and returns its errors; with a schema, validity errors too.
func xmlErrors(_ text: String, schema path: String? = nil) -> [String] {
  var bytes = Array(text.utf8CString.dropLast())
  let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
  return bytes.withUnsafeMutableBufferPointer { buffer -> [String] in
    guard let reader = xmlReaderForMemory(buffer.baseAddress, Int32(buffer.count), nil, "UTF-8", options) else {
      return ["no reader"]
    }
    defer { xmlFreeTextReader(reader) }
    var schema: xmlSchemaPtr?
    if let path {
      let parser = xmlSchemaNewParserCtxt(path)
      schema = xmlSchemaParse(parser)
      xmlSchemaFreeParserCtxt(parser)
      guard schema != nil, xmlTextReaderSetSchema(reader, schema) == 0 else { return ["unreadable schema"] }
    }
    var errors: [String] = []
    var state = xmlTextReaderRead(reader)
    while state == 1 { state = xmlTextReaderRead(reader) }
    if state < 0 { errors.append("not well-formed") }
    if schema != nil {
      if xmlTextReaderIsValid(reader) != 1 { errors.append("not valid") }
      xmlTextReaderSetSchema(reader, nil)
      xmlSchemaFree(schema)
    }
    return errors
  }
}

@Suite struct XMLChecks {
  @Test func theCheckItselfFindsFaults() {
    #expect(xmlErrors("<a><b></a>") != [])
    #expect(xmlErrors("<a/>") == [])
  }
}
