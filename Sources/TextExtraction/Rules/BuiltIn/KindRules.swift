extension BuiltInRules {
  /// Kinds: is-a, instance-of, example-of.
  static let kinds = #"""
    # Nouns that say nothing about the kind of what they are said of.
    list @vague: thing something anything one way problem reason lot part matter issue question idea goal aim
    list @vague: fact result point step member component cause source piece bit key pain shame pity mistake mess
    list @vague: claim term question statement
    list @vague: difference challenge topic subject example illustration victim success failure
    list @vague: consequence outcome effect way-out must joke lie concern aspect foundation consideration requirement
    list @vague: necessity priority fluke target enabler misconception myth exception advantage disadvantage benefit
    list @vague: drawback alternative option choice answer fix distinction default norm clue backbone cornerstone
    list @vague: underpinning hallmark bottleneck milestone indication sign sine-qua-non building-block hot-spot spot
    # Nouns for anything that people make or do: with a judgement before them they praise and classify nothing.
    list @made-nouns: task problem method technique approach tool way procedure solution strategy idea application system
    list @made-nouns: element model process algorithm framework practice activity thing area measure phenomenon
    list @exemplars: example illustration
    list @kind-nouns: kind type form sort variety class species subclass subtype subset category variant version
    list @sums: set collection series group combination mixture list range number lot pair couple array bundle sum
    list @sums: addition factor state product function mix blend
    list @kind-nouns: flavour flavor specialization specialisation generalization generalisation

    rule KIND-SUCH-AS  "fruits such as apples and pears"
      relation is-a
      confidence 0.87
      scope phrase
      sequence B:NP ","? such as A:LIST
      where B number plural
      match "They grow fruits such as apples and pears." => apples -> fruits; pears -> fruits
      match "Methods such as regression analysis are common." => regression analysis -> Methods
      reject "It was such a hot day as we had feared."

    rule KIND-SUCH-AS-ONE  "a metal such as copper"
      relation is-a
      confidence 0.8
      scope phrase
      sequence B:NP ","? such as A:LIST
      where B determiner a|an|any|some|another
      where B number not plural
      match "They need a metal such as copper." => copper -> metal
      match "They watch an animal such as a whale." => whale -> animal
      reject "They grow fruits such as apples."

    rule KIND-SUCH-AS-MASS  "equipment such as lenses"
      relation is-a
      confidence 0.75
      scope phrase
      sequence B:NP ","? such as A:LIST
      where B determiner none
      where B number not plural
      where B arc not nmod
      match "They sell equipment such as lenses." => lenses -> equipment
      match "He sells fruit such as apples." => apples -> fruit
      reject "We measure a quantity of interest, such as mass."

    rule KIND-SUCH-NOUN-AS  "such fruits as apples"
      relation is-a
      confidence 0.8
      scope phrase
      sequence such B:NP ","? as A:LIST
      where B number plural
      match "He studied such animals as whales and seals." => whales -> animals; seals -> animals
      match "We tested such metals as copper." => copper -> metals
      reject "Such rules help, as critics admit."

    rule KIND-INCLUDING  "fruits, including apples"
      relation is-a
      confidence 0.7
      scope phrase
      sequence B:NP ","? including A:LIST
      where A determiner not the|its|their|his|her
      where B number plural
      match "Several metals, including copper and iron, rust." => copper -> metals; iron -> metals
      match "Many diseases, including malaria, spread here." => malaria -> diseases
      reject "The price, including tax, is low."

    rule KIND-AND-OTHER  "apples and other fruits"
      relation is-a
      confidence 0.85
      scope phrase
      sequence A:LIST ","? (and|or) ([word=many|word=various|word=several])? (other|similar|related) B:NP
      where B number plural
      match "They sell apples, pears and other fruits." => apples -> fruits; pears -> fruits
      match "Whales and other mammals breathe air." => Whales -> mammals
      reject "One dog and the other cat slept."

    rule KIND-ESPECIALLY  "fruits, especially apples"
      relation is-a
      confidence 0.65
      scope phrase
      sequence B:NP "," (especially|particularly|notably|"in particular"|mainly|mostly) A:LIST
      where B number plural
      match "Fruits, especially apples, keep well." => apples -> Fruits
      match "They sell many fruits, notably apples and pears." => apples -> fruits; pears -> fruits
      reject "The work was hard, especially in winter."

    rule KIND-FOR-EXAMPLE  "fruits (e.g. apples)"
      relation is-a
      confidence 0.78
      scope phrase
      sequence B:NP ("("|",") ("e.g."|"e.g"|"eg"|"eg.") ","? A:LIST
      sequence B:NP ("("|",") (for example|for instance) ","? A:LIST
      where B number plural
      match "Some fruits (e.g. apples and pears) keep well." => apples -> fruits; pears -> fruits
      match "They study mammals, for example whales and seals." => whales -> mammals; seals -> mammals
      reject "We left early, for example on Monday."

    rule KIND-LIKE  "methods like regression"
      relation is-a
      confidence 0.6
      scope phrase
      sequence B:NP like A:LIST
      where B number plural
      where B tag NOUN
      where A tag NOUN|PROPN
      match "They study animals like whales and seals." => whales -> animals; seals -> animals
      match "They rely on techniques like regression." => regression -> techniques
      reject "He looks like a doctor."

    rule KIND-COPULA  "a whale is a mammal"
      relation is-a
      confidence 0.78
      frame copula (subject: A, complement: B)
      where B determiner a|an|another
      where B lemma not @vague|@kind-nouns|@sums|extension
      where B judged not @made-nouns
      where A lemma not @vague|@kind-nouns
      where A determiner not this|these|that|those
      where A name not
      match "A whale is a mammal." => whale -> mammal
      match "Regression is a statistical method." => Regression -> statistical method
      reject "Regression is a powerful method."
      reject "The problem is that whales die."
      reject "Her brother is in the kitchen."

    rule KIND-COPULA-PLURAL  "whales are mammals"
      relation is-a
      confidence 0.75
      frame copula (subject: A, complement: B)
      where B determiner none
      where B number plural
      where A number plural
      where A determiner none|all|most|many|some|both
      where B lemma not @vague
      match "Whales are mammals." => Whales -> mammals
      match "All squares are rectangles." => squares -> rectangles
      reject "The winners are teachers from Leeds."

    rule KIND-THAT-IS  "insomnia, i.e. a sleep disorder"
      relation is-a
      confidence 0.65
      scope phrase
      sequence A:NP ("(" | ",") ("i.e." | "i.e" | ie | "that is") ","? B:NP !([tag=VERB]|[tag=AUX])
      where B determiner a|an
      where B lemma not @vague|@kind-nouns|@sums
      where A name not
      match "The patients reported insomnia, i.e. a sleep disorder." => insomnia -> sleep disorder
      match "The wall has a cortex (i.e. a thick layer)." => cortex -> thick layer
      reject "The outer wall, i.e. the cortex, is thick."

    rule KIND-NAMED  "Paris is a city"
      relation instance-of
      confidence 0.78
      frame copula (subject: A, complement: B)
      where B determiner a|an|another
      where B lemma not @vague
      where A name
      match "We know that Paris is a city." => Paris -> city
      match "They say that Linux is an operating system." => Linux -> operating system
      reject "A whale is a mammal."

    rule KIND-ONE-OF  "malaria is one of the deadliest diseases"
      relation is-a
      confidence 0.75
      sequence A:NP <be> [tag=ADV]? one of B:NP
      where B number plural
      where A name not
      match "Malaria is one of the deadliest diseases." => Malaria -> deadliest diseases
      match "Regression is one of many statistical methods." => Regression -> statistical methods
      reject "One of the diseases is malaria."

    rule KIND-OF-NOUN  "instrumental deception, a kind of deception"
      relation is-a
      confidence 0.85
      frame noun @kind-nouns (subject: A, of: B)
      frame noun case (subject: A, compound|of: B, !complement.of: all)
      sequence A:NP <be> a [word=special|word=particular|word=limiting]? case of B:NP
      match "A square is a special case of a rectangle." => square -> rectangle
      match "Malaria is a type of infection." => Malaria -> infection
      reject "She has the type of car that breaks."

    rule KIND-TYPE-IS  "another type of metal is copper"
      relation is-a
      confidence 0.8
      frame copula (subject: X, subject.of: B, complement: A)
      where X lemma @kind-nouns
      where X determiner a|an|another|one|none
      match "Another type of metal is copper." => copper -> metal
      match "One form of energy is heat." => heat -> energy
      reject "The type of the car is a secret."

    rule KIND-EXAMPLE  "X is an example of Y"
      relation example-of
      confidence 0.8
      frame noun @exemplars (subject: A, of: B)
      frame verb exemplify|illustrate (subject: A, object: B)
      match "Malaria is an example of a parasitic disease." => Malaria -> parasitic disease
      match "The bank is an illustration of fraud." => bank -> fraud
      reject "He followed the example of his father."

    rule KIND-EXAMPLES-INCLUDE  "examples of mammals include whales"
      relation is-a
      confidence 0.8
      frame verb include (subject: example|instance, subject.of: B, object: A)
      frame copula (subject: example|instance, subject.of: B, complement: A)
      match "Examples of mammals include whales and seals." => whales -> mammals; seals -> mammals
      match "Examples of fruits include apples and pears." => apples -> fruits; pears -> fruits
      reject "The tour includes whales."

    rule KIND-INCLUDE  "common methods include regression"
      relation is-a
      confidence 0.65
      frame verb include (subject: B, object: A)
      where B number plural
      where B lemma not symptom|feature|duty|member|element|component|part|result|effect|example|instance|goal
      where B determiner none|other|some|many|these|most
      match "Common metals include copper and iron." => copper -> metals; iron -> metals
      match "Statistical methods include regression." => regression -> Statistical methods
      reject "The kit includes a hammer."

    rule KIND-APPOSITION  "malaria, a parasitic disease, …"
      relation is-a
      confidence 0.65
      scope phrase
      sequence A:NP "," B:([word=a|word=an] NP) ("," !(and | or | a | an) | $ | that | which | who | where | for | in | of | to | on | caused | used | based | with | ")" | [penn=VBN] | [penn=VBG]) !([!word="," & !word=";" & !word="."]{0,7} "," (and|or))
      where A determiner not a|an|this|that
      where A arc not nmod
      where B lemma not @vague|@sums|@kind-nouns|indication|sign|measure
      where B arc not nsubj|"nsubj:pass"
      where A name not
      match "Malaria, a parasitic disease, kills many people." => Malaria -> parasitic disease
      match "They studied photosynthesis, a process that stores energy." => photosynthesis -> process
      reject "She bought a dog, a cat, and a bird."
      reject "We had power, a sample of mice, and time."

    rule KIND-APPOSITION-CLAUSE  "a net (N), a model which …"
      relation is-a
      confidence 0.7
      scope phrase
      sequence A:NP "," B:NP (that | which | who | where)
      where A determiner a|an
      where B determiner a|an
      where B lemma not @vague|@sums|@kind-nouns
      where B arc not nsubj|"nsubj:pass"
      match "They use a lens, a device that bends light." => lens -> device
      match "He studied a virus, a particle which infects cells." => virus -> particle
      reject "She bought a dog, a cat, and a bird."

    rule KIND-COLON  "three metals: copper, iron and zinc"
      relation is-a
      confidence 0.75
      scope phrase
      sequence [tag=NUM|word=following] B:([tag=ADJ|tag=NOUN|tag=PROPN]* [penn=NNS]) ":" A:LIST !([tag=VERB]|[tag=AUX]|[tag=PART])
      where B lemma not @vague|exercise|question|year|day|hour|minute|result|section|step|finding|chapter|time
      match "They studied three metals: copper, iron and zinc." => iron -> metals; zinc -> metals
      match "We sell the following fruits: apples and pears." => apples -> fruits; pears -> fruits
      reject "The results: copper and iron rust."

    rule KIND-APPOSITION-NAME  "Linux, an operating system, …"
      relation instance-of
      confidence 0.8
      scope phrase
      sequence A:NP "," B:([word=a|word=an] NP) ("," !(and | or | a | an) | $ | that | which | who | where | for | with | ")" | [penn=VBN] | [penn=VBG])
      where B lemma not @vague
      where B arc not nsubj|"nsubj:pass"
      where A name
      where A arc not nmod
      match "They use Linux, an operating system that is free." => Linux -> operating system
      match "They praise Leeds, a city that grows." => Leeds -> city
      reject "Malaria, a disease, kills."

    rule KIND-BRACKET  "malaria (a parasitic disease)"
      relation is-a
      confidence 0.7
      scope phrase
      sequence A:NP "(" B:([word=a|word=an] NP)
      where B lemma not @vague
      match "Malaria (a parasitic disease) kills many people." => Malaria -> parasitic disease
      match "They use regression (a statistical method) daily." => regression -> statistical method
      reject "The film (like a novel) is long."

    rule KIND-CALLED  "a technique called regression"
      relation is-a
      confidence 0.8
      scope phrase
      sequence B:NP ","? (called|named|termed|dubbed|entitled|labelled|labeled) A:NP
      sequence B:NP ","? (known as|referred to as) A:NP
      where B determiner a|an|another|one|any|some
      where B lemma not @vague
      match "They use a technique called regression." => regression -> technique
      match "He caught a disease known as malaria." => malaria -> disease
      reject "She called a taxi."

    rule KIND-REGARDED  "whales are classified as mammals"
      relation is-a
      confidence 0.65
      basis paraphrase
      frame verb classify|categorize|categorise|define|characterize|characterise|regard|classify (object: A, as: B)
      where B lemma not @vague
      match "Whales are classified as mammals." => Whales -> mammals
      match "Inflation is defined as a general rise in prices." => Inflation -> general rise
      reject "He worked as a waiter."

    rule KIND-COUNTS-AS  "such a scenario counts as fraud"
      relation is-a
      confidence 0.65
      basis paraphrase
      frame verb count|qualify (subject: A, as: B)
      match "Insider trading counts as fraud." => Insider trading -> fraud
      match "A tomato qualifies as a fruit." => tomato -> fruit
      reject "He counts sheep as he sleeps."

    rule KIND-SUBSET-SIGN  "squares ⊑ rectangles"
      relation is-a
      confidence 0.9
      scope phrase
      sequence A:NP "⊑" B:NP
      sequence B:NP "⊒" A:NP
      match "squares ⊑ rectangles" => squares -> rectangles
      match "whales ⊑ mammals" => whales -> mammals
      reject "squares = rectangles"

    rule KIND-CONDITIONS-SIGN  "deception ⊂ scheming: every scheming is deception"
      relation is-a
      confidence 0.5
      basis inferred
      scope phrase
      sequence B:NP ("⊂" | "⊆") A:NP
      sequence A:NP ("⊃" | "⊇") B:NP
      match "rectangles ⊂ squares" => squares -> rectangles
      match "mammals ⊆ whales" => whales -> mammals
      reject "squares = rectangles"
    """#
}
