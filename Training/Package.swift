// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Training",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Distinguo", path: "..")],
  targets: [
    .executableTarget(
      name: "distinguo-analyze", dependencies: [.product(name: "TextExtraction", package: "Distinguo")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "train-language-model", dependencies: [.product(name: "TextExtraction", package: "Distinguo")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
  ],
  swiftLanguageModes: [.v6]
)
