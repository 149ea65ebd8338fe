extension BuiltInRules {
  /// Lists of common nouns that several rule texts use.
  static let lists = #"""
    # Who acts on purpose: making is then no causing.
    list @people: people person man woman child boy girl worker company firm government state team group author writer
    list @people: artist scientist researcher teacher student player police army committee organization organisation
    list @people: organisation institution party president minister king queen manager user developer engineer
    list @people: programmer farmer doctor lawyer judge factory manufacturer maker producer publisher author i we he
    list @people: she they you who somebody someone everyone citizen member leader director actor singer musician
    list @people: colleague prosecutor senator designer builder chef cook artist studio industry country nation city town university school bank

    list @places: place area region country city town village river sea ocean street road house building room north
    list @places: south east west family background world source side

    # What is done something with: means to an end.
    list @methods: method algorithm approach technique system model framework procedure tool strategy scheme
    list @methods: mechanism architecture network classifier parser function measure metric heuristic formalism
    list @methods: representation grammar software program device solution technology methodology process protocol
    list @methods: estimator detector filter module component kernel theory principle corpus dataset lexicon database
    list @methods: resource interface library platform package pipeline engine algorithmics treatment therapy drug test

    list @using: use employ utilize utilise apply exploit leverage deploy harness

    list @problems: problem issue challenge difficulty limitation shortcoming bottleneck weakness drawback failure
    list @problems: error ambiguity uncertainty noise bias risk threat gap crisis

    # Groups and what they are made of.
    list @collectives: group team set collection flock herd pack swarm crowd gang crew fleet army bunch band cluster
    list @collectives: family class series bundle pile heap stack batch clan colony council committee panel board
    list @collectives: network archipelago cast choir club community convoy ensemble fraternity galaxy gaggle guild
    list @collectives: horde host hive jury league legion litter mob pride school shoal squad staff string suite tribe
    list @collectives: troop troupe union wad array assembly association coalition consortium constellation corps
    list @collectives: delegation faculty federation forest bouquet deck exhibition body assortment stable compendium
    list @collectives: anthology bevy cabal brigade regiment squadron platoon orchestra congregation catalogue

    # Parts that things commonly have.
    list @part-nouns: part component element member segment portion section piece constituent ingredient module
    list @part-nouns: subsystem layer unit branch wing wheel engine handle door window roof wall floor ceiling lid cap
    list @part-nouns: cover corner surface base foot leg arm hand finger thumb
    list @part-nouns: head neck eye ear nose mouth tooth tongue skin hair tail feather beak claw horn paw bone skull
    list @part-nouns: spine rib muscle heart lung liver kidney brain stomach nerve vein cell nucleus membrane leaf stem
    list @part-nouns: root trunk bark petal seed fruit stalk bud twig thorn blade hilt barrel trigger button
    list @part-nouns: keyboard screen display processor chip circuit battery antenna cable plug socket switch lever
    list @part-nouns: pedal brake axle bumper hood seat dashboard windshield cockpit fuselage propeller rotor mast sail
    list @part-nouns: deck hull keel rudder anchor cabin kitchen bathroom bedroom basement attic cellar stair staircase
    list @part-nouns: balcony porch garden courtyard gate entrance exit corridor hall lobby tower dome spire arch
    list @part-nouns: column pillar foundation chimney hinge knob latch lock frame pane chapter paragraph sentence
    list @part-nouns: page verse stanza heading preface index appendix introduction conclusion
    list @part-nouns: prologue epilogue episode chorus refrain melody bridge string reed shell
    list @part-nouns: crust mantle interior exterior rim hub spoke tire tyre valve piston cylinder pump filter nozzle
    list @part-nouns: pipe hose lens shutter aperture flash strap buckle zipper pocket sleeve collar cuff hem lining
    list @part-nouns: heel sole lace stage phase clause phrase syllable letter suffix prefix stem kernel

    # What comes about by something.
    list @effects: pain damage injury death loss stress illness disease discomfort fear joy anger radiation heat noise
    list @effects: smoke smell odor odour profit scar pressure fatigue harm hurt trauma wound burn fever rash headache
    list @effects: cancer symptom crash accident fire flood crisis war conflict problem trouble delay failure error
    list @effects: mistake bug shock panic chaos protest riot outrage controversy misery pleasure relief hope despair
    list @effects: grief guilt shame success growth decline increase decrease rise fall drop change shift light glow
    list @effects: echo earthquake tsunami wave drought famine poverty debt benefit bias behaviour behavior effect
    list @effects: impact reaction response allergy asthma insomnia interference mood atmosphere incentive demand
    list @effects: pattern tendency interest shortage surplus spike surge jam breakdown outbreak disaster catastrophe

    list @works: paper article book study essay report thesis post work chapter survey review blog talk lecture document

    list @improving: improve enhance boost increase reduce evaluate assess compare avoid achieve obtain get make help
    list @improving: support allow enable ensure facilitate maximize maximise minimize minimise speed
    list @addressing: address tackle mitigate alleviate overcome remedy combat solve resolve handle circumvent

    list @containing: contain comprise include incorporate feature have
    list @of-parts: consist
    """#
}
