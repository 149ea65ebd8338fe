extension BuiltInRules {
  /// Means and ends: used-for, addresses, requires, applies-to.
  static let use = #"""
    rule USED-FOR  "a hammer is used for repairs"
      relation used-for
      confidence 0.65
      frame verb @using (object: A, for|in: B)
      frame adjective useful|suitable|helpful|applicable (subject: A, for|in|to: B)
      where A lemma not @people
      where B lemma not use|purpose|problem|issue|paper|work|study|experiment|situation|combination|addition|order|year|day|past|time|month|week|hour|minute|instance|sake|example|reason|way|part|mode
      match "A thermometer is used for measurement." => thermometer -> measurement
      match "Doctors use aspirin for pain." => aspirin -> pain
      reject "He used the car on Monday."

    rule USED-TO  "thermometers are used to measure temperature"
      relation used-for
      confidence 0.65
      frame verb @using (object: A, to-do.object: B, !to-do: @improving|@addressing)
      frame verb @using (object: A, for-doing.object: B)
      frame verb @using (object: A, in-doing.object: B)
      frame adjective useful|helpful (subject: A, for-doing.object|to-do.object|in-doing.object: B)
      where A lemma not @people
      where A tag NOUN|PROPN
      match "Thermometers are used to measure temperature." => Thermometers -> temperature
      match "Surgeons use lasers for removing tumours." => lasers -> tumours
      reject "He used to drink tea."

    rule USED-METHOD-FOR  "a method for estimation"
      relation used-for
      confidence 0.75
      scope phrase
      frame noun @methods (itself: A, for: B)
      frame noun @methods (itself: A, for-doing.object: B)
      frame noun @methods|approach (subject: A, for|for-doing.object: B)
      frame noun approach (itself: A, to: B)
      match "They tested a method for crop rotation." => method -> crop rotation
      match "We present an algorithm for sorting lists." => algorithm -> lists
      reject "The method works for now."

    rule USED-METHOD-TO  "a method to estimate risk"
      relation used-for
      confidence 0.6
      scope phrase
      frame noun @methods (itself: A, to-do.object: B, !to-do: @improving|@addressing)
      match "They built a tool to measure pressure." => tool -> pressure
      match "We need a procedure to detect fraud." => procedure -> fraud
      reject "The tool broke to pieces."

    rule USED-USING  "estimation using regression"
      relation used-for
      confidence 0.6
      scope phrase
      where A attached
      sequence B:NP (using | utilizing | utilising | employing | exploiting | "by means of" | via | "based on" | "with the help of") A:NP
      match "We present a measurement using lasers." => lasers -> measurement
      match "This is a diagnosis based on blood tests." => blood tests -> diagnosis
      reject "He left using the door."

    rule USED-RELY  "parsing relies on a grammar"
      relation used-for
      confidence 0.6
      basis paraphrase
      frame verb base (object: B, on|upon: A)
      frame verb rely|build|draw (subject: B, on|upon: A)
      where B lemma not @people|statement|conclusion|claim|quality|hypothesis|choice|decision|opinion|belief
      match "The forecast is based on satellite images." => satellite images -> forecast
      match "The test relies on blood samples." => blood samples -> test
      reject "She relied on him."

    rule USED-DOES  "the algorithm estimates the depth"
      relation used-for
      confidence 0.55
      basis paraphrase
      frame verb estimate|compute|calculate|detect|recognize|recognise|identify|classify|extract (subject: A, object: B)
      frame verb measure|track|segment|parse|translate|diagnose|treat|generate|model|locate|retrieve|predict (subject: A, object: B)
      where A lemma @methods
      where A lemma not theory|principle|hypothesis|law
      match "The algorithm estimates the depth." => algorithm -> depth
      match "The device detects smoke." => device -> smoke
      reject "The doctor measured pressure."

    rule USED-PROPOSE  "we propose a method for parsing"
      relation used-for
      confidence 0.55
      basis paraphrase
      frame verb propose|present|introduce|develop|describe|design|build|devise|offer (object: A, for: B)
      frame verb propose|present|introduce|develop|design|build|devise (object: A, for-doing.object|to-do.object: B, !to-do: @improving|@addressing)
      where A tag NOUN|PROPN
      where B lemma not use|purpose|problem|issue|limitation
      match "We propose a new scheme for voting." => scheme -> voting
      match "They developed a vaccine for malaria." => vaccine -> malaria
      reject "We propose to leave."

    rule ADDRESSES-VERB  "the law addresses inequality"
      relation addresses
      confidence 0.75
      frame verb address|tackle|mitigate|alleviate|overcome|remedy|combat|solve|resolve (subject: A, object: B)
      frame verb deal|cope (subject: A, with: B)
      where B determiner not this|these|that|those
      frame verb propose|present|introduce|develop|design|use|devise (object: A, to-do: @addressing, to-do.object: B)
      frame noun @methods (itself: A, to-do: @addressing, to-do.object: B)
      where A lemma not @people
      where A name not
      match "The proposal tackles poverty." => proposal -> poverty
      match "The program addresses poverty." => program -> poverty
      reject "She addressed the crowd."

    rule ADDRESSES-SOLUTION  "a solution to the energy crisis"
      relation addresses
      confidence 0.75
      frame noun solution|remedy|cure|answer|fix|antidote|defence|defense|countermeasure (subject: A, to|for|against: B)
      frame noun solution (itself: A, to: B)
      where B lemma not @people
      match "Carpooling is a solution to congestion." => Carpooling -> congestion
      match "Aspirin is a remedy for headaches." => Aspirin -> headaches
      reject "He gave an answer to the teacher."

    rule REQUIRES-VERB  "growth requires water"
      relation requires
      confidence 0.8
      frame verb require|demand|need|presuppose|necessitate|entail (subject: A, object: B, !to-do)
      frame verb hinge (subject: A, on|upon: B)
      frame verb require|need (object: B, for: A)
      where A lemma not @people
      match "Growth requires water." => Growth -> water
      match "The verdict hinges on evidence." => verdict -> evidence
      reject "Success depends on luck."
      reject "He needs to leave."

    rule REQUIRES-NECESSARY  "water is necessary for growth"
      relation requires
      confidence 0.8
      frame adjective necessary|essential|required|indispensable|needed|crucial|vital (subject: B, for|to: A)
      frame noun prerequisite|precondition|requirement|condition (subject: B, for|of|to: A)
      match "Water is necessary for growth." => growth -> Water
      match "Trust is a prerequisite for trade." => trade -> Trust
      reject "It is necessary to leave."

    rule REQUIRES-WITHOUT  "without water, no growth"
      relation requires
      confidence 0.65
      basis paraphrase
      scope phrase
      sequence without B:NP "," (there is)? A:NP
      sequence A:NP without B:NP
      where A determiner no
      match "Without water, no growth is possible." => growth -> water
      match "There is no trade without trust." => trade -> trust
      reject "He left without a coat."

    rule APPLIES-TO  "the term applies to mammals"
      relation applies-to
      confidence 0.75
      frame verb apply (subject: A, to: B)
      frame verb hold (subject: A, for|of: B)
      frame noun property|feature|characteristic|attribute (subject: A, of: B)
      where A lemma not @people
      match "The rule applies to mammals." => rule -> mammals
      match "Density is a property of matter." => Density -> matter
      reject "She applied to the school."
    """#
}
