// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Distinguo", path: "..")],
  targets: [
    .executableTarget(
      name: "linguistics-benchmark", dependencies: [.product(name: "TextExtraction", package: "Distinguo")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "graph-benchmark", dependencies: [.product(name: "ConceptStore", package: "Distinguo")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
  ],
  swiftLanguageModes: [.v6]
)
