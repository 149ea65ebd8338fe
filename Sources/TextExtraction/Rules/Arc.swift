/// The dependency labels that rules tell apart; subtypes that no rule needs are folded into their parent.
enum Arc: UInt8, Sendable {
  case root, nsubj, nsubjPass, nsubjOuter, csubj, obj, iobj, obl, oblAgent, oblUnmarked
  case nmod, nmodPoss, nmodUnmarked, amod, compound, particle, flat, fixed, appos
  case acl, relative, advcl, xcomp, ccomp, aux, auxPass, cop, mark, case_, det, predet, preconj, cc, conj
  case punct, advmod, nummod, expl, parataxis, list, dep, other

  /// Reads a Universal Dependencies label, with or without subtype.
  init(label: String) {
    if let exact = Arc.exact[label] {
      self = exact
      return
    }
    let base = label.prefix { $0 != ":" }
    self = Arc.exact[String(base)] ?? .other
  }

  private static let exact: [String: Arc] = [
    "root": .root, "nsubj": .nsubj, "nsubj:pass": .nsubjPass, "nsubj:outer": .nsubjOuter, "csubj": .csubj,
    "obj": .obj, "iobj": .iobj, "obl": .obl, "obl:agent": .oblAgent, "obl:unmarked": .oblUnmarked,
    "obl:npmod": .oblUnmarked, "obl:tmod": .oblUnmarked, "nmod": .nmod, "nmod:poss": .nmodPoss,
    "nmod:unmarked": .nmodUnmarked, "nmod:npmod": .nmodUnmarked, "nmod:tmod": .nmodUnmarked, "amod": .amod,
    "compound": .compound, "compound:prt": .particle, "flat": .flat, "fixed": .fixed, "appos": .appos, "acl": .acl,
    "acl:relcl": .relative, "advcl": .advcl, "xcomp": .xcomp, "ccomp": .ccomp, "aux": .aux, "aux:pass": .auxPass,
    "cop": .cop, "mark": .mark, "case": .case_, "det": .det, "det:predet": .predet, "cc:preconj": .preconj,
    "cc": .cc, "conj": .conj, "punct": .punct, "advmod": .advmod, "nummod": .nummod, "expl": .expl,
    "parataxis": .parataxis, "list": .list, "dep": .dep,
  ]
}

/// The Penn tags that rules tell apart.
enum PennTag: UInt8, Sendable {
  case other, nn, nns, nnp, nnps, vb, vbd, vbg, vbn, vbp, vbz, jj, jjr, jjs, prp, prpPoss, wp, wdt, pos, cd, dt, in_
  case to, md, rb, rbr, cc

  init(name: String) { self = PennTag.names[name] ?? .other }

  static let names: [String: PennTag] = [
    "NN": .nn, "NNS": .nns, "NNP": .nnp, "NNPS": .nnps, "VB": .vb, "VBD": .vbd, "VBG": .vbg, "VBN": .vbn, "VBP": .vbp,
    "VBZ": .vbz, "JJ": .jj, "JJR": .jjr, "JJS": .jjs, "PRP": .prp, "PRP$": .prpPoss, "WP": .wp, "WDT": .wdt,
    "POS": .pos, "CD": .cd, "DT": .dt, "IN": .in_, "TO": .to, "MD": .md, "RB": .rb, "RBR": .rbr, "CC": .cc,
  ]
}
