/// A relation of the closed list, or one that a notation file or an import added.
public struct Relation: Hashable, Sendable {
  /// The name, such as `leads-to`.
  public var name: String
  /// The sentence that it stands for, with A and B.
  public var reading: String
  /// The sign of the notation, if it has one, such as `→`.
  public var sign: String?
  public var isSymmetric: Bool
  public var isTransitive: Bool
  /// Whether `~>` and `~` may walk over it; false for differences and contrasts.
  public var isBridge: Bool
  /// Whether it ties terms to people and works; such relations are no bridges and are not in `any`.
  public var isProvenance: Bool
  /// The name of the relation that reads it the other way round, if it has one.
  public var inverse: String?
  /// The relation that this one is a special case of: a question for that one is answered by this one too.
  public var superRelation: String?
  /// The path expression that a macro stands for, as written after `=` in its `@relation` line.
  public var macro: String?
  /// The IRI of an imported predicate.
  public var iri: String?

  public init(
    name: String, reading: String, sign: String? = nil, isSymmetric: Bool = false, isTransitive: Bool = false,
    isBridge: Bool = true, isProvenance: Bool = false, inverse: String? = nil, superRelation: String? = nil,
    macro: String? = nil, iri: String? = nil
  ) {
    self.name = name
    self.reading = reading
    self.sign = sign
    self.isSymmetric = isSymmetric
    self.isTransitive = isTransitive
    self.isBridge = isBridge
    self.isProvenance = isProvenance
    self.inverse = inverse
    self.superRelation = superRelation
    self.macro = macro
    self.iri = iri
  }

  /// The relations that every store has, in the order in which `distinguo relations` prints them.
  public static let builtIn: [Relation] = [
    Relation(name: "is-a", reading: "every A is a B", sign: "⊑", isTransitive: true),
    Relation(name: "instance-of", reading: "A, a named individual, is a B"),
    Relation(name: "example-of", reading: "A is put forward as an example of B"),
    Relation(name: "part-of", reading: "A is a component, member or step of B"),
    Relation(
      name: "same-as", reading: "A and B are two names for one notion, as a source claims", sign: "=",
      isSymmetric: true),
    Relation(name: "maps-to", reading: "A plays the role of B in another vocabulary", sign: "≈", isSymmetric: true),
    Relation(
      name: "different-from", reading: "a source denies that A and B are the same", sign: "≠",
      isSymmetric: true, isBridge: false),
    Relation(
      name: "contrasts-with", reading: "A and B are set against each other as poles or alternatives",
      isSymmetric: true, isBridge: false),
    Relation(
      name: "conflated-with", reading: "a source says that people take A for B", sign: "≬",
      isSymmetric: true, isBridge: false),
    Relation(name: "leads-to", reading: "A causes, produces or makes B more likely", sign: "→"),
    Relation(name: "causes", reading: "A causes B outright", superRelation: "leads-to"),
    Relation(name: "undermines", reading: "A breaks, prevents or hinders B"),
    Relation(name: "addresses", reading: "A is a method or approach for the problem B"),
    Relation(name: "used-for", reading: "A is used for B"),
    Relation(name: "requires", reading: "B is a necessary condition of A", isTransitive: true),
    Relation(name: "applies-to", reading: "the term or property A holds of B"),
    Relation(name: "evaluates", reading: "the test A probes B"),
    Relation(name: "evidence-for", reading: "A speaks for B"),
    Relation(name: "evidence-against", reading: "A speaks against B"),
    Relation(name: "precedes-on-spectrum", reading: "A stands right before B on a scale written down by a source"),
    Relation(
      name: "defined-by", reading: "the term A is defined by the person or work B", isBridge: false,
      isProvenance: true),
    Relation(name: "proposes", reading: "the person or work A proposes B", isBridge: false, isProvenance: true),
    Relation(name: "authored-by", reading: "the work A was written by B", isBridge: false, isProvenance: true),
    Relation(name: "argues-for", reading: "the person or work A argues for B", isBridge: false, isProvenance: true),
    Relation(
      name: "argues-against", reading: "the person or work A argues against B", isBridge: false,
      isProvenance: true),
    Relation(name: "about", reading: "the work A is about B", isBridge: false, isProvenance: true),
  ]
}
