/// A wording or lay-out by which texts define terms: its name, what it looks for, and passages that show it.
public struct DefinitionRule: Sendable {
  /// A passage with what the rule makes of it.
  public struct Example: Sendable {
    public var text: String
    public var term: String
    /// The first words of the defining text.
    public var definition: String
    /// The broader notion, where the rule gives one.
    public var genus: String?

    init(_ text: String, _ term: String, _ definition: String, genus: String? = nil) {
      self.text = text
      self.term = term
      self.definition = definition
      self.genus = genus
    }
  }

  /// The id that candidates carry.
  public var id: String
  /// What the rule looks for, one sentence.
  public var pattern: String
  /// Passages that the rule has to read.
  public var matches: [Example]
  /// Passages in which the rule finds nothing.
  public var rejects: [String]

  /// All rules of `DefinitionFinder`.
  public static let all: [DefinitionRule] = predications + namings + appositions + layouts
}
