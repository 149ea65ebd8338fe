extension BuiltInRules {
  /// Parts and wholes.
  static let parts_ = #"""
    rule PART-NOUN  "a wheel is a part of a car"
      relation part-of
      confidence 0.8
      frame noun part|component|element|member|constituent|ingredient|portion|segment|subsystem|module|step|aspect (subject: A, of|in: B)
      match "The engine is a part of the car." => engine -> car
      match "Trust is a key component of trade." => Trust -> trade
      reject "He played a part in the film."

    rule PART-CONSISTS  "water consists of hydrogen and oxygen"
      relation part-of
      confidence 0.75
      frame verb consist (subject: B, of: A)
      sequence B:NP [(word=consists|word=consist) & tag=NOUN] of A:LIST
      frame verb compose|make|form|comprise|constitute|assemble (object: B, of: A, !subject)
      frame verb "make up" (object: B, of: A)
      frame noun collection|combination|set|mixture|series|blend|sequence (subject: B, of: A)
      sequence B:NP ("consisting of" | "composed of" | "made up of" | "comprised of" | "made of") A:LIST
      match "The mixture consists of hydrogen and oxygen." => hydrogen -> mixture; oxygen -> mixture
      match "The jury is composed of citizens." => citizens -> jury
      reject "She spoke of the sea."

    rule PART-COMPRISES  "the kit comprises a hammer"
      relation part-of
      confidence 0.7
      frame verb comprise|contain|incorporate|encompass (subject: B, object: A)
      frame verb include (subject: B, object: A)
      sequence B:NP (comprising | containing) A:LIST
      where B lemma not @people|example|instance
      where B number not plural
      where A determiner not more|less|fewer
      where B lemma not box|bag|basket|bottle|jar|envelope|room|bowl|drawer|cup|pot|flask|backpack|suitcase|crate|barrel|container|cupboard|kitchen|trunk|vase|can|tray|pocket|purse|wallet|sack|tin|safe|locker|shelf|tank
      match "The kit comprises a hammer and a saw." => hammer -> kit; saw -> kit
      match "The atom contains a nucleus." => nucleus -> atom
      reject "Common metals include copper."

    rule PART-BELONGS  "the wing belongs to the house"
      relation part-of
      confidence 0.6
      frame verb belong (subject: A, to: B)
      frame verb incorporate|integrate|embed (object: A, in|into|within: B)
      match "The tail belongs to the aircraft." => tail -> aircraft
      match "The chip is embedded in the card." => chip -> card
      reject "He belonged there."

    rule PART-OF-WHOLE  "the handle of the door"
      relation part-of
      confidence 0.75
      basis inferred
      scope phrase
      sequence A:NP of B:NP
      where A lemma @part-nouns
      # What names a part and says nothing of it: "the component of the weight", "a layer of security".
      where A lemma not unit|series|component|element|part|member|portion|section|segment|core|layer|column|row|bar|panel
      match "The handle of the door broke." => handle -> door
      match "She read the preface of the book." => preface -> book
      reject "The price of the door rose."

    rule PART-POSSESSIVE  "the car's engine"
      relation part-of
      confidence 0.6
      basis inferred
      scope phrase
      sequence B:NP ("'s" | "'") A:NP
      where A lemma @part-nouns
      where B lemma not @people
      match "The car's engine failed." => engine -> car
      match "The bird's wing was broken." => wing -> bird
      reject "The teacher's story was long."

    rule PART-WITH  "a house with a balcony"
      relation part-of
      confidence 0.7
      basis inferred
      scope phrase
      sequence B:NP with A:NP
      where A attached
      where A lemma @part-nouns
      match "They own a house with a balcony." => balcony -> house
      match "A car with a roof costs more." => roof -> car
      reject "He spoke with the farmer."

    rule PART-INSIDE  "the engine in the car"
      relation part-of
      confidence 0.55
      basis inferred
      scope phrase
      sequence A:NP (in|on|inside|within) B:NP
      where A lemma @part-nouns
      where A lemma not hand|eye|part|heart|member|piece|stage|unit
      where B determiner the|a|an|its|each|every
      where B attached
      match "The shelf in the cupboard is old." => shelf -> cupboard
      match "The engine in the car was old." => engine -> car
      reject "The farmer in the field was old."

    rule PART-HAS  "the car has an engine"
      relation part-of
      confidence 0.85
      basis inferred
      frame verb have (subject: B, object: A)
      where A lemma @part-nouns
      where B lemma not @people
      match "The car has an engine." => engine -> car
      match "Each leaf has a stem." => stem -> leaf
      reject "The man has a problem."

    rule MEMBER-COLLECTIVE  "a flock of birds"
      relation part-of
      confidence 0.85
      basis inferred
      scope phrase
      sequence B:NP of A:NP
      where B lemma @collectives
      where B number not plural
      where A number plural
      match "A flock of birds crossed the sky." => birds -> flock
      match "The committee of experts met." => experts -> committee
      reject "The price of birds rose."

    rule MEMBER-OF  "Norway is a member of NATO"
      relation part-of
      confidence 0.8
      frame noun member (subject: A, of: B)
      frame verb join (subject: A, object: B)
      where B tag NOUN|PROPN
      where B number not plural
      where B lemma not force|hand
      match "Norway is a member of the alliance." => Norway -> alliance
      match "Sweden joined the union." => Sweden -> union
      reject "He remembered the union."
    """#
}
