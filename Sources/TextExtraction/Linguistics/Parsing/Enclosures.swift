/// A stretch between brackets or quotation marks.
struct Enclosure {
  enum Kind {
    /// Round or square brackets: an aside, which the sentence around it can do without.
    case brackets
    /// Quotation marks around a clause: to the sentence around it, a noun.
    case quotation
  }
  var kind: Kind
  /// The marks; what is enclosed lies between them.
  var open: Int
  var close: Int
  /// Square brackets.
  var isSquare = false
}

/// Finds enclosures among the tokens of a sentence and marks what they hold.
struct EnclosureFinder {
  let text: UnsafePointer<UInt8>
  let tokens: UnsafeMutablePointer<Token>

  private enum Mark: Equatable {
    case none
    case open(UInt8)
    case close(UInt8)
    /// A mark that opens or closes: `"`.
    case either(UInt8)
  }

  /// What a token is; brackets and quotation marks that belong together share a number.
  private func mark(_ index: Int) -> Mark {
    let token = tokens[index]
    if token.flags.contains(.layout) { return .none }
    let start = Int(token.start)
    let length = Int(token.end) - start
    switch text[start] {
    case 0x28 where length == 1: return .open(1)
    case 0x29 where length == 1: return .close(1)
    case 0x5B where length == 1: return .open(2)
    case 0x5D where length == 1: return .close(2)
    case 0x22 where length == 1: return .either(3)
    case 0x60 where length == 2: return .open(5)
    case 0x27 where length == 2: return .close(5)
    case 0xE2 where length == 3 && text[start + 1] == 0x80:
      switch text[start + 2] {
      case 0x9C: return .open(4)
      case 0x9D: return .close(4)
      case 0x98: return .open(6)
      case 0x99: return .close(6)
      default: return .none
      }
    default: return .none
    }
  }

  /// The pairs of marks in a range, outermost first; sets `.quoted` and `.bracketed` on what they hold.
  func find(in range: Range<Int>) -> [Enclosure] {
    var open: [(kind: UInt8, index: Int)] = []
    var pairs: [Enclosure] = []
    for index in range {
      switch mark(index) {
      case .none: continue
      case .open(let kind):
        if open.count < 8 { open.append((kind, index)) }
      case .close(let kind):
        close(kind, index, &open, &pairs)
      case .either(let kind):
        if open.contains(where: { $0.kind == kind }) {
          close(kind, index, &open, &pairs)
        } else if open.count < 8 {
          open.append((kind, index))
        }
      }
    }
    for pair in pairs {
      let flag: Token.Flags = pair.kind == .brackets ? .bracketed : .quoted
      for index in pair.open + 1..<max(pair.open + 1, pair.close) { tokens[index].flags.insert(flag) }
    }
    return pairs.sorted { $0.open < $1.open }
  }

  /// Pairs a closing mark with the nearest opening one of its kind; marks left open between them are dropped.
  private func close(
    _ kind: UInt8, _ index: Int, _ open: inout [(kind: UInt8, index: Int)], _ pairs: inout [Enclosure]
  ) {
    guard let place = open.lastIndex(where: { $0.kind == kind }) else { return }
    pairs.append(
      Enclosure(kind: kind < 3 ? .brackets : .quotation, open: open[place].index, close: index, isSquare: kind == 2))
    open.removeSubrange(place...)
  }
}
