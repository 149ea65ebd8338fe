import ConceptModel

/// All conflation rules, in the order of their ids.
public enum ConflationCatalog {
  /// The registry: a new rule is one file and one line here.
  public static let rules: [any ConflationRule] = [
    WarnedConflation(), DeclaredDifference(), DeclaredSenses(), LabelledMotteAndBailey(), AlternativeName(),
    RivalFramings(), TwoReadings(), Homonym(), NestedSense(), CategoryShift(), AcronymCollision(),
    UnreconciledSynonyms(), FalseSynonyms(), Lumped(), DiscouragedLabel(), SameVsDifferent(), InvertedSubsumption(),
    SubsumedVsDisjoint(), SameVsSubsumed(), CausalReversal(), PartVsKind(), OpposedPolarity(), ConditionConflict(),
    MergedCycle(), ClosureConflict(), Undefined(), Circular(), HedgedEvidence(),
  ]

  /// The rules of a profile.
  public static func rules(of profile: RuleProfile) -> [any ConflationRule] {
    profile == .all ? rules : rules.filter { $0.about.profile == profile }
  }

  /// The rule with an id or a name, whatever the case of its letters.
  public static func rule(_ name: String) -> (any ConflationRule)? {
    let key = LabelKey.folded(name)
    return rules.first { LabelKey.folded($0.about.id) == key || LabelKey.folded($0.about.name) == key }
  }
}
