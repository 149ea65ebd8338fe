import ConceptModel

/// A string that equals another one only when their bytes do; `String` itself takes canonically equal ones for one.
struct ExactString: Hashable {
  let value: String
  init(_ value: String) { self.value = value }

  static func == (a: ExactString, b: ExactString) -> Bool {
    a.value.utf8.count == b.value.utf8.count && a.value.utf8.elementsEqual(b.value.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var value = value
    value.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

/// Dense numbers for strings.
struct Numbering {
  private(set) var names: [String] = []
  private var numbers: [ExactString: Int] = [:]

  init() {}

  /// Numbers the distinct strings in their order.
  init(sorting strings: [String]) {
    for string in strings { numbers[ExactString(string)] = 0 }
    names = numbers.keys.map(\.value).sorted(by: scalarLess)
    for (number, name) in names.enumerated() { numbers[ExactString(name)] = number }
  }

  /// The number of a string, made for it if it has none.
  mutating func number(_ string: String) -> Int {
    let key = ExactString(string)
    if let known = numbers[key] { return known }
    numbers[key] = names.count
    names.append(string)
    return names.count - 1
  }

  func known(_ string: String) -> Int? { numbers[ExactString(string)] }
}
