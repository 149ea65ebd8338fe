import ConceptModel
import ConceptStore
import TextExtraction

/// What became of one input before anything is stored.
enum PreparedInput: Sendable {
  /// The documents of the input with what was worth saying about them.
  case documents([StoredDocument], [Diagnostic])
  /// The same bytes were read by the same rules before.
  case unchanged
  /// A file of another kind that stood among the documents.
  case passedOver
  case refused([Diagnostic])
}

/// Reads and analyses inputs; knows nothing of a store, so that many can be prepared at a time.
struct Preparation: Sendable {
  /// The digests of the stored documents that the present rules made, by path and id.
  var known: [String: String] = [:]
  /// The closed list that notation files are read with.
  var relations = Relation.builtIn
  var rules = ExtractionRules()

  func prepare(_ file: InputFile) -> PreparedInput {
    let bytes: [UInt8]
    do { bytes = try file.contents() } catch { return .refused([error]) }
    let digest = SHA256.hexadecimal(of: bytes)
    let path = file.absolutePath
    if known[file.id.value] == digest || !path.isEmpty && known[path] == digest { return .unchanged }
    let source = SourceText(id: file.id, path: path, bytes: bytes, fileExtension: file.fileExtension)
    return prepare(source, digest: digest, isNamed: file.isNamed)
  }

  private func prepare(_ source: SourceText, digest: String, isNamed: Bool) -> PreparedInput {
    switch DocumentReader.kind(of: source) {
    case .facts:
      return notation(source, digest: digest)
    case .unsupported where !isNamed && !Self.extensions.contains(source.fileExtension ?? ""):
      return .passedOver
    case .prose, .jsonLines, .unsupported:
      do {
        return analyzed(try DocumentReader.read(source), digest: digest)
      } catch {
        return .refused([error])
      }
    }
  }

  /// A notation file is taken as a whole or not at all.
  private func notation(_ source: SourceText, digest: String) -> PreparedInput {
    let info = DocumentInfo(
      id: source.id, path: source.path, sha256: digest, mediaType: Workspace.notationType)
    let (_, diagnostics) = Workspace.parse(notation: source.bytes, info: info, relations: relations)
    if diagnostics.contains(where: { $0.level == .error }) { return .refused(diagnostics) }
    return .documents([StoredDocument(info: info, text: source.bytes, isNotation: true)], diagnostics)
  }

  private func analyzed(_ documents: [Document], digest: String) -> PreparedInput {
    let analyzer = LinguisticAnalyzer()
    var prepared: [StoredDocument] = []
    var diagnostics: [Diagnostic] = []
    for document in documents {
      var info = document.info
      info.sha256 = digest
      let analyzed = analyzer.analyze(document)
      prepared.append(
        StoredDocument(
          info: info, text: document.text, analysis: Extraction.local(analyzed, rules: rules.set).encoded(),
          analysisVersion: rules.version))
      diagnostics += document.diagnostics + analyzed.diagnostics
    }
    return .documents(prepared, diagnostics)
  }

  /// The extensions that an input is expected to have; another kind of file in a folder is no mistake.
  private static let extensions: Set<String> = [
    "html", "htm", "xhtml", "xml", "md", "markdown", "txt", "facts", "jsonl",
  ]
}
