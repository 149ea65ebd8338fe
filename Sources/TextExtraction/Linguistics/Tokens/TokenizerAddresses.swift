/// Addresses and emoticons, which are one token whatever marks they hold.
extension Tokenizer {
  func startsWithWWW(_ start: Int, _ end: Int) -> Bool {
    end - start > 4 && text[start] | 0x20 == 0x77 && text[start + 1] | 0x20 == 0x77 && text[start + 2] | 0x20 == 0x77
      && text[start + 3] == 0x2E
  }

  func startsWithDOI(_ start: Int, _ end: Int) -> Bool {
    end - start > 6 && WordList.key(text, start, start + 3) == 0x646F69 && text[start + 3] == 0x3A
      && isDigit(text[start + 4])
  }

  /// Whether a chunk is a file name or a path: letters, digits and the marks of names, with a known ending.
  func isFileName(_ start: Int, _ end: Int) -> Bool {
    guard end - start > 4, isWordByte(text[start]), isLastPartOfName(start, end) else { return false }
    for index in start..<end {
      let byte = text[index]
      let isMark = byte == 0x2E || byte == 0x2D || byte == 0x5F || byte == 0x23 || byte == 0x7E || byte == 0x2F
      guard isASCIILetter(byte) || isDigit(byte) || isMark else { return false }
    }
    return true
  }

  private func isLastPartOfName(_ start: Int, _ end: Int) -> Bool {
    for index in stride(from: end - 1, to: max(start, end - 8), by: -1) where text[index] == 0x2E {
      return lists.extensions.contains(text, index + 1, end)
    }
    return false
  }

  /// Whether a chunk holds `x@y.z`.
  func isAddress(_ start: Int, _ end: Int) -> Bool {
    var at: Int?
    for index in start..<end {
      if text[index] == 0x40 {
        at = index > start && (isWordByte(text[index - 1]) || text[index - 1] == 0x2E) ? index : nil
      } else if text[index] == 0x2E, let at, index > at + 1, index + 1 < end, isWordByte(text[index + 1]) {
        return true
      }
    }
    return false
  }

  /// Emits an address with the marks around it.
  mutating func address(_ start: Int, _ end: Int) {
    var first = start
    while first < end, !isWordByte(text[first]) || reader.classify(first).kind == .mark {
      let next = markEnd(first, end)
      tokens.append(first, next)
      first = next
    }
    var last = end
    var closes = 0
    for index in first..<max(first, end) { closes += text[index] == 0x28 ? 1 : 0 }
    trim: while last > first {
      let before = reader.start(before: last, from: first)
      switch text[before] {
      case 0x2E, 0x2C, 0x3B, 0x3E, 0x22, 0x27, 0x3F, 0x21, 0x5D, 0x3A, 0x2A: last = before
      case 0x29 where closes == 0: last = before
      case 0x80...0xFF where reader.classify(before).kind != .letter: last = before
      default: break trim
      }
    }
    if first < last { tokens.append(first, last) }
    marks(last, end)
  }

  /// `:)`, `;-)`, `=D`, `<3` and their like.
  func isEmoticon(_ start: Int, _ end: Int) -> Bool {
    let length = end - start
    guard length >= 2 && length <= 4 else { return false }
    let eyes = text[start]
    if eyes == 0x5E { return length == 3 && text[start + 1] == 0x5F && text[start + 2] == 0x5E }
    if eyes == 0x3C { return length == 2 && text[start + 1] == 0x33 }
    guard eyes == 0x3A || eyes == 0x3B || eyes == 0x3D && length < 4 else { return false }
    var index = start + 1
    if length > 2 && (text[index] == 0x2D || text[index] == 0x27 || text[index] == 0x6F) { index += 1 }
    let mouth = text[index]
    let mouths: StaticString = ")(DPpOo|]["
    let isMouth = (0..<mouths.utf8CodeUnitCount).contains { mouths.utf8Start[$0] == mouth }
    let isSlash = (mouth == 0x2F || mouth == 0x5C) && eyes == 0x3A
    guard isMouth || isSlash else { return false }
    for rest in index + 1..<max(index + 1, end) where text[rest] != mouth { return false }
    return true
  }
}
