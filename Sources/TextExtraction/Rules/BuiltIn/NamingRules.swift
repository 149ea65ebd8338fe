extension BuiltInRules {
  /// Names and differences: same-as, different-from, contrasts-with, conflated-with, maps-to.
  static let naming = #"""
    list @naming: call name term dub label
    list @confusing: confuse conflate mistake equate
    list @same-adjectives: identical equivalent synonymous tantamount
    list @different-adjectives: different distinct separate distinguishable dissimilar
    list @often: also often sometimes usually commonly frequently otherwise previously formerly variously generally

    rule SAME-ALSO-CALLED  "hypertension, also called high blood pressure"
      relation same-as
      confidence 0.85
      scope phrase
      sequence A:NP ("(" | ",")? @often (called | named | termed | "known as" | "referred to as" | dubbed) B:NP
      sequence A:NP ("(" | ",") (which|that)? (is|are) @often? (called | named | termed | "known as" | "referred to as") B:NP
      match "Hypertension, also called high blood pressure, is common." => Hypertension -> high blood pressure
      match "The soft G (also known as the Greek gamma) is rare." => soft G -> Greek gamma
      reject "He also called a doctor."

    rule SAME-IS-CALLED  "the process is called photosynthesis"
      relation same-as
      confidence 0.6
      basis paraphrase
      sequence A:NP (<be> | [lemma=be] [word=often|word=sometimes|word=also|word=usually|word=commonly]) (called | termed | "known as" | "referred to as") B:NP
      where A determiner the|this|none
      where B determiner none|the
      where A lemma not @people
      where A name not
      match "The process is called photosynthesis." => process -> photosynthesis
      match "Sodium chloride is known as table salt." => Sodium chloride -> table salt
      reject "She called him yesterday."

    rule SAME-AKA  "sodium chloride a.k.a. table salt"
      relation same-as
      confidence 0.85
      scope phrase
      sequence A:NP ("(" | ",")? (aka | "a.k.a." | "a.k.a" | alias) B:NP
      match "Sodium chloride, a.k.a. table salt, is cheap." => Sodium chloride -> table salt
      match "Reward hacking (aka specification gaming) is common." => Reward hacking -> specification gaming
      reject "He used an alias in Leeds."

    rule SAME-THAT-IS  "heart attack, i.e. myocardial infarction"
      relation same-as
      confidence 0.6
      scope phrase
      sequence A:NP ("(" | ",") ("i.e." | "i.e" | ie | "that is") ","? B:NP !([tag=VERB]|[tag=AUX])
      where B determiner not a|an
      match "The outer wall, i.e. the cortex, is thick." => outer wall -> cortex
      match "Myocardial infarction (i.e. heart attack) is deadly." => Myocardial infarction -> heart attack
      reject "It rained, i.e. we stayed."

    rule SAME-OTHER-NAME  "X is another name for Y"
      relation same-as
      denied different-from
      confidence 0.85
      frame noun name|term|word|synonym|label|euphemism (subject: A, for|of: B)
      match "Table salt is another name for sodium chloride." => Table salt -> sodium chloride
      match "Heart attack is a common term for myocardial infarction." => Heart attack -> myocardial infarction
      reject "She has a name for trouble."

    rule SAME-ADJECTIVE  "X is identical to Y"
      relation same-as
      denied different-from
      confidence 0.75
      frame adjective @same-adjectives (subject: A, to|with: B)
      match "Force is not identical to energy."
      match "Fear is not identical to anxiety."
      match "Fever is synonymous with illness here." => Fever -> illness
      reject "The twins are identical."

    rule SAME-AS  "X is the same as Y"
      relation same-as
      denied different-from
      confidence 0.75
      frame adjective same (subject: A, as: B)
      frame noun same (subject: A, as: B)
      sequence A:NP <be> (exactly|basically|essentially)? the same (thing)? as B:NP
      match "A marsh is the same as a swamp." => marsh -> swamp
      match "Weight is not the same as mass." => Weight -> mass
      reject "They left at the same time as usual."

    rule SAME-SIGN  "X = Y"
      relation same-as
      confidence 0.7
      scope phrase
      sequence A:NP ("=" | "≡") B:NP !([tag=SYM]|[tag=NUM]|"="|"("|"+"|"-"|"/"|"*")
      where A spelled
      where B spelled
      where B lemma not number
      match "table salt = sodium chloride" => table salt -> sodium chloride
      match "marsh ≡ swamp" => marsh -> swamp
      reject "n = 17"

    rule DIFFERENT-SIGN  "X ≠ Y, X =≠= Y"
      relation different-from
      confidence 0.95
      scope phrase
      sequence A:NP ("≠" | "=≠=" | "!=" | "=/=" | "=" "≠" "=" | "=" "/" "=" | "!" "=") B:NP
      where A spelled
      where B spelled
      match "Weight ≠ mass" => Weight -> mass
      match "The map =≠= the territory" => map -> territory
      reject "marsh = swamp"

    rule DIFFERENT-ADJECTIVE  "X is different from Y"
      relation different-from
      denied same-as
      confidence 0.85
      frame adjective @different-adjectives (subject: A, from|to|than: B)
      where B lemma not zero|one|two|usual|expectation
      match "Weight is different from mass." => Weight -> mass
      match "Anxiety is distinct from fear." => Anxiety -> fear
      reject "The two are different."

    rule DIFFERENT-VERB  "X differs from Y"
      relation different-from
      confidence 0.8
      frame verb differ|diverge (subject: A, from: B)
      sequence A:NP differs from B:NP
      match "Weight differs from mass." => Weight -> mass
      match "Fear differs from anxiety in duration." => Fear -> anxiety
      reject "Opinions differ on this."

    rule DIFFERENT-BETWEEN  "the difference between X and Y"
      relation different-from
      confidence 0.75
      scope phrase
      frame noun difference|discrepancy|gap|contrast (between: A & B)
      sequence (difference|differences|discrepancy) between A:NP and B:NP
      where A number not plural
      where B number not plural
      match "The difference between weight and mass is subtle." => weight -> mass
      match "One should see the difference between a virus and a bacterium." => virus -> bacterium
      reject "The meeting between the mayor and the board was long."
      reject "We test the difference between the scores and the mean."

    rule DIFFERENT-BETWEEN-KINDS  "differences between cats and dogs"
      relation different-from
      confidence 0.7
      scope phrase
      frame noun difference|discrepancy|gap|contrast (between: A & B)
      sequence (difference|differences|discrepancy) between A:NP and B:NP
      where A number plural
      where B number plural
      where A determiner none
      where B determiner none
      match "The differences between viruses and bacteria are large." => viruses -> bacteria
      match "He explains the difference between stocks and bonds." => stocks -> bonds
      reject "We test the difference between the scores and the mean."

    rule DIFFERENT-DISTINCTION  "the distinction between X and Y"
      relation different-from
      confidence 0.8
      scope phrase
      frame noun distinction (between: A & B)
      frame verb distinguish|differentiate|discriminate (between: A & B)
      sequence (distinction|distinctions) between A:NP and B:NP
      sequence <distinguish|differentiate|discriminate> between A:NP and B:NP
      match "One must distinguish between fear and anxiety." => fear -> anxiety
      match "They draw a distinction between mass and weight." => mass -> weight
      reject "The meeting between the mayor and the board was long."

    rule DIFFERENT-DISTINGUISH  "distinguish X from Y"
      relation different-from
      confidence 0.75
      scope phrase
      frame verb distinguish|differentiate|separate (object: A, from: B)
      match "We distinguish fear from anxiety." => fear -> anxiety
      match "Doctors differentiate flu from a cold." => flu -> cold
      reject "He separated quietly."

    rule CONFUSED-WITH  "X is often confused with Y"
      relation conflated-with
      denied different-from
      confidence 0.85
      frame verb @confusing (object: A, with|for|to: B)
      frame adjective confused|conflated (subject: A, with|for: B)
      sequence A:NP ","? not to be confused with B:NP
      match "Weight is often confused with mass." => Weight -> mass
      match "Casual talk conflates fear with anxiety." => fear -> anxiety
      match "Gauss, not to be confused with gaze, is a unit."
      reject "The speech confused voters."

    rule CONFUSED-BETWEEN  "people conflate X and Y"
      relation conflated-with
      confidence 0.8
      frame verb confuse|conflate|equate (object: A & B)
      frame verb confuse|conflate (between: A & B)
      frame verb blur (object: line|boundary|distinction|difference, object.between|between: A & B)
      frame noun confusion|conflation (between|of: A & B)
      match "People confuse weight and mass." => weight -> mass
      match "The law blurs the line between gifts and bribes." => gifts -> bribes
      reject "The line between Leeds and York is closed."

    rule CONFUSED-INTERCHANGEABLE  "X and Y are used interchangeably"
      relation conflated-with
      confidence 0.7
      basis paraphrase
      sequence A:NP and B:NP (<be> [tag=ADV]? used | are [tag=ADV]? treated) [tag=ADV]? interchangeably
      match "Weight and mass are often used interchangeably." => Weight -> mass
      match "Fear and anxiety are used interchangeably." => Fear -> anxiety
      reject "The parts are used interchangeably."

    rule CONTRAST-RATHER  "X rather than Y"
      relation contrasts-with
      confidence 0.6
      scope phrase
      sequence A:NP ","? (rather than | instead of | as opposed to | in contrast to | in contrast with) B:NP
      where B tag NOUN|PROPN
      match "They measure weight rather than mass." => weight -> mass
      match "He drank tea instead of coffee." => tea -> coffee
      reject "He would rather stay than leave."

    rule CONTRAST-VERSUS  "X vs. Y"
      relation contrasts-with
      confidence 0.8
      scope phrase
      sequence A:NP (versus | vs | "vs." | "v." | "v") B:NP
      match "The nature versus nurture debate is old." => nature -> nurture debate
      match "Tea vs. coffee" => Tea -> coffee
      reject "The verse was short."

    rule CONTRAST-UNLIKE  "unlike X, Y …"
      relation contrasts-with
      confidence 0.6
      scope phrase
      sequence ^ (unlike | "in contrast to" | "in contrast with" | "as opposed to" | contrary to) B:NP "," A:NP
      match "Unlike mammals, reptiles lay eggs." => reptiles -> mammals
      match "In contrast to weight, mass is constant." => mass -> weight
      reject "It is unlike him, the boss said."

    rule CONTRAST-VERB  "X contrasts with Y"
      relation contrasts-with
      confidence 0.75
      frame verb contrast (subject: A, with: B)
      frame verb contrast (object: A, with: B)
      sequence A:NP contrasts with B:NP
      frame noun opposite|antithesis|counterpart (subject: A, of|to: B)
      match "Mass contrasts with weight." => Mass -> weight
      match "Courage is the opposite of fear." => Courage -> fear
      reject "He adjusted the contrast with care."

    rule CONTRAST-COMPARED  "X outperforms Y, X is compared with Y"
      relation contrasts-with
      confidence 0.6
      basis paraphrase
      scope phrase
      frame verb outperform|surpass (subject: A, object: B)
      frame verb compare (object: A, with|to|against: B)
      frame adjective superior|inferior|preferable|comparable (subject: A, to|with: B)
      frame noun comparison (of|between: A & B)
      where B determiner not this|that|these|those
      match "Cotton is compared with wool." => Cotton -> wool
      match "We compare the new method with the old algorithm." => method -> old algorithm
      reject "He beat the drum slowly."

    rule MAPS-TO  "X corresponds to Y"
      relation maps-to
      confidence 0.75
      frame verb map|translate|amount (subject: A, to|onto: B)
      sequence A:NP (corresponds | correspond | [lemma=correspond & penn=VBD]) [tag=ADV]? to B:NP
      frame verb map (object: A, to|onto: B)
      frame adjective analogous|akin (subject: A, to: B)
      frame noun analogue|analog|equivalent|counterpart (subject: A, of|for|to: B)
      match "Inner error corresponds to bias." => Inner error -> bias
      match "A neuron is analogous to a switch." => neuron -> switch
      reject "He mapped the river."
    """#
}
