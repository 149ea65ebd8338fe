import ArgumentParser
import ConceptModel
import Distinguo

struct DocumentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "documents", abstract: "List the documents of the store.")

  @OptionGroup var store: StoreOptions

  @Option(help: "text, csv or tsv.")
  var format = TableFormat.text

  func run() throws {
    let documents = try store.open().documents()
    let rows = documents.map { [$0.id.value, $0.date ?? "", $0.mediaType, $0.title ?? ""] }
    try Console.answer(format.table(header: ["document", "date", "type", "title"], rows: rows))
  }
}

struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Drop documents and what was read out of them.")

  @Argument(help: "Ids as `documents` lists them.")
  var documents: [String]

  @OptionGroup var store: StoreOptions

  func run() throws {
    let totals = try store.openForWriting(create: false).remove(documents.map { DocumentID($0) })
    store.note("\(totals.documents) documents are left")
  }
}
