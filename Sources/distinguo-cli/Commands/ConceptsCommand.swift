import ArgumentParser
import ConceptModel
import Distinguo

struct ConceptsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concepts", abstract: "List the concepts, the most central first.")

  @OptionGroup var store: StoreOptions

  @Option(help: "At most so many.")
  var limit: Int?

  @Option(help: "text, csv or tsv.")
  var format = TableFormat.text

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit needs a number from 0.") }
  }

  func run() throws {
    let concepts = try store.open().concepts(limit: limit)
    let rows = concepts.map { concept in
      [concept.displayLabel, String(concept.documents.count), String(concept.mentions), concept.gloss ?? ""]
    }
    try Console.answer(format.table(header: ["concept", "documents", "mentions", "gloss"], rows: rows))
  }
}

struct RelationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relations", abstract: "List the relations that may be stated and asked for.",
    discussion: "The built-in ones, and those that the store's notation files and imports add when there is a store.")

  @OptionGroup var store: StoreOptions

  @Option(help: "text, csv or tsv.")
  var format = TableFormat.text

  func run() throws {
    let path = store.resolvedPath
    let isStore = store.path != nil || Workspace.exists(at: path)
    let relations = isStore ? try store.open().relations() : Relation.builtIn
    let rows = relations.map { relation in
      [relation.name, relation.sign ?? "", relation.reading, relation.propertyWords.joined(separator: ", ")]
    }
    try Console.answer(format.table(header: ["relation", "sign", "reads", "properties"], rows: rows))
  }
}

extension Relation {
  /// The properties as `distinguo relations` prints them.
  fileprivate var propertyWords: [String] {
    var words: [String] = []
    if isSymmetric { words.append("symmetric") }
    if isTransitive { words.append("transitive") }
    if isProvenance { words.append("provenance") } else if !isBridge { words.append("no bridge") }
    if let superRelation { words.append("under \(superRelation)") }
    if let inverse { words.append("inverse \(inverse)") }
    if let macro { words.append("= \(macro)") }
    return words
  }
}
