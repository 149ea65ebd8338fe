extension BuiltInRules {
  /// Kinds: is-a, instance-of, example-of.
  static let kinds = #"""
    # Phrases that are neither kind nor member of anything worth an edge.
    list @vague: thing something anything one way problem reason case lot part matter issue question idea goal aim

    rule KIND-SUCH-AS  "fruits such as apples and pears"
      relation is-a
      confidence 0.8
      scope phrase
      sequence B:NP ","? such as A:LIST
      match "They grow fruits such as apples and pears." => apples -> fruits; pears -> fruits
      match "Methods such as regression analysis are common." => regression analysis -> Methods
      reject "It was such a hot day as we had feared."
    """#
}
