/// Writes one JSON object on one line, field by field in the order of the calls; absent values are left out.
struct JSONObjectWriter {
  private let out: ByteWriter
  private let inHTML: Bool
  private var isFirst = true

  /// Opens the object.
  init(_ out: ByteWriter, inHTML: Bool = false) {
    self.out = out
    self.inHTML = inHTML
    out.append(UInt8(ascii: "{"))
  }

  mutating func end() { out.append(UInt8(ascii: "}")) }

  /// Writes the name; the caller writes the value.
  mutating func name(_ name: StaticString) {
    if !isFirst { out.append(UInt8(ascii: ",")) }
    isFirst = false
    out.append(UInt8(ascii: "\""))
    out.literal(name)
    out.literal("\":")
  }

  mutating func field(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    self.name(name)
    out.appendJSON(value, inHTML: inHTML)
  }

  mutating func field(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    self.name(name)
    out.append(value)
  }

  mutating func field(_ name: StaticString, _ value: Double) {
    self.name(name)
    out.append(decimal(value))
  }

  mutating func field(_ name: StaticString, _ value: Bool) {
    self.name(name)
    out.append(value ? "true" : "false")
  }

  mutating func field(_ name: StaticString, _ values: [String]) {
    let (out, inHTML) = (out, inHTML)
    list(name, values) { out.appendJSON($0, inHTML: inHTML) }
  }

  mutating func list<T>(_ name: StaticString, _ values: [T], _ write: (T) -> Void) {
    self.name(name)
    out.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      write(value)
    }
    out.append(UInt8(ascii: "]"))
  }
}
