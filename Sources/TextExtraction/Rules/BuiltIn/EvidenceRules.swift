extension BuiltInRules {
  /// Tests, evidence, and what people and works do with terms.
  static let evidence = #"""
    list @opinions: view position claim thesis hypothesis theory idea argument proposal notion conclusion

    rule EVALUATES  "the exam tests reading"
      relation evaluates
      confidence 0.7
      frame verb test|probe|measure|assess|evaluate|benchmark|gauge (subject: A, object: B)
      frame noun test|benchmark|measure|evaluation|probe|assay (subject: A, of|for: B)
      where A lemma test|benchmark|exam|experiment|evaluation|probe|measure|metric|score|survey|questionnaire|study|suite|task|assay|indicator|index|scale
      match "The exam measures reading skills." => exam -> reading skills
      match "The experiment measured trust." => experiment -> trust
      reject "The cook tested the soup."

    rule EVIDENCE-FOR  "fossils are evidence for evolution"
      relation evidence-for
      confidence 0.8
      frame noun evidence|proof|argument|sign|indication (subject: A, for|of: B)
      frame verb corroborate|substantiate (subject: A, object: B)
      frame verb provide|give|offer (subject: A, object: evidence|support, object.for|object.of|for|of: B)
      where A lemma not @people
      match "Fossils are evidence for evolution." => Fossils -> evolution
      match "The records corroborate the story." => records -> story
      reject "The beam supports him."

    rule EVIDENCE-SUPPORTS  "the fossils support the theory"
      relation evidence-for
      confidence 0.75
      frame verb support|confirm|bolster (subject: A, object: B)
      where A lemma not @people
      where B lemma @opinions|model|prediction|assumption|suggestion|conjecture|existence|effectiveness|efficacy|validity|account|explanation|interpretation
      match "The fossils support the theory." => fossils -> theory
      match "The trials confirm the prediction." => trials -> prediction
      reject "Most browsers support the format."

    rule EVIDENCE-AGAINST  "the data contradict the theory"
      relation evidence-against
      confidence 0.75
      frame noun evidence|argument (subject: A, against: B)
      frame verb contradict|refute|disprove|disconfirm|falsify|undercut|challenge|rebut (subject: A, object: B)
      frame verb provide|give|offer (subject: A, object: evidence, object.against|against: B)
      where A lemma not @people
      match "The data contradict the theory." => data -> theory
      match "The trial is evidence against the hypothesis." => trial -> hypothesis
      reject "She challenged him to a game."

    rule PROPOSES  "Darwin proposed natural selection"
      relation proposes
      confidence 0.75
      frame verb propose|introduce|coin|invent|devise (subject: A, object: B)
      where A tag PROPN
      match "Darwin proposed natural selection." => Darwin -> natural selection
      match "The term was coined by Huxley." => Huxley -> term
      reject "The students proposed a walk."

    rule PROPOSES-WORK  "the paper proposes a framework"
      relation proposes
      confidence 0.75
      frame verb propose|introduce|present|describe|offer (subject: A, object: B)
      where A lemma @works
      match "The paper proposes a framework." => paper -> framework
      match "The report introduces a new index." => report -> index
      reject "The mayor presented a prize."

    rule ARGUES-FOR  "Mill argues for free speech"
      relation argues-for
      confidence 0.75
      frame verb argue|advocate (subject: A, for: B)
      frame verb advocate|defend|endorse|champion (subject: A, object: B)
      frame verb make (subject: A, object: case, object.for|for: B)
      where A tag PROPN
      match "Mill argues for free speech." => Mill -> free speech
      match "Mill defended utilitarianism." => Mill -> utilitarianism
      reject "They argued for hours."

    rule ARGUES-AGAINST  "Hume argues against miracles"
      relation argues-against
      confidence 0.75
      frame verb argue (subject: A, against: B)
      frame verb criticize|criticise|reject|dispute|rebut (subject: A, object: B)
      where A tag PROPN
      match "Hume argues against miracles." => Hume -> miracles
      match "Kant criticised rationalism." => Kant -> rationalism
      reject "The wall rejects water."

    rule DEFINED-BY  "entropy, as defined by Shannon"
      relation defined-by
      confidence 0.85
      frame verb define|coin|introduce (object: A, subject: B)
      sequence A:NP ","? as (defined|understood|introduced|described|used) by B:NP
      where B tag PROPN
      match "Entropy, as defined by Shannon, measures information." => Entropy -> Shannon
      match "The term was defined by Carnap." => term -> Carnap
      reject "The river defines the border."

    rule ABOUT  "the paper is about trust"
      relation about
      confidence 0.75
      frame noun @works (itself: A, about|on: B)
      frame verb discuss|examine|explore|survey|review|study|investigate|describe (subject: A, object: B)
      frame verb focus|concentrate (subject: A, on: B)
      where A lemma @works
      match "The paper discusses trust." => paper -> trust
      match "A book about whales was sold." => book -> whales
      reject "He walked about the town."
    """#
}
