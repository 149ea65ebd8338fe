import Foundation

/// The folder with real corpora and gold annotations beside a development checkout, or nil elsewhere.
///
/// Found through `DISTINGUO_SHARED`, else as `../shared` beside the package. Tests that need it are skipped without it.
public enum SharedFolder {
  public static let path: String? = {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let candidates =
      [ProcessInfo.processInfo.environment["DISTINGUO_SHARED"]].compactMap { $0 } + [
        here.deletingLastPathComponent().appendingPathComponent("shared").path
      ]
    return candidates.first { FileManager.default.fileExists(atPath: $0 + "/conformance") }
  }()

  /// The root of the package.
  public static let packageRoot: String = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
}
