/// What a diagnostic code means, for `explain` and the reference.
public struct DiagnosticExplanation: Hashable, Sendable {
  /// The part of the program that the code comes from.
  public enum Topic: String, Hashable, Sendable, CaseIterable {
    case notation = "Notation and queries"
    case reading = "Reading documents"
    case rules = "Rules files"
    case store = "The store"
    case graphs = "Imported graphs"
    case command = "The command line"
  }

  public var code: String
  public var topic: Topic
  /// What is wrong, in one sentence.
  public var meaning: String
  /// What to do next, in one sentence.
  public var advice: String

  public init(_ code: String, _ topic: Topic, _ meaning: String, _ advice: String) {
    self.code = code
    self.topic = topic
    self.meaning = meaning
    self.advice = advice
  }
}

/// Every diagnostic code with its explanation.
///
/// A new code is one line here; a test compares this list with the codes that the sources use.
public enum DiagnosticCatalog {
  /// All explanations by topic, then code.
  public static let all: [DiagnosticExplanation] = (notation + reading + rules + store + graphs + command).sorted {
    let topics = DiagnosticExplanation.Topic.allCases
    let first = topics.firstIndex(of: $0.topic) ?? 0
    let second = topics.firstIndex(of: $1.topic) ?? 0
    return first != second ? first < second : scalarLess($0.code, $1.code)
  }

  /// The explanation of a code, whatever the case of its letters.
  public static func explanation(of code: String) -> DiagnosticExplanation? {
    let key = LabelKey.folded(code)
    return all.first { LabelKey.folded($0.code) == key }
  }

  /// `docs/Diagnostics.md`.
  public static func markdown() -> String {
    var out = """
      # Diagnostics

      This page is generated from the catalog of codes; a test compares the two, and another one compares the catalog
      with the codes that the sources use. `distinguo explain CODE` prints an entry. Conflation rules have their own
      page, [Rules.md](Rules.md).

      """
    for topic in DiagnosticExplanation.Topic.allCases {
      out += "\n## \(topic.rawValue)\n\n| code | meaning | next step |\n|---|---|---|\n"
      for entry in all where entry.topic == topic {
        out += "| `\(entry.code)` | \(cell(entry.meaning)) | \(cell(entry.advice)) |\n"
      }
    }
    return out
  }

  /// A bar would end the cell of a table.
  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  private static let notation: [DiagnosticExplanation] = [
    .init(
      "syntax", .notation, "The text is not in the notation at the marked place.",
      "Write what the mark asks for; `distinguo check FILE` finds all such places."),
    .init(
      "unknown-term", .notation, "No concept has this name or a name like it.",
      "Take one of the suggestions, or look with `distinguo concepts` and `find ?x where ?x like \"*part*\"`."),
    .init(
      "ambiguous-term", .notation, "Several concepts or senses have this name.",
      "Write one of the listed senses, or `name#*` for all of them."),
    .init(
      "unknown-relation", .notation, "The relation is not in the closed list.",
      "Take the suggestion, or print the list with `distinguo relations`; `@relation` declares a new one."),
    .init(
      "unknown-source", .notation, "No document or stated source has this name.",
      "Print the names with `distinguo documents`."),
    .init(
      "unknown-field", .notation, "Facts and conditions have no field of this name.",
      "Use source, author, date, confidence, agreed-by, rule, polarity, modality, length or quote."),
    .init(
      "bad-value", .notation, "The value does not fit its field.",
      "Write a number from 0 to 1 for confidence, a date as YYYY-MM-DD, a whole number for counts."),
    .init(
      "infinite", .notation, "The query asks for all walks of an unbounded pattern, of which there is no end.",
      "Drop the word `walk`, or bound the repetition: `⊑{1,4}`."),
    .init(
      "too-large", .notation, "A repetition or a list is larger than the engine unrolls.",
      "Use a smaller bound, or `+` for any number of steps."),
    .init(
      "not-expressible", .notation, "The other query language cannot say what this query asks.",
      "Ask it here, or follow the steps that the message names."),
  ]

  private static let reading: [DiagnosticExplanation] = [
    .init(
      "unreadable-file", .reading, "A file could not be opened or read.",
      "Check that it exists and that you may read it."),
    .init(
      "unsupported-input", .reading, "The content is of a kind that no reader takes.",
      "Convert it to HTML, Markdown, XML or plain text first."),
    .init(
      "bad-encoding", .reading, "Bytes of the input are not valid in its character encoding and were replaced.",
      "Save the file as UTF-8, or declare the encoding that it is in."),
    .init(
      "document-too-large", .reading, "A document is larger than the limit for its kind.",
      "Split it, or raise the limit."),
    .init(
      "too-deep", .reading, "Mark-up is nested deeper than any real document is.",
      "Look at the named place: the mark-up is broken or hostile."),
    .init(
      "malformed-xml", .reading, "The XML is not well-formed.", "Correct it at the named place."),
    .init(
      "unsafe-xml", .reading, "The XML declares entities that grow beyond all measure or lie outside the file.",
      "Take the declarations out; nothing outside a file is ever read."),
    .init(
      "not-prose", .reading, "A notation file was given where running text is read.",
      "Read it with `distinguo add` or `distinguo ingest`."),
    .init(
      "unknown-encoding", .reading, "The declared character encoding is none that is known.",
      "Correct the declaration, or save the file as UTF-8."),
    .init(
      "unsupported-encoding", .reading, "The input is in a character encoding that is not read.",
      "Save the file as UTF-8."),
    .init(
      "guessed-encoding", .reading, "The input declares no character encoding and is not UTF-8, so one was guessed.",
      "Save the file as UTF-8, or declare the encoding that it is in."),
    .init(
      "damaged-analysis", .reading, "A stored analysis cannot be read: it is of another version, or damaged.",
      "Ingest the document again."),
    .init(
      "link-loop", .reading, "A symbolic link leads back to a folder above it and was not followed.",
      "Nothing is lost; take the link out to be rid of the warning."),
    .init(
      "missing-file", .reading, "There is no file or folder of this name.", "Check the spelling of the path."),
    .init(
      "bad-json-line", .reading, "A line is not a JSON object of the expected shape.",
      "Write one object a line with at least `doc` and `text`."),
    .init(
      "duplicate-document", .reading, "Two inputs lead to one document id.",
      "Ingest their common folder, or rename one of them."),
  ]

  private static let rules: [DiagnosticExplanation] = [
    .init(
      "bad-rule", .rules, "An entry of a rules file cannot be understood.",
      "Compare it with the rules that `distinguo rules` prints."),
    .init(
      "example-matched", .rules, "A rule finds something in an example that it should leave alone.",
      "Narrow the pattern, or correct the example."),
    .init(
      "too-many-relations", .rules, "More relations are declared than a graph can hold.",
      "Declare fewer: 65,535 is the limit, imported predicates included."),
    .init(
      "example-failed", .rules, "An example of a rule does not do what its rule says.",
      "Correct the pattern or the example; `distinguo rules test FILE` shows both."),
  ]

  private static let store: [DiagnosticExplanation] = [
    .init(
      "no-store", .store, "There is no store at this path.",
      "Make one with `distinguo ingest`, `import` or `add`, or name another with `--db`."),
    .init(
      "not-a-store", .store, "The file is not a Distinguo store.",
      "Name another file with `--db`; this one was left alone."),
    .init(
      "newer-store", .store, "The store was written by a newer version of the program.",
      "Use that version, or build the store anew."),
    .init(
      "store-corrupt", .store, "The store is damaged.", "Run `distinguo repair`, or ingest the documents anew."),
    .init(
      "store-locked", .store, "Another process is writing to the store.", "Wait until it is done and try again."),
    .init(
      "store-read-only", .store, "The store may not be written to.", "Check the rights of the file and its folder."),
    .init(
      "store-unreadable", .store, "The store cannot be opened.",
      "Check that you may read the file and write to its folder."),
    .init("store-is-folder", .store, "The path of the store is a folder.", "Name a file in it with `--db`."),
    .init(
      "no-folder", .store, "The folder of the store does not exist.", "Make the folder first, or name another file."),
    .init(
      "store-disk-error", .store, "Reading or writing the store failed.",
      "Check the disk and its free space, then run `distinguo verify`."),
    .init(
      "store-value-too-large", .store, "A document or value is too large for the store.",
      "Split the document into parts of less than 1 GB."),
    .init(
      "store-failed", .store, "The store could not do what was asked.",
      "Run `distinguo verify`, and report the message if it persists."),
    .init(
      "unknown-document", .store, "There is no document of this id in the store.",
      "Print the ids with `distinguo documents`."),
    .init(
      "reverse-stated", .store, "Sources say the reverse of a fact that was just stated.",
      "Look at both with `distinguo why`; the fact was added all the same."),
    .init("disk-full", .store, "There is no room left for the store.", "Make room; nothing was lost."),
    .init(
      "dirty-store", .store, "A run was interrupted, so that answers may lack what it had begun.",
      "Run `distinguo ingest` again, or `distinguo repair`."),
    .init(
      "quote-not-found", .store, "A stored quotation is not at its place in the source.",
      "Ingest the changed source again."),
  ]

  private static let graphs: [DiagnosticExplanation] = [
    .init(
      "bad-statement", .graphs, "A statement of an imported graph cannot be read.", "Correct it at the named place."),
    .init(
      "bad-iri", .graphs, "An IRI is not one, or is relative without a base.",
      "Correct it, or give a base with `--base IRI`."),
    .init(
      "missing-column", .graphs, "An edge list has no column that it needs.",
      "Give it a header with subject, relation and object."),
  ]

  private static let command: [DiagnosticExplanation] = [
    .init(
      "usage", .command, "The call does not fit the command.", "See `distinguo help COMMAND`."),
    .init(
      "not-written", .command, "The output could not be written.", "Check the folder and the room on the disk."),
    .init(
      "broken-pipe", .command, "Whoever read the output has gone; the command ended early.", "Nothing needs to be done."
    ),
    .init(
      "graphviz-missing", .command, "A picture was asked for, and the program `dot` of Graphviz is not installed.",
      "Install it (`apt install graphviz`, `brew install graphviz`), or export with `--format dot`."),
    .init(
      "graphviz-failed", .command, "Graphviz did not accept the drawing.",
      "Export with `--format dot` and run `dot -Tsvg` on the file to see why."),
    .init(
      "unknown-rule", .command, "There is no rule or diagnostic code of this name.",
      "Print the rules with `distinguo rules`."),
  ]
}
