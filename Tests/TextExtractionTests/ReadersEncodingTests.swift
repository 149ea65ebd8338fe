import ConceptModel
import Testing

@testable import TextExtraction

@Suite struct ReadersEncodingTests {
  private let sentence = "Größe und naïve Wörter – “so”.\n"

  private func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    var units = Array(text.utf16)
    if mark { units.insert(0xFEFF, at: 0) }
    return units.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  private func utf32(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    let scalars = (mark ? [0xFEFF] : []) + text.unicodeScalars.map(\.value)
    return scalars.flatMap { value -> [UInt8] in
      let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
      return bigEndian ? bytes : bytes.reversed()
    }
  }

  @Test(arguments: [(true, true), (true, false), (false, true), (false, false)])
  func wideEncodings(bigEndian: Bool, mark: Bool) throws {
    let text = "Plain words, a clef 𝄞 and \(sentence)"
    for (bytes, name) in [
      (utf16(text, bigEndian: bigEndian, mark: mark), bigEndian ? "UTF-16BE" : "UTF-16LE"),
      (utf32(text, bigEndian: bigEndian, mark: mark), bigEndian ? "UTF-32BE" : "UTF-32LE"),
    ] {
      let document = try #require(try DocumentReader.read(Reading.source(bytes, "txt")).first)
      #expect(String(decoding: document.text, as: UTF8.self) == text)
      #expect(document.info.encoding == name)
      #expect(DocumentInvariants.violation(document, source: bytes) == nil)
      // The clef is found again at its own bytes.
      let at = try #require(document.text.firstIndex(of: 0xF0))
      let place = document.offsets.sourceRange(of: at..<(at + 4))
      let unit = name.hasPrefix("UTF-16") ? 2 : 4
      let scalarsBefore = Array(text.prefix { $0 != "𝄞" }).count + (mark ? 1 : 0)
      #expect(place == (scalarsBefore * unit)..<(scalarsBefore * unit + 4))
    }
  }

  @Test func byteOrderMarkOfUTF8IsNoText() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array(sentence.utf8)
    let document = try #require(try DocumentReader.read(Reading.source(bytes, "txt")).first)
    #expect(String(decoding: document.text, as: UTF8.self) == sentence)
    #expect(document.offsets.sourceRange(of: 0..<2) == 3..<5)
  }

  @Test func windows1252IsGuessedAndReported() throws {
    let bytes = Array("The caf".utf8) + [0xE9] + Array(" said ".utf8) + [0x93] + Array("yes".utf8) + [0x94, 0x2E]
    let document = try #require(try DocumentReader.read(Reading.source(bytes, "txt")).first)
    #expect(String(decoding: document.text, as: UTF8.self) == "The café said “yes”.")
    #expect(document.info.encoding == "windows-1252")
    #expect(document.diagnostics.map(\.code) == ["guessed-encoding"])
    #expect(DocumentInvariants.violation(document, source: bytes) == nil)
    let word = try #require(String(decoding: document.text, as: UTF8.self).range(of: "yes"))
    let start = String(decoding: document.text, as: UTF8.self)[..<word.lowerBound].utf8.count
    #expect(document.offsets.sourceRange(of: start..<(start + 3)) == 15..<18)
  }

  @Test func declaredLatin1() throws {
    let bytes =
      Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><doc><p>caf".utf8) + [0xE9] + Array("</p></doc>".utf8)
    let document = try #require(try DocumentReader.read(Reading.source(bytes, "xml")).first)
    #expect(Reading.texts(document) == ["café"])
    #expect(document.info.encoding == "ISO-8859-1")
    #expect(document.diagnostics.isEmpty)
  }

  @Test func falseDeclarationLosesToValidUTF8() throws {
    let page = "<html><head><meta charset=\"iso-8859-1\"></head><body><p>Größe</p></body></html>"
    let document = try Reading.document(page, "html")
    #expect(Reading.texts(document) == ["Größe"])
  }

  @Test func encodingWithoutDecoderIsNamed() {
    let bytes =
      Array("<?xml version=\"1.0\" encoding=\"KOI8-R\"?><p>".utf8) + [0xD4, 0xC5, 0xCB, 0xD3, 0xD4] + Array("</p>".utf8)
    let error = Reading.error(bytes, "xml")
    #expect(error?.code == "unsupported-encoding")
    #expect(error?.message.contains("koi8-r") == true)
    #expect(error?.hint?.contains("UTF-8") == true)
  }

  @Test func cyrillicWithoutDeclarationIsNotTakenForWestern() {
    // "привет, мир" in KOI8-R.
    let bytes: [UInt8] = [0xD0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4, 0x2C, 0x20, 0xCD, 0xC9, 0xD2, 0x0A]
    #expect(Reading.error(bytes, "txt")?.code == "unknown-encoding")
  }

  @Test func damagedUTF8IsReplacedAndReportedWithItsOffset() throws {
    let bytes = Array("Ein schöner ".utf8) + [0xC3] + Array(" Tag für alle.".utf8) + [0xE2, 0x80] + Array("\n".utf8)
    let document = try #require(try DocumentReader.read(Reading.source(bytes, "txt")).first)
    #expect(String(decoding: document.text, as: UTF8.self) == "Ein schöner \u{FFFD} Tag für alle.\u{FFFD}\n")
    let warning = try #require(document.diagnostics.first)
    #expect(warning.code == "bad-encoding")
    #expect(warning.message.contains("2 sequences"))
    #expect(warning.message.contains("byte 13"))
    #expect(DocumentInvariants.violation(document, source: bytes) == nil)
    let end = document.text.count - 1
    #expect(document.offsets.sourceRange(of: (end - 3)..<end) == 29..<31)
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func digestOfTheStandardsExamples(text: String, digest: String) {
    #expect(SHA256.hexadecimal(of: Array(text.utf8)) == digest)
  }
}
