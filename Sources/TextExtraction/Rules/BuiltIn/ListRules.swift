extension BuiltInRules {
  /// Lists of common nouns that several rule texts use.
  static let lists = #"""
    # Who acts on purpose: making is then no causing.
    list @people: people person man woman child boy girl worker company firm government state team group author writer
    list @people: artist scientist researcher teacher student player police army committee organization organisation
    list @people: organisation institution party president minister king queen manager user developer engineer
    list @people: programmer farmer doctor lawyer judge factory manufacturer maker producer publisher author i we he
    list @people: she they you who somebody someone everyone citizen member leader director actor singer musician
    list @people: employer employee psychologist philosopher statistician physicist mathematician economist biologist
    list @people: clinician physician patient nurse client customer analyst architect administrator attacker adversary
    list @people: expert specialist professional practitioner therapist instructor candidate applicant participant
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
    list @collectives: group team set collection flock herd pack swarm crowd gang crew fleet army band cluster
    list @collectives: class series bundle pile heap stack batch clan colony council committee panel board
    list @collectives: network archipelago cast choir club community convoy ensemble fraternity galaxy gaggle guild
    list @collectives: horde host hive jury league legion litter mob pride school shoal squad staff string suite tribe
    list @collectives: troop troupe union wad array assembly association coalition consortium constellation corps
    list @collectives: delegation faculty federation forest bouquet deck exhibition body assortment stable compendium
    list @collectives: anthology bevy cabal brigade regiment squadron platoon orchestra congregation catalogue battalion
    list @collectives: drove throng grove thicket orchard sheaf chain row mix posse unit division flotilla
    list @collectives: armada caravan train procession parade dynasty alliance confederation commonwealth bloc cartel
    list @collectives: syndicate order society circle institute academy bench tribunal ministry cabinet parliament
    list @collectives: senate congress conference commission quartet trio duo company brood clutch kennel
    list @collectives: nest plague cloud pod catch haul bed stud yoke drift crash tower battery wreath clump tuft mound
    list @collectives: hoard stockpile library archive album atlas gallery museum portfolio kit hand roll ream web
    list @collectives: bale pool population cohort corpus elite gathering rabble mixture legion multitude trove
    list @collectives: skein wedge covey quiver murder parcel rout shiver sord sleuth skulk team tribe troop wisp span
    list @collectives: draught fall knot mischief muster ostentation paddling pack plump rafter rag raft remuda string
    list @collectives: shrewdness sounder tiding trip walk watch yoke wunch crush den department dozen pantheon

    # Parts that things commonly have.
    list @part-nouns: part component element member segment portion section constituent ingredient module
    list @part-nouns: subsystem layer unit branch wing wheel engine handle door window roof wall floor ceiling lid cap
    list @part-nouns: cover corner surface base foot leg arm hand finger thumb neck eye ear nose mouth tooth tongue
    list @part-nouns: skin hair tail feather beak claw horn paw bone skull spine rib muscle heart lung liver kidney
    list @part-nouns: brain stomach nerve vein artery cell nucleus membrane leaf stem root trunk bark petal seed fruit
    list @part-nouns: stalk bud twig thorn blade hilt barrel trigger button keyboard screen processor chip
    list @part-nouns: circuit battery antenna cable plug socket switch lever pedal brake axle bumper hood seat dashboard
    list @part-nouns: windshield cockpit fuselage propeller rotor mast sail deck hull keel rudder anchor cabin kitchen
    list @part-nouns: bathroom bedroom basement attic cellar stair staircase balcony porch garden courtyard gate
    list @part-nouns: entrance exit corridor hall lobby tower dome spire arch column pillar foundation chimney hinge
    list @part-nouns: knob latch lock frame pane chapter paragraph sentence page verse stanza heading preface
    list @part-nouns: appendix conclusion prologue epilogue episode chorus refrain melody bridge reed
    list @part-nouns: core shell crust mantle interior exterior rim hub spoke tire tyre valve piston cylinder pump
    list @part-nouns: filter nozzle pipe hose lens shutter aperture flash strap buckle zipper pocket sleeve collar cuff
    list @part-nouns: hem lining heel sole lace stage phase clause phrase syllable letter suffix prefix shelf drawer
    list @part-nouns: tank compartment cabinet panel pad plate disc disk ring rod shaft bolt screw spring coil motor
    list @part-nouns: sensor camera speaker microphone headlight mirror gear clutch gearbox radiator carburetor exhaust
    list @part-nouns: fin gill shell fluke flipper whisker mane hoof udder trunk tusk antler jaw lip cheek chin
    list @part-nouns: forehead eyebrow eyelash eyelid shoulder elbow wrist knee ankle toe nail chest belly waist hip
    list @part-nouns: thigh throat retina cornea iris pupil tendon ligament cartilage joint gland bladder intestine
    list @part-nouns: aisle altar nave pew belfry turret moat rampart gatehouse ward stage curtain backstage bar counter
    list @part-nouns: jib boom luff stern bow porthole hatch ramp runway terminal platform track carriage wagon
    list @part-nouns: title-page footnote glossary bibliography spine hook verse intro outro soundtrack

    # What comes about by something.
    list @effects: pain damage injury death loss stress illness disease discomfort fear joy anger radiation heat noise
    list @effects: smoke smell odor odour profit scar pressure fatigue harm hurt trauma wound burn fever rash headache
    list @effects: cancer symptom crash accident fire flood crisis war conflict problem trouble delay failure error
    list @effects: mistake bug shock panic chaos protest riot outrage controversy misery pleasure relief hope despair
    list @effects: grief guilt shame success growth decline increase decrease rise fall drop change shift light glow
    list @effects: echo earthquake tsunami wave drought famine poverty debt benefit bias behaviour behavior effect
    list @effects: impact reaction response allergy asthma insomnia interference mood atmosphere incentive demand
    list @effects: backache toothache stomachache migraine nausea dizziness wrinkle signal wave sound dust dandruff
    list @effects: rage landslide avalanche seizure convulsion vomiting tremor casualty fatality sickness recession
    list @effects: revenue income fortune wealth earnings commission commotion havoc bruise blister ulcer
    list @effects: smog euphoria delight laughter thrill applause ecstasy remorse
    list @effects: pattern tendency interest shortage surplus spike surge jam breakdown outbreak disaster catastrophe

    list @works: paper article book study essay report thesis post work chapter survey review blog talk lecture document

    list @improving: improve enhance boost increase reduce evaluate assess compare avoid achieve obtain get make help
    list @improving: support allow enable ensure facilitate maximize maximise minimize minimise speed
    list @addressing: address tackle mitigate alleviate overcome remedy combat solve resolve handle circumvent

    list @containing: contain comprise include incorporate feature have
    list @of-parts: consist
    """#
}
