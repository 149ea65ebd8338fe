extension DefinitionRule {
  /// Rules whose anchor is a verb between the term and its meaning.
  static let predications: [DefinitionRule] = [
    DefinitionRule(
      id: "DEF-copula",
      pattern: "A term, a present form of \"be\", and a noun phrase that something sets apart.",
      matches: [
        Example(
          "A macrophage is a large cell that engulfs foreign particles.", "macrophage", "a large cell that",
          genus: "cell"),
        Example("In statistics, variance is a measure of spread.", "variance", "a measure of", genus: "measure"),
        Example(
          "Reward hacking is a kind of optimization that exploits a flawed objective.", "Reward hacking",
          "a kind of optimization", genus: "optimization"),
        Example(
          "The p-value, also called the observed significance, is the probability of a result at least as extreme.",
          "p-value", "the probability of", genus: "probability"),
      ],
      rejects: [
        "This is a problem that many people have.", "It is a tool that helps.", "Reward shaping is a good idea.",
        "Is a proxy a variable that stands for another?", "If deception is a strategy that works, models will find it.",
        "Jane Smith is a professor of physics.", "The main reason is a lack of data that nobody noticed.",
        "Deception is not a property that one can measure.",
      ]),
    DefinitionRule(
      id: "DEF-gerund",
      pattern: "A term, a form of \"be\", often with \"basically\" or \"just\", and a gerund phrase.",
      matches: [
        Example(
          "Alignment-faking is basically just deceiving humans about what the model wants.", "Alignment-faking",
          "deceiving humans about")
      ],
      rejects: ["The model is training on new data.", "She is basically running the lab."]),
    DefinitionRule(
      id: "DEF-when",
      pattern: "A term, a form of \"be\", and a clause with \"when\" or \"where\".",
      matches: [
        Example(
          "Mode collapse is when the generator produces only a few outputs.", "Mode collapse", "when the generator")
      ],
      rejects: ["The lab is where we met last year.", "This is when the trouble began for everyone."]),
    DefinitionRule(
      id: "DEF-means",
      pattern: "A term with \"refers to\", \"means\", \"denotes\" or \"signifies\".",
      matches: [
        Example(
          "The term overfitting refers to a model that learns the noise of its data.", "overfitting", "a model that",
          genus: "model"),
        Example(
          "Corrigibility means that an agent accepts correction by its makers.", "Corrigibility", "an agent accepts"),
      ],
      rejects: ["This means that the model is wrong.", "The author refers to an earlier paper on the subject."]),
    DefinitionRule(
      id: "DEF-constitution",
      pattern: "A term with \"consists of\", \"occurs when\", \"involves\" or \"describes\": what it comes to.",
      matches: [
        Example("A genome consists of all the genes of an organism.", "genome", "all the genes"),
        Example("Overfitting occurs when a model learns its data by heart.", "Overfitting", "when a model"),
      ],
      rejects: ["This section describes the data set of the study.", "It consists of three parts in all."]),
    DefinitionRule(
      id: "DEF-demands",
      pattern: "A term in quotation marks or a gerund with \"requires\" or \"demands\": a necessary condition.",
      matches: [
        Example(
          "\"Scheming\" requires that the model has long-term goals.", "Scheming", "the model has long-term goals")
      ],
      rejects: ["The project requires a lot of money.", "Scheming does not require long-term goals at all."]),
    DefinitionRule(
      id: "DEF-defined",
      pattern: "A term with \"is defined as\", \"can be defined to be\".",
      matches: [
        Example(
          "Power is defined as the probability of rejecting a false hypothesis.", "Power", "the probability of",
          genus: "probability")
      ],
      rejects: ["The interface is defined in another file of the project.", "It is defined as a string."]),
    DefinitionRule(
      id: "DEF-we-define",
      pattern: "\"define X as Y\" in the active voice, whoever defines.",
      matches: [
        Example(
          "We define a shortcut as a decision rule that fails under new conditions.", "shortcut", "a decision rule",
          genus: "decision rule")
      ],
      rejects: ["We define it as usual.", "They define the function in the next section."]),
    DefinitionRule(
      id: "DEF-used-to-mean",
      pattern: "\"X is used to mean Y\", \"we use X to refer to Y\".",
      matches: [
        Example(
          "The term \"alignment\" is used to describe a match between goals.", "alignment", "a match between"),
        Example("We use the term proxy to denote a variable that stands for another.", "proxy", "a variable that"),
      ],
      rejects: ["A hammer is used to drive nails into wood.", "We use the data to train the model."]),
    DefinitionRule(
      id: "DEF-understood-as",
      pattern: "\"X is understood as Y\", \"X can be thought of as Y\".",
      matches: [
        Example(
          "Entropy can be thought of as a measure of disorder in a system.", "Entropy", "a measure of",
          genus: "measure")
      ],
      rejects: ["It is thought of as a nuisance by many."]),
    DefinitionRule(
      id: "DEF-by-we-mean",
      pattern: "\"By X we mean Y\".",
      matches: [
        Example(
          "By deception we mean the inducement of false beliefs.", "deception", "the inducement of",
          genus: "inducement")
      ],
      rejects: ["By noon we mean to leave."]),
    DefinitionRule(
      id: "DEF-let",
      pattern: "\"Let X be Y\", \"let X denote Y\".",
      matches: [
        Example(
          "Let a policy be a function that maps states to actions.", "policy", "a function that", genus: "function")
      ],
      rejects: ["Let us be clear about this point.", "They let it be a secret that nobody knew."]),
  ]
}
