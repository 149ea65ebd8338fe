// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours treats warnings as errors; dependencies keep their own settings.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "Distinguo",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Distinguo", targets: ["Distinguo"]),
    .library(name: "TextExtraction", targets: ["TextExtraction"]),
    .library(
      name: "ConceptStore",
      targets: ["ConceptModel", "ConceptGraph", "ConceptStore", "ConceptImport", "ConceptExport"]),
    .executable(name: "distinguo", targets: ["distinguo-cli"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(name: "CMD4C", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"]), .brew(["md4c"])]),

    .target(name: "ConceptModel", swiftSettings: strict),
    .target(name: "CLanguageModel", exclude: ["english.model", "LICENSE-MODEL.md"]),
    .target(
      name: "CWordVectors", exclude: ["vocabulary.txt", "vectors.i8", "scales.f32", "LICENSE-VECTORS.md"]),
    .target(
      name: "TextExtraction", dependencies: ["ConceptModel", "CLanguageModel", "CWordVectors", "CLibXML2", "CMD4C"],
      swiftSettings: strict),
    .target(name: "ConceptGraph", dependencies: ["ConceptModel"], swiftSettings: strict),
    .target(name: "ConceptStore", dependencies: ["ConceptModel", "ConceptGraph", "CSQLite"], swiftSettings: strict),
    .target(name: "ConceptQuery", dependencies: ["ConceptModel", "ConceptGraph"], swiftSettings: strict),
    .target(name: "ConflationRules", dependencies: ["ConceptModel", "ConceptGraph"], swiftSettings: strict),
    .target(name: "ConceptImport", dependencies: ["ConceptModel", "CLibXML2"], swiftSettings: strict),
    .target(
      name: "ConceptExport", dependencies: ["ConceptModel", "ConceptGraph", "CLibXML2"], swiftSettings: strict),
    .target(
      name: "Distinguo",
      dependencies: [
        "ConceptModel", "TextExtraction", "ConceptGraph", "ConceptStore", "ConceptQuery", "ConflationRules",
        "ConceptImport", "ConceptExport",
      ], swiftSettings: strict),
    .executableTarget(
      name: "distinguo-cli",
      dependencies: ["Distinguo", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),

    .target(name: "TestSupport", dependencies: ["ConceptModel"], path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "ConceptModelTests", dependencies: ["ConceptModel", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "TextExtractionTests", dependencies: ["TextExtraction", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "ConceptGraphTests", dependencies: ["ConceptGraph", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ConceptStoreTests", dependencies: ["ConceptStore", "ConceptImport", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ConceptQueryTests", dependencies: ["ConceptQuery", "ConceptGraph", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ConflationRulesTests", dependencies: ["ConflationRules", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "ConceptImportTests", dependencies: ["ConceptImport", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ConceptExportTests", dependencies: ["ConceptExport", "TestSupport"], exclude: ["Goldens"],
      swiftSettings: strict),
    .testTarget(
      name: "DistinguoTests", dependencies: ["Distinguo", "distinguo-cli", "TestSupport"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
