/// The rule texts that every rule set starts from, in the order in which they are read.
enum BuiltInRules {
  /// One text with the name that its diagnostics carry.
  struct Part: Sendable {
    var name: String
    var text: String
  }

  static let parts: [Part] = [
    Part(name: "lists.rules", text: lists),
    Part(name: "kinds.rules", text: kinds),
    Part(name: "naming.rules", text: naming),
    Part(name: "causation.rules", text: causation),
    Part(name: "use.rules", text: use),
    Part(name: "parts.rules", text: parts_),
    Part(name: "evidence.rules", text: evidence),
  ]
}
