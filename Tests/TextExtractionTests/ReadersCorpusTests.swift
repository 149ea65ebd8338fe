import ConceptModel
import Foundation
import TestSupport
import Testing

@testable import TextExtraction

@Suite(.enabled(if: SharedFolder.path != nil, "needs the shared folder"))
struct ReadersCorpusTests {
  private static let root = (SharedFolder.path ?? "") + "/corpora"

  private static func files(_ folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: "\(root)/\(folder)")?.compactMap { $0 as? String } ?? []
    return names.filter { !$0.hasSuffix(".md") || !$0.contains("MANIFEST") }.map { "\(root)/\(folder)/\($0)" }.filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }

  private static func load(_ path: String) -> SourceText {
    let bytes = FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? []
    let name = (path as NSString).pathExtension.lowercased()
    return SourceText(id: DocumentID(path), path: path, bytes: bytes, fileExtension: name.isEmpty ? nil : name)
  }

  @Test(arguments: ["hostile", "xml-prose", "transfer", "ai-safety"])
  func everyFileKeepsThePromisesOfADocument(folder: String) {
    var read = 0
    for path in Self.files(folder) {
      let source = Self.load(path)
      do {
        for document in try DocumentReader.read(source) {
          read += 1
          let violation = DocumentInvariants.violation(document, source: source.bytes)
          #expect(violation == nil, "\(path): \(violation ?? "")")
        }
      } catch {
        #expect(!error.message.isEmpty && error.hint != nil && error.file == path)
      }
    }
    #expect(read > 0)
  }

  @Test func treeConstructionCasesAreRead() {
    var cases = 0
    for path in Self.files("hostile/html5lib-tree") where path.hasSuffix(".dat") {
      let text = String(decoding: Self.load(path).bytes, as: UTF8.self)
      for part in text.components(separatedBy: "#data\n").dropFirst() {
        let bytes = Array((part.components(separatedBy: "\n#errors").first ?? "").utf8)
        let source = SourceText(id: DocumentID("case"), bytes: bytes, fileExtension: "html")
        guard let document = try? DocumentReader.read(source).first else { continue }
        cases += 1
        #expect(DocumentInvariants.violation(document, source: bytes) == nil, "\(path)")
      }
    }
    #expect(cases > 100)
  }

  @Test(arguments: [
    ("utf-8", ["UTF-8"]), ("UTF-16LE", ["UTF-16LE"]), ("UTF-32BE", ["UTF-32BE"]),
    ("iso-8859-1", ["ISO-8859-1", "windows-1252"]), ("windows-1252", ["windows-1252", "ISO-8859-1"]),
  ])
  func encodingsWithADecoder(folder: String, names: [String]) throws {
    let paths = Self.files("hostile/encodings-chardet/\(folder)")
    #expect(!paths.isEmpty)
    for path in paths {
      let document = try #require(try DocumentReader.read(Self.load(path)).first)
      #expect(names.contains(document.info.encoding), "\(path): \(document.info.encoding)")
      #expect(!document.text.isEmpty)
    }
  }

  @Test func otherEncodingsAreNeverSilentlyWrong() {
    let known = ["utf-8", "UTF-16LE", "UTF-32BE", "iso-8859-1", "windows-1252"]
    for path in Self.files("hostile/encodings-chardet") where !known.contains(where: { path.contains("/\($0)/") }) {
      do {
        let documents = try DocumentReader.read(Self.load(path))
        let isReported = documents.contains { $0.diagnostics.contains { $0.code == "guessed-encoding" } }
        #expect(isReported || documents.allSatisfy { $0.info.encoding == "UTF-8" }, "\(path)")
      } catch {
        #expect(["unsupported-encoding", "unknown-encoding", "unsupported-input"].contains(error.code), "\(path)")
      }
    }
  }

  @Test func nothingOutsideAFileIsRead() {
    for path in Self.files("hostile/xml-bombs") + Self.files("hostile/libxml2-misc/XInclude") {
      guard let documents = try? DocumentReader.read(Self.load(path)) else { continue }
      let size = documents.reduce(0) { $0 + $1.text.count }
      #expect(size <= Self.load(path).bytes.count * 4, "\(path) grew to \(size) bytes")
    }
  }

  @Test func renderedPageAndSourceGiveTheSameWords() throws {
    let sources = Self.files("transfer/lakens-qmd")
    #expect(!sources.isEmpty)
    for path in sources {
      let name = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
      let source = try #require(try DocumentReader.read(Self.load(path)).first)
      let page = try #require(
        try DocumentReader.read(Self.load("\(Self.root)/transfer/lakens-html/\(name).html")).first)
      let (a, b) = (Self.words(source), Self.words(page))
      let both = a.reduce(0) { $0 + min($1.value, b[$1.key] ?? 0) }
      let either = a.values.reduce(0, +) + b.values.reduce(0, +) - both
      // One chapter makes a table by a program, which its source does not show.
      #expect(both * 100 >= either * (name.hasPrefix("11") ? 94 : 97), "\(name): \(both) of \(either)")
    }
  }

  /// The words of the running text with their counts; programs, formulas and citations left out.
  private static func words(_ document: Document) -> [String: Int] {
    var counts: [String: Int] = [:]
    for block in document.blocks where block.role != .furniture && block.kind != .code && block.kind != .math {
      var bytes = Array(document.text[block.range])
      for span in block.spans where [.code, .math, .citation].contains(span.kind) {
        for index in span.range { bytes[index - block.range.lowerBound] = 0x20 }
      }
      for word in bytes.split(whereSeparator: { !ASCII.isLetter($0) }) {
        counts[String(decoding: word, as: UTF8.self).lowercased(), default: 0] += 1
      }
    }
    return counts
  }

  @Test func seedDocuments() throws {
    let folder = (SharedFolder.path ?? "") + "/seeds"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".txt") {
      let source = Self.load("\(folder)/\(name)")
      let document = try #require(try DocumentReader.read(source).first)
      #expect(document.text == source.bytes)
      #expect(DocumentInvariants.violation(document, source: source.bytes) == nil)
      #expect(document.blocks.count > 50)
      // Every mark has its note in its own section, where the document has notes at all.
      let notes = Set(
        document.blocks.compactMap { block -> String? in
          if case .footnote(let label) = block.kind { "\(block.section)/\(label)" } else { nil }
        })
      guard !notes.isEmpty else { continue }
      for block in document.blocks {
        for span in block.spans {
          if case .footnoteMark(let label) = span.kind { #expect(notes.contains("\(block.section)/\(label)")) }
        }
      }
    }
  }
}
