// The standard library normalises strings but offers it only as a programming interface for system libraries, which
// the macOS SDK does not carry; there Foundation, part of the system, does it.
#if canImport(Darwin)
  import Foundation
#else
  @_spi(_Unicode) import Swift
#endif

extension String {
  /// The string in Unicode Normalization Form C (UAX #15), in which file names become document ids.
  var inNormalizationFormC: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    #if canImport(Darwin)
      return precomposedStringWithCanonicalMapping
    #else
      var scalars = UnicodeScalarView()
      for scalar in _nfc { scalars.append(scalar) }
      return String(scalars)
    #endif
  }
}
