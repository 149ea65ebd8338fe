extension BuiltInRules {
  /// Causes and effects: causes, leads-to, undermines.
  static let causation = #"""
    list @producing: produce generate create induce trigger provoke elicit spark engender yield entail foster
    list @producing: precipitate spawn ignite instigate prompt fuel
    list @increasing: increase raise heighten amplify exacerbate worsen
    list @chance: risk probability likelihood chance odds danger incidence rate
    list @hindering: prevent hinder undermine inhibit impede weaken damage destroy threaten suppress block disrupt
    list @hindering: harm thwart hamper compromise defeat obstruct stifle sabotage erode jeopardize jeopardise
    list @hindering: jeopardise endanger counteract preclude deter curb
    list @originating: result stem arise derive originate emanate emerge ensue
    list @cause-nouns: cause source reason culprit trigger origin driver

    rule CAUSE-VERB  "stress causes insomnia"
      relation causes
      confidence 0.93
      frame verb cause (subject: A, object: B, !to-do)
      match "Stress causes insomnia." => Stress -> insomnia
      match "Malaria is caused by parasites." => parasites -> Malaria
      match "The damage caused by the storm was small." => storm -> damage
      reject "Stress caused him to leave."

    rule CAUSE-NOUN  "smoking is the main cause of cancer"
      relation causes
      confidence 0.9
      where A lemma not @people
      where A name not
      where B lemma not action
      sequence A:NP <be> [tag=ADV]? one of X:NP of B:NP
      where X lemma cause|reason|source|driver
      frame noun cause|culprit|trigger (subject: A, of|for|behind: B)
      frame noun cause (identity: A, of: B)
      frame adjective responsible (subject: A, for: B)
      match "Smoking is the main cause of cancer." => Smoking -> cancer
      match "The cause of the fire was a cigarette." => cigarette -> fire
      reject "He fought for the cause of freedom."

    rule CAUSE-DUE-TO-NOUN  "delays due to fog"
      relation causes
      confidence 0.85
      sequence B:NP (<be>|[word=mainly|word=largely|word=partly|word=primarily])? ((due|owing) to | "caused by" | "resulting from") A:NP
      where B name not
      match "They had several delays due to fog." => fog -> delays
      match "We saw losses due to the flood." => flood -> losses
      reject "The rent is cheap due to luck."

    rule CAUSE-BECAUSE-OF  "delays because of fog"
      relation causes
      confidence 0.7
      sequence B:NP "because of" A:NP
      where A attached
      where B abstract @effects
      match "The losses because of fog were large." => fog -> losses
      match "Losses because of the flood were large." => flood -> Losses
      reject "They sold the cats because of the fire."

    rule CAUSE-DUE-TO  "the delay was due to fog"
      relation causes
      confidence 0.8
      frame adjective due|attributable (subject: B, to: A)
      frame verb attribute|ascribe (object: B, to: A)
      frame verb occur|happen|arise|exist (subject: B, because|due: A)
      match "The losses are attributed to the war." => war -> losses
      match "The deaths are attributed to the flood." => flood -> deaths
      reject "The rent is due to the landlord on Monday."

    rule CAUSE-INDUCED  "stress-induced insomnia"
      relation causes
      confidence 0.8
      scope phrase
      sequence A:[tag=NOUN|tag=PROPN|tag=ADJ] "-" (induced|caused|triggered) B:([tag=ADJ|tag=NOUN]* [tag=NOUN])
      match "Stress-induced insomnia is common." => Stress -> insomnia
      match "They treat drug-induced psychosis." => drug -> psychosis
      reject "He induced a deep sleep."

    rule LEADS-TO-VERB  "smoking leads to cancer"
      relation leads-to
      confidence 0.9
      frame verb lead|contribute|conduce (subject: A, to: B, !object)
      frame verb result|culminate (subject: A, in: B)
      sequence A:LIST [(word=leads|word=lead) & tag=NOUN] to B:LIST
      frame verb give (subject: A, object: rise, object.to|to: B)
      frame verb "bring about" (subject: A, object: B)
      frame verb "set off" (subject: A, object: B)
      frame verb "bring on" (subject: A, object: B)
      frame verb inflict|wreak (subject: A, object: B)
      where A lemma not @people|individual|employee|participant
      match "Smoking leads to cancer." => Smoking -> cancer
      match "Floods resulted in heavy losses." => Floods -> heavy losses
      reject "He led the group to the river."

    rule LEADS-TO-TRIGGER  "the scandal triggered protests"
      relation leads-to
      confidence 0.9
      frame verb trigger|induce|provoke|elicit|spark|engender|precipitate|ignite|instigate|prompt|fuel (subject: A, object: B, !to-do)
      where A lemma not @people
      where B lemma not @people
      where A name not
      match "The scandal triggered protests." => scandal -> protests
      match "The war provoked a crisis." => war -> crisis
      reject "He prompted her to leave."

    rule LEADS-TO-PRODUCE  "friction produces heat"
      relation leads-to
      confidence 0.75
      frame verb produce|generate|create|yield|foster|spawn|emit|radiate (subject: A, object: B, !to-do)
      where A lemma not @people
      where A name not
      where B abstract @effects
      where B lemma not building|painting|meeting|writing|drawing|opening|government|city|university|station
      match "Friction produces heat." => Friction -> heat
      match "The drought created famine." => drought -> famine
      reject "The factory produced shoes."

    rule LEADS-TO-EVENT  "optimization produces agents"
      relation leads-to
      confidence 0.55
      frame verb produce|generate|create|yield|foster|spawn (subject: A, object: B, !to-do)
      where A abstract
      where A lemma not @people|building|painting|government|city|university|station
      where A name not
      match "Erosion produces sand." => Erosion -> sand
      match "Competition creates winners." => Competition -> winners
      reject "The baker creates bread."

    rule LEADS-TO-FROM  "losses resulted from the flood"
      relation leads-to
      confidence 0.8
      frame verb result|stem|ensue (subject: B, from: A)
      sequence B:NP [(word=stems|word=results) & tag=NOUN] from A:NP
      where A name not
      where A lemma not @places
      where B lemma not @people
      match "The losses resulted from the flood." => flood -> losses
      match "The anxiety stems from uncertainty." => uncertainty -> anxiety
      reject "He comes from Leeds."

    rule LEADS-TO-ARISE  "happiness springs from work"
      relation leads-to
      confidence 0.6
      frame verb arise|derive|originate|emerge|spring (subject: B, from: A)
      where A name not
      where A lemma not @places|@people
      where B abstract @effects
      match "Happiness springs from work." => work -> Happiness
      match "The problem arises from a mistake." => mistake -> problem
      reject "The wine comes from a cellar."

    rule LEADS-TO-NOUN-FROM  "injuries from running"
      relation leads-to
      confidence 0.8
      scope phrase
      sequence B:NP from A:NP
      sequence B:NP from A:[penn=VBG]
      where B lemma @effects
      where B lemma not change|shift|fall|drop|wave|pattern|light|error|sound|demand|signal|interest|reaction|response|rise|increase|decline|drought
      where A name not
      where A lemma not @places|@people|@works|lack
      match "Injuries from falls are common." => falls -> Injuries
      match "The noise from the engine was loud." => engine -> noise
      reject "The train from Leeds was late."

    rule LEADS-TO-STATE-FROM  "satisfaction from work"
      relation leads-to
      confidence 0.6
      scope phrase
      sequence B:NP from A:NP
      sequence B:NP from A:[penn=VBG]
      where B abstract
      where B lemma not instruction|direction|guidance|permission|attention|freedom|immigration|reflection|emission-free|submission|protection|information|translation|extraction|quotation|transition|selection|deviation|separation|distinction|isolation|transmission|migration|evidence|reading|learning|inference|exemption|independence|citation|conversion|distance|abstention|difference|relation|departure|projection|solution|observation|prediction|estimation|implementation|definition|recommendation|communication
      where A name not
      where A lemma not @places|@people|@works|@methods|data|scratch|sample|distribution|population|provider|vendor
      where A attached
      match "Pollution from cars is harmful." => cars -> Pollution
      match "The inflammation from the infection was severe." => infection -> inflammation
      reject "The translation from the Latin was good."

    rule LEADS-TO-AFTER  "fire after the earthquake"
      relation leads-to
      confidence 0.65
      basis inferred
      scope phrase
      sequence B:NP (after|following) A:NP
      where B lemma fire|damage|injury|death|destruction|disruption|tremor|burn|infection|bleeding|panic|swelling|flooding|collapse|shock|outage|power-outage|devastation|trauma
      where A abstract earthquake|accident|crash|attack|storm|fire|hurricane|surgery|war|flood|blast|quake|strike
      match "The fire after the collision was small." => collision -> fire
      match "There was destruction after the earthquake." => earthquake -> destruction
      reject "They left after the meal."

    rule LEADS-TO-NOUN-BY  "death by poisoning"
      relation leads-to
      confidence 0.6
      scope phrase
      sequence B:NP by A:NP
      where B lemma death|damage|destruction|contamination|poisoning|pollution|infection|injury|disruption|activation|inhibition|suffocation|corrosion
      where A lemma not @people
      where A name not
      match "The damage by fire was severe." => fire -> damage
      match "The contamination by lead was severe." => lead -> contamination
      reject "The book by the teacher was long."

    rule LEADS-TO-RISK  "smoking increases the risk of cancer"
      relation leads-to
      confidence 0.75
      frame verb @increasing (subject: A, object: @chance, object.of: B)
      frame verb @increasing (subject: A, object: B)
      frame noun driver|contributor (subject: A, of|for|to: B)
      where B lemma not @chance|number|amount|size|price|cost|level|concern|question|issue|awareness|hope|doubt|flag|hand|money|fund|eyebrow|objection|point
      match "Smoking increases the risk of cancer." => Smoking -> cancer
      match "Noise exacerbates stress." => Noise -> stress
      reject "Prices increased last year."

    rule LEADS-TO-MAKE  "drought makes famine more likely"
      relation leads-to
      confidence 0.65
      frame verb make|render (subject: A, object: B, complement: likely|possible|inevitable|probable)
      frame verb enable|facilitate|promote|encourage (subject: A, object: B, !to-do)
      where A lemma not @people
      where B lemma not @people
      where B abstract @effects|famine|growth
      match "Drought makes a famine more likely." => Drought -> famine
      match "Sleep promotes learning." => Sleep -> learning
      reject "He made the team proud."

    rule LEADS-TO-RESULT-OF  "famine is a result of drought"
      relation leads-to
      confidence 0.7
      frame noun result|consequence|outcome|product|effect|by-product|byproduct|upshot (subject: B, of: A)
      where A lemma not @people
      match "Famine is a result of drought." => drought -> Famine
      match "Heat is a consequence of friction." => friction -> Heat
      reject "He announced the results of the test."

    rule LEADS-TO-SIGN  "X → Y"
      relation leads-to
      confidence 0.75
      basis inferred
      scope phrase
      sequence A:NP ("→" | "⇒" | "➔" | "⟶" | "->" | "=>" | "-->" | "–>") B:NP
      sequence A:NP ("-" | "=") ">" B:NP
      match "Drought → famine" => Drought -> famine
      match "friction ⇒ heat" => friction -> heat
      reject "drought = famine"

    rule UNDERMINES-VERB  "fog prevents landings"
      relation undermines
      confidence 0.75
      frame verb @hindering (subject: A, object: B, !from-doing)
      where A lemma not @people
      where A name not
      where B name not
      match "Fog prevents landings." => Fog -> landings
      match "Corruption undermines trust." => Corruption -> trust
      reject "He blocked his ears."

    rule UNDERMINES-REDUCE  "exercise reduces the risk of disease"
      relation undermines
      confidence 0.7
      frame verb reduce|lower|decrease|lessen|diminish (subject: A, object: @chance, object.of: B)
      frame verb reduce|lessen|diminish (subject: A, object: B)
      frame noun threat|obstacle|barrier|impediment|hindrance (subject: A, to|for: B)
      where A lemma not @people
      where B lemma not number|amount|size|time|length|cost|value
      match "Exercise reduces the risk of disease." => Exercise -> disease
      match "Poverty is an obstacle to learning." => Poverty -> learning
      reject "He reduced the sauce."
    """#
}
