// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Distinguo", path: "..")],
  targets: [
    .executableTarget(
      name: "graph-benchmark", dependencies: [.product(name: "ConceptStore", package: "Distinguo")],
      swiftSettings: [.treatAllWarnings(as: .error)])
  ],
  swiftLanguageModes: [.v6]
)
