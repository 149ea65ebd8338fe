extension DefinitionRule {
  /// Rules that read the meaning first and the name after it.
  static let namings: [DefinitionRule] = [
    DefinitionRule(
      id: "DEF-called",
      pattern: "A noun phrase with \"is called\", \"is known as\", \"is referred to as\" and the term.",
      matches: [
        Example(
          "An event that starts a change in a small population is called a founder event.", "founder event",
          "An event that", genus: "event"),
        Example(
          "The property of a body to remain at rest is known as inertia.", "inertia", "The property of",
          genus: "property"),
      ],
      rejects: ["This is called overfitting.", "He is also called the boss.", "Soil is sometimes called dirt."]),
    DefinitionRule(
      id: "DEF-named",
      pattern: "A noun phrase with \"called\" or \"known as\" and the term, as a participle.",
      matches: [
        Example(
          "They excrete through simple tubular organs called nephridia.", "nephridia", "simple tubular organs",
          genus: "tubular organs")
      ],
      rejects: ["A man called John came in."]),
    DefinitionRule(
      id: "DEF-we-call",
      pattern: "\"We call Y X\".",
      matches: [
        Example(
          "We call a model that hides its goals a schemer.", "schemer", "a model that", genus: "model")
      ],
      rejects: ["We call them often."]),
  ]

  /// Rules that read what stands beside the term.
  static let appositions: [DefinitionRule] = [
    DefinitionRule(
      id: "DEF-apposition",
      pattern: "A term, a comma, and a noun phrase with article that something sets apart.",
      matches: [
        Example(
          "They wanted a republic, a regime in which the people hold power.", "republic", "a regime in which",
          genus: "regime")
      ],
      rejects: ["We saw a cat, a dog and a horse.", "In biology, a cell that divides is young."]),
    DefinitionRule(
      id: "DEF-dash",
      pattern: "A term, a dash, and a noun phrase with article that something sets apart.",
      matches: [
        Example(
          "The agent relied on a heuristic — a procedure that imitates inference.", "heuristic",
          "a procedure that", genus: "procedure")
      ],
      rejects: ["We tried a state-of-the-art model that works."]),
    DefinitionRule(
      id: "DEF-colon",
      pattern: "A term, a colon, and a noun phrase that something sets apart.",
      matches: [
        Example(
          "The government protects common goods: goods that all people may use.", "common goods", "goods that",
          genus: "goods")
      ],
      rejects: ["He had two wishes: to sleep and to eat."]),
    DefinitionRule(
      id: "DEF-or",
      pattern: "A term, a comma, \"or\", and a gloss longer than a second name.",
      matches: [
        Example(
          "Such beliefs can lead to ageism, or prejudice toward people because of their age.", "ageism",
          "prejudice toward", genus: "prejudice")
      ],
      rejects: ["Bring a coat, or you will be cold.", "The C horizon, or soil base, lies below."]),
    DefinitionRule(
      id: "DEF-relative",
      pattern: "A term with \", which is a Y\" or \", which means Y\".",
      matches: [
        Example(
          "The air holds pathogens, which are agents that cause disease.", "pathogens", "agents that",
          genus: "agents")
      ],
      rejects: ["We left the house, which was a mistake.", "They use a model, which is a problem."]),
    DefinitionRule(
      id: "DEF-principle",
      pattern: "A theory, law or the like with \", which states that …\".",
      matches: [
        Example(
          "They appeal to the symbiosis theory, which states that one cell took in another.", "symbiosis theory",
          "one cell took in another")
      ],
      rejects: ["They asked the minister, who states that all is well."]),
    DefinitionRule(
      id: "DEF-which-does",
      pattern: "A term introduced without \"the\", with \", which\" and what it does in the present tense.",
      matches: [
        Example(
          "Some governors have an amendatory veto, which allows them to send a bill back.", "amendatory veto",
          "allows them to")
      ],
      rejects: ["We saw the dog, which barks.", "They had an idea, which failed."]),
    DefinitionRule(
      id: "DEF-bracket",
      pattern: "A term with a noun phrase in brackets that a clause sets apart.",
      matches: [
        Example(
          "We train a critic (a network that scores answers) on the data.", "critic", "a network that",
          genus: "network")
      ],
      rejects: ["We train a critic (see the appendix) on the data."]),
    DefinitionRule(
      id: "DEF-abbreviated-where",
      pattern: "A long form with its short form in brackets, then \", where …\".",
      matches: [
        Example(
          "Specification gaming (SG), where bad feedback exists in the training loop.", "Specification gaming",
          "where bad feedback")
      ],
      rejects: ["We met in New York (NY), and we left soon."]),
    DefinitionRule(
      id: "DEF-that-is",
      pattern: "A term with \"i.e.\" or \"that is\" and a noun phrase.",
      matches: [
        Example(
          "The agent is a mesa-optimizer, i.e., a learned model that optimizes.", "mesa-optimizer",
          "a learned model that", genus: "learned model")
      ],
      rejects: ["There is bad feedback in the loop (i.e. the reward is wrong)."]),
  ]
}
