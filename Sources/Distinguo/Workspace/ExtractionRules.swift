import ConceptModel
import TextExtraction

/// The built-in rules, and those of a rules file if there is one.
public struct ExtractionRules: Sendable {
  let set: RuleSet
  /// The rules of the file alone.
  private let added: RuleSet?
  let version: String
  /// To be raised whenever readers, analysis or rules change what is found in a document.
  private static let builtInVersion = "4"

  /// The built-in rules alone.
  public init() {
    set = .builtIn
    added = nil
    version = Self.builtInVersion
  }

  /// The built-in rules with those of a file.
  /// - Throws: `InputProblems` when the file cannot be read or is wrong.
  public init(file path: String) throws {
    guard let bytes = System.contents(of: Array(path.utf8)) else {
      throw Diagnostic(
        code: "unreadable-file", message: "cannot read the rules file \(path): \(System.lastError())",
        hint: "check the path given with --rules")
    }
    let (added, diagnostics) = RuleSet.parse(String(decoding: bytes, as: UTF8.self), file: path)
    if diagnostics.contains(where: { $0.level == .error }) { throw InputProblems(diagnostics: diagnostics) }
    set = RuleSet.builtIn.adding(added)
    self.added = added
    version = Self.builtInVersion + "+" + SHA256.hexadecimal(of: bytes)
  }

  /// How many rules the file has.
  public var addedCount: Int { added?.rules.count ?? 0 }

  /// Runs the examples of the file's rules; gives those that do not come out as written.
  public func checkExamples() -> [Diagnostic] { added?.checkExamples(analyzer: LinguisticAnalyzer()) ?? [] }
}
