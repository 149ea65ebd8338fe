import Foundation
import Testing

import TextExtraction

@testable import Distinguo

@Suite struct InputTests {
  /// The examples of FIPS 180-4 and lengths around the edges of a block.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (String(repeating: "a", count: 55), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (String(repeating: "a", count: 64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    (String(repeating: "a", count: 119), "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"),
  ])
  func digestsOfKnownTexts(text: String, digest: String) {
    #expect(SHA256.hexadecimal(of: Array(text.utf8)) == digest)
  }

  @Test func identifiersAreRelativeToTheFolderAndNormalised() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("a", to: "in/b/cafe\u{301}.txt")
    try tool.write("a", to: "in/a.md")
    try tool.write("a", to: "in/.hidden/c.txt")
    try tool.write("a", to: "in/picture.PNG")
    let list = try InputList(paths: [tool.path("in")])
    #expect(list.files.map(\.id.value) == ["a.md", "b/café.txt", "picture.PNG"])
    #expect(list.files.map(\.id.value.unicodeScalars.count) == [4, 10, 11])
    #expect(list.files.map(\.fileExtension) == ["md", "txt", "png"])
    let single = try InputList(paths: [tool.path("in/a.md")])
    #expect(single.files.map(\.id.value) == ["a.md"])
  }

  @Test func clashingIdentifiersNameBothFiles() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("a", to: "x/n.txt")
    try tool.write("b", to: "y/n.txt")
    let paths = [tool.path("y/n.txt"), tool.path("x/n.txt")]
    do {
      _ = try InputList(paths: paths)
      Issue.record("two inputs got one id")
    } catch {
      #expect(error.code == "duplicate-document")
      for path in paths { #expect(error.message.contains(path)) }
    }
  }

  @Test func linksThatLoopAreNotFollowed() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("a", to: "in/sub/n.txt")
    try FileManager.default.createSymbolicLink(
      atPath: tool.path("in/sub/up"), withDestinationPath: tool.path("in"))
    try FileManager.default.createSymbolicLink(atPath: tool.path("in/gone.txt"), withDestinationPath: "nowhere")
    let list = try InputList(paths: [tool.path("in")])
    #expect(list.files.map(\.id.value) == ["sub/n.txt"])
    #expect(list.problems.map(\.code) == ["unreadable-file", "link-loop"])
  }

  @Test func aFileAppearsWhenItIsWhole() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("old", to: "out.txt")
    do {
      let file = try AtomicFile(path: tool.path("out.txt"))
      try file.write(Array("half".utf8))
    }
    #expect(tool.contents("out.txt") == Data("old".utf8))
    let file = try AtomicFile(path: tool.path("out.txt"))
    try file.write(Array("new".utf8))
    try file.commit()
    #expect(tool.contents("out.txt") == Data("new".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: tool.folder.path) == ["out.txt"])
    #expect(throws: (any Error).self) { try AtomicFile(path: tool.path("no/such/folder.txt")) }
  }
}
