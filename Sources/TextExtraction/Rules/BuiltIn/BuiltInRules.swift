/// The rule texts that every rule set starts from, in the order in which they are read.
enum BuiltInRules {
  /// One text with the name that its diagnostics carry.
  struct Part: Sendable {
    var name: String
    var text: String
  }

  static let parts: [Part] = [
    Part(name: "kinds.rules", text: kinds)
  ]
}
