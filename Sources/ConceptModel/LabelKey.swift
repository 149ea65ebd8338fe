/// The keys under which labels are looked up and merged.
public enum LabelKey {
  /// The label in NFC with case, width, ligatures, quotation marks, hyphens and spacing levelled: `Mis-aligned  AI` → `mis aligned ai`.
  ///
  /// Two labels with the same folded key are spelled alike but for typography. Level 4 of the name look-up starts here.
  public static func folded(_ label: String) -> String {
    var out = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in label.inNormalizationFormC.unicodeScalars {
      for folded in foldedScalars(of: scalar) {
        if folded == " " {
          pendingSpace = !out.isEmpty
        } else {
          if pendingSpace { out.append(" ") }
          pendingSpace = false
          out.append(folded)
        }
      }
    }
    return String(out)
  }

  /// `folded` with the last word in the singular: the key of level 4 of the name look-up.
  public static func normalised(_ label: String) -> String {
    let key = folded(label)
    // The spelling tells what the key does not: "AIs" and "GPUs" are plurals, "his" and "virus" are none.
    if isAcronymInPlural(label) { return String(key.dropLast()) }
    guard let cut = key.lastIndex(of: " ") else { return singular(key) }
    return key[...cut] + singular(String(key[key.index(after: cut)...]))
  }

  /// Whether a label ends in two or more capitals, or digits behind a capital, and an `s`.
  private static func isAcronymInPlural(_ label: String) -> Bool {
    guard label.unicodeScalars.last == "s" else { return false }
    var count = 0
    var hasCapital = false
    for scalar in label.unicodeScalars.reversed().dropFirst() {
      if scalar.properties.isUppercase {
        hasCapital = true
      } else if scalar.properties.numericType == nil {
        guard !scalar.properties.isAlphabetic else { return false }
        break
      }
      count += 1
    }
    return hasCapital && count > 1
  }

  /// A concept id made from a label: lower case, runs of other than letters and digits become `-`.
  public static func identifier(_ label: String) -> String {
    var out = String.UnicodeScalarView()
    var pending = false
    for scalar in label.inNormalizationFormC.unicodeScalars {
      for folded in foldedScalars(of: scalar, keepsHyphen: true) {
        if folded.properties.isAlphabetic || folded.properties.numericType != nil {
          if pending && !out.isEmpty { out.append("-") }
          pending = false
          out.append(folded)
        } else {
          pending = true
        }
      }
    }
    return out.isEmpty ? "concept" : String(out)
  }

  /// The plain English singular of one lower-case word: `policies` → `policy`, `biases` → `bias`; `class`, `bias` stay.
  public static func singular(_ word: String) -> String {
    let count = word.utf8.count
    guard count > 3, word.hasSuffix("s") else { return word }
    if word.hasSuffix("ss") || word.hasSuffix("us") || word.hasSuffix("is") || word.hasSuffix("ias")
      || word.hasSuffix("ics") || word.hasSuffix("as") && count < 5
    {
      return word
    }
    if word.hasSuffix("ies") && count > 4 { return word.dropLast(3) + "y" }
    for ending in ["ses", "xes", "ches", "shes", "zes"] where word.hasSuffix(ending) {
      // "biases", "classes", "boxes" lose two letters; "cases", "phases", "sizes", "responses" lose one.
      if ending == "ses" && !(word.hasSuffix("sses") || word.hasSuffix("iases") || word.hasSuffix("uses")) { break }
      if ending == "ses" && word.hasSuffix("uses") && !word.hasSuffix("viruses") && !word.hasSuffix("bonuses") { break }
      if ending == "zes" { break }
      return String(word.dropLast(2))
    }
    return String(word.dropLast())
  }

  /// The folding of one scalar: compatibility forms that occur in running text, then lower case.
  private static func foldedScalars(of scalar: Unicode.Scalar, keepsHyphen: Bool = false) -> [Unicode.Scalar] {
    switch scalar.value {
    case 0x41...0x5A: return [Unicode.Scalar(scalar.value + 32)!]
    case 0x2D, 0x2010...0x2015, 0x2212: return keepsHyphen ? ["-"] : [" "]
    case 0x00...0x20, 0x7F, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return [" "]
    case 0x00...0x7F: return [scalar]
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: return []
    case 0x2018, 0x2019, 0x201B, 0x2032: return ["'"]
    case 0x201C, 0x201D, 0x201F, 0x2033: return ["\""]
    case 0xFF01...0xFF5E:
      return foldedScalars(of: Unicode.Scalar(scalar.value - 0xFEE0)!, keepsHyphen: keepsHyphen)
    case 0xFB00: return ["f", "f"]
    case 0xFB01: return ["f", "i"]
    case 0xFB02: return ["f", "l"]
    case 0xFB03: return ["f", "f", "i"]
    case 0xFB04: return ["f", "f", "l"]
    default: return Array(scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }
}
