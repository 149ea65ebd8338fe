// The standard library normalises strings but offers it only as a programming interface for system libraries, which
// the macOS SDK does not carry; there Foundation, part of the system, does it.
#if canImport(Darwin)
  import Foundation
#else
  @_spi(_Unicode) import Swift
#endif

extension String {
  /// The string in Unicode Normalization Form C (UAX #15), in which labels, names and document ids are kept.
  public var inNormalizationFormC: String {
    // What is below U+0300 is in this form; such scalars begin with smaller bytes than 0xCC.
    if utf8.allSatisfy({ $0 < 0xCC }) { return self }
    #if canImport(Darwin)
      return precomposedStringWithCanonicalMapping
    #else
      var scalars = UnicodeScalarView()
      for scalar in _nfc { scalars.append(scalar) }
      return String(scalars)
    #endif
  }
}
