import Foundation
@_spi(Training) import TextExtraction

/// What to train on: the manifest names every file with its licence.
struct Manifest: Decodable {
  struct Input: Decodable {
    var file: String
    var role: String
    var licence: String
    var attribution: String
  }
  var seed: UInt64
  var taggerEpochs: Int
  var parserEpochs: Int
  var inputs: [Input]
}

/// Trains the tagger, the lemma rules and the parser and writes the model file.
@main
struct Train {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 4 else {
      log("usage: train-language-model MANIFEST DATA-FOLDER OUTPUT [--develop NAME=FILE.conllu]… [--seed N]")
      exit(2)
    }
    var manifest = try JSONDecoder().decode(Manifest.self, from: Data(contentsOf: URL(fileURLWithPath: arguments[1])))
    var develop: [(String, String)] = []
    for (flag, value) in zip(arguments.dropFirst(4), arguments.dropFirst(5)) {
      if flag == "--seed", let seed = UInt64(value) { manifest.seed = seed }
      if flag == "--develop", let split = value.firstIndex(of: "=") {
        develop.append((String(value[..<split]), String(value[value.index(after: split)...])))
      }
    }
    let folder = arguments[2] + "/"
    var sentences: [[TreebankWord]] = []
    for input in manifest.inputs where input.role == "treebank" { sentences += try Treebank.read(folder + input.file) }
    guard let file = manifest.inputs.first(where: { $0.role == "vectors" })?.file else { return log("no vectors") }
    let vectors = try WordVectors(folder + file)
    let training = TrainingRun(manifest: manifest, sentences: sentences, vectors: vectors)
    for (name, path) in develop { try training.addDevelopment(name, Treebank.read(path)) }
    let model = training.run()
    try Data(model).write(to: URL(fileURLWithPath: arguments[3]))
    log("wrote \(model.count) bytes")
  }
}

func log(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

/// One training run from sentences to the bytes of a model.
final class TrainingRun {
  private let manifest: Manifest
  private let sentences: [[TreebankWord]]
  private let vectors: WordVectors
  private let lexicon: Lexicon
  private var examples: [Example]
  private var development: [(name: String, sentences: [[TreebankWord]], examples: [Example])] = []

  init(manifest: Manifest, sentences: [[TreebankWord]], vectors: WordVectors) {
    self.manifest = manifest
    self.sentences = sentences
    self.vectors = vectors
    lexicon = Lexicon(sentences, vectors: vectors)
    examples = sentences.map { [lexicon] in lexicon.example($0) }
    log(
      "\(sentences.count) sentences, \(lexicon.vocabulary.count) words, \(lexicon.tagNames.count) tags,"
        + " \(lexicon.labelNames.count) labels")
  }

  func addDevelopment(_ name: String, _ sentences: [[TreebankWord]]) {
    development.append((name, sentences, sentences.map { lexicon.example($0) }))
  }

  func run() -> [UInt8] {
    let lemmas = LemmaRules(sentences, lexicon: lexicon)
    let tagger = TaggerNet(lexicon, vectors: vectors, seed: manifest.seed)
    tagger.train(examples, epochs: manifest.taggerEpochs, log: log)
    reportTags(tagger)
    tagByFolds()
    let parser = ParserNet(lexicon, vectors: vectors, seed: manifest.seed &+ 100)
    parser.train(examples, epochs: manifest.parserEpochs) { epoch in
      log("parser epoch \(epoch): \(score(parser))")
    }
    log("parser, averaged: \(score(parser))")
    return ModelWriter(lexicon: lexicon, tagger: tagger, parser: parser, lemmas: lemmas).bytes()
  }

  /// Tags the training data with taggers that have not seen it, as the parser will meet it.
  private func tagByFolds() {
    let folds = 4
    for fold in 0..<folds {
      let tagger = TaggerNet(lexicon, vectors: vectors, seed: manifest.seed &+ UInt64(fold) &+ 1)
      tagger.train(examples.indices.filter { $0 % folds != fold }.map { examples[$0] }, epochs: 4) { _ in }
      for index in examples.indices where index % folds == fold {
        examples[index].predicted = tagger.tag(examples[index])
      }
    }
    let right = examples.reduce(0) { sum, example in
      sum + zip(example.predicted, example.tags).reduce(0) { $0 + ($1.0 == $1.1 ? 1 : 0) }
    }
    log("tags by folds: \(percent(right, examples.reduce(0) { $0 + $1.words.count }))")
  }

  private func reportTags(_ tagger: TaggerNet) {
    for set in development.indices {
      var universal = 0
      var penn = 0
      var total = 0
      for index in development[set].examples.indices {
        let tags = tagger.tag(development[set].examples[index])
        development[set].examples[index].predicted = tags
        for (tag, word) in zip(tags, development[set].sentences[index]) {
          let name = lexicon.tagNames[tag].split(separator: " ")
          total += 1
          universal += name[0] == word.universal ? 1 : 0
          penn += name[1] == word.penn ? 1 : 0
        }
      }
      log("\(development[set].name): UPOS \(percent(universal, total)), XPOS \(percent(penn, total))")
    }
  }

  private func score(_ parser: ParserNet) -> String {
    development.map { set in
      var total = 0
      var attached = 0
      var labelled = 0
      for (example, words) in zip(set.examples, set.sentences) {
        let tree = parser.parse(example)
        for (index, word) in words.enumerated() {
          total += 1
          guard tree.heads[index] == example.heads[index] else { continue }
          attached += 1
          let label = lexicon.labelNames[tree.labels[index]].split(separator: ":")[0]
          labelled += word.relation.split(separator: ":")[0] == label ? 1 : 0
        }
      }
      return "\(set.name) UAS \(percent(attached, total)) LAS \(percent(labelled, total))"
    }.joined(separator: ", ")
  }
}
