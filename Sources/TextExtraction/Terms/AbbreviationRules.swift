/// A way in which texts introduce short forms: its name, what it looks for, and passages that show it.
public struct AbbreviationRule: Sendable {
  /// A passage with what the rule makes of it.
  public struct Example: Sendable {
    public var text: String
    public var short: String
    /// Nil where the text gives no long form.
    public var long: String?

    init(_ text: String, _ short: String, _ long: String?) {
      self.text = text
      self.short = short
      self.long = long
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

  /// All rules of `AbbreviationFinder`, in the order in which they are tried.
  public static let all: [AbbreviationRule] = [
    AbbreviationRule(
      id: "ABBR-paren",
      pattern: "A long form, then its short form in round or square brackets.",
      matches: [
        Example("We train large language models (LLMs) on text.", "LLMs", "large language models"),
        Example("Plasma was measured by radioimmunoassay (RIA).", "RIA", "radioimmunoassay"),
        Example("The study of points of interest [POI; see below] goes on.", "POI", "points of interest"),
        Example("Tumor necrosis factor (hereafter TNF) rose.", "TNF", "Tumor necrosis factor"),
        Example("The British Aircraft Corp. (BAC) built it.", "BAC", "British Aircraft Corp."),
      ],
      rejects: [
        "We measured temperature (see Table 2) and pressure (n = 12).",
        "The reward (which is wrong) stays. It fell by half (P < 0.05).",
        "Some heating systems make sounds (and some do not).",
      ]),
    AbbreviationRule(
      id: "ABBR-paren-pair",
      pattern: "Two long forms joined by \"and\", then their short forms joined likewise in one bracket.",
      matches: [
        Example("We count true positives and false negatives (TP and FN) for each class.", "TP", "true positives"),
        Example("The mean squared error or mean absolute error (MSE/MAE) is shown.", "MAE", "mean absolute error"),
      ],
      rejects: ["We count cats and dogs (TP and FN) for each class."]),
    AbbreviationRule(
      id: "ABBR-paren-reversed",
      pattern: "A short form, then its long form in brackets.",
      matches: [
        Example("They report CTR (click-through rate) for each page.", "CTR", "click-through rate"),
        Example("The IoT (Internet of Things) grows.", "IoT", "Internet of Things"),
        Example(
          "EMLA cream (eutectic mixture of local anesthetics) helped.", "EMLA", "eutectic mixture of local anesthetics"),
      ],
      rejects: [
        "The CIA (a secretive agency) said nothing.", "Methods (see appendix for a longer list) vary.",
      ]),
    AbbreviationRule(
      id: "ABBR-in-bracket",
      pattern: "Long and short form side by side within one bracket.",
      matches: [
        Example("A drop (blood pressure, BP) was seen.", "BP", "blood pressure"),
        Example("The second gene (HGF; hepatocyte growth factor) is silent.", "HGF", "hepatocyte growth factor"),
      ],
      rejects: ["Some cities (Paris, NY) were visited."]),
    AbbreviationRule(
      id: "ABBR-cue",
      pattern: "A long form, a wording such as \"or\", \"abbreviated as\" or an equals sign, then the short form.",
      matches: [
        Example(
          "This is called inverse reinforcement learning, or IRL, by its authors.", "IRL",
          "inverse reinforcement learning"),
        Example("A virtual machine, abbreviated as VM, runs it.", "VM", "virtual machine"),
      ],
      rejects: ["They met at the bank, or ATM, on Sunday."]),
    AbbreviationRule(
      id: "ABBR-apposition",
      pattern: "A long form, a comma, the short form between commas; every letter has to begin a word.",
      matches: [
        Example("The largest share of gross domestic product, GDP, is spent.", "GDP", "gross domestic product")
      ],
      rejects: ["The heads of state, USA, left early."]),
    AbbreviationRule(
      id: "ABBR-cue-after",
      pattern:
        "A short form, then \"stands for\", \"short for\", an equals sign or, at the start of a line, a colon, then the long form.",
      matches: [
        Example("Here, SG stands for specification gaming in all texts.", "SG", "specification gaming"),
        Example("Here, DA = direct assessment.", "DA", "direct assessment"),
        Example("EO: edit overhead.", "EO", "edit overhead"),
      ],
      rejects: ["NASA means business.", "See AB: it has two parts."]),
    AbbreviationRule(
      id: "ABBR-same-sentence",
      pattern:
        "A lone acronym of three or more letters and, elsewhere in its sentence, a noun phrase with exactly these initials.",
      matches: [
        Example("Where MDP is used, a Markov decision process is meant.", "MDP", "Markov decision process")
      ],
      rejects: ["They could not do a thing about the DNA."]),
    AbbreviationRule(
      id: "ABBR-alone",
      pattern: "A word spelled like an acronym without a long form in its document.",
      matches: [
        Example("We compare QA systems.", "QA", nil),
        Example("The IoT is growing.", "IoT", nil),
        Example("A 3D scan was made.", "3D", nil),
      ],
      rejects: ["Section III follows.", "THE WHOLE HEADING STANDS IN CAPITALS."]),
  ]
}
