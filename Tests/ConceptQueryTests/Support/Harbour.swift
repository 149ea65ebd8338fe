/// Statements about boats and weather, invented for these tests.
enum Harbour {
  static let notation = """
    # Boats, weather and the people who write about them.
    @relation moored-beside symmetric
    @relation drives under causes
    @relation has-part inverse belongs-to
    @relation descends = is-a+
    @relation trouble = leads-to/(leads-to|causes)?
    @relation sketch no-bridge

    @source log date 2021-05 title "The Log" author "Ada Reed"
    dinghy ⊑ sailing boat with confidence = 0.9, quote = "A dinghy is a small sailing boat."
    sailing boat ⊑ boat with confidence = 0.8
    ketch <: sailing boat with confidence = 0.7
    squall -[causes]-> capsizing with confidence = 0.6, author = "Old Tom"
    capsizing → rescue
    sailing boat -[requires]-> wind; sailing boat -[requires]-> rigging
    mast -[part-of]-> rigging

    @source almanac date 2023 author "Bo Lind"
    boat ⊂ sailing boat ⊂ yacht with confidence = 0.5
    wind → waves → capsizing
    swell = waves with confidence = 0.4
    swell ≠ waves with confidence = 0.9
    dinghy ⋢ yacht
    storm -[drives]-> squall
    harbour#1 ⊑ shelter; harbour#2 -[part-of]-> glass tank
    gale/storm → squall with confidence = 0.8

    @source "port guide" date 2024-11-03
    ketch -[moored-beside]-> dinghy
    mast -[part-of]-> rigging with confidence = 0.3
    waves → capsizing with confidence = 0.75
    rigging -[has-part]-> halyard
    breeze ≈ "wind (light)"
    gale -[not leads-to]-> rescue
    wind >< draught with modality = may
    tiller -[sketch]-> mast
    capsizing → capsizing with confidence = 0.2
    SB -[abbreviates]-> sailing boat
    SB -[abbreviates]-> storm bell
    storm bell ⊑ bell
    sail-boat -[alternative-of]-> sailing boat
    @split harbour#1 "a place for boats"
    @pin sea wall = breakwater
    breakwater ⊑ shelter
    @deprecated gale use storm
    """
}
