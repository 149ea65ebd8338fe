import ConceptModel

/// Finds page furniture by its shape: counts, buttons, notices about the page itself.
///
/// The words are those of user interfaces at large; a line is furniture when it is made of little else.
enum PageFurniture {
  /// Gives the role `.furniture` to blocks of the body that look like it.
  static func mark(_ document: inout Document) {
    for index in document.blocks.indices {
      let block = document.blocks[index]
      guard block.role == .body || block.role.isComment, isCandidate(block.kind) else { continue }
      let line = document.text[block.range]
      let isAtEdge =
        index < 3 || index + 3 >= document.blocks.count || document.blocks[index - 1].role == .furniture
      if isFurniture(line, isAtEdge: isAtEdge) { document.blocks[index].role = .furniture }
    }
    dropFurnitureHeadings(&document)
  }

  private static func isCandidate(_ kind: Block.Kind) -> Bool {
    switch kind {
    case .paragraph, .heading, .listItem: true
    default: false
    }
  }

  /// Furniture is nobody's heading or parent.
  private static func dropFurnitureHeadings(_ document: inout Document) {
    let roles = document.blocks.map(\.role)
    for index in document.blocks.indices where roles[index] != .furniture {
      document.blocks[index].headings.removeAll { roles[$0] == .furniture }
      if let parent = document.blocks[index].parent, roles[parent] == .furniture { document.blocks[index].parent = nil }
    }
  }

  /// Whether a line is a count, a button, a notice about cookies or, at an edge of the page, about the page itself.
  static func isFurniture(_ line: ArraySlice<UInt8>, isAtEdge: Bool) -> Bool {
    guard line.count <= 600 else { return false }
    // Long lines are furniture only at an edge.
    if line.count > 200, !isAtEdge { return false }
    let words = Words(line)
    guard !words.all.isEmpty else { return false }
    if isCount(words) || isControls(words) && !looksLikeCode(line) || isLegalLine(words, line) { return true }
    return isAtEdge && (isAboutThePage(words) || isCookieNotice(words))
  }

  /// "12 comments", "3 min read", "20 comments, sorted by …": a number, a page noun, and nothing but controls behind.
  private static func isCount(_ words: Words) -> Bool {
    guard words.all.count >= 2, words.all.count <= 16, words.isNumber(0), countNouns.contains(words.all[1]) else {
      return false
    }
    let rest = words.all.dropFirst(2)
    let known = rest.filter { controls.contains($0) || countNouns.contains($0) || small.contains($0) || isDigits($0) }
    let hasControl = rest.contains { controls.contains($0) || countNouns.contains($0) || isDigits($0) }
    return rest.isEmpty || hasControl && known.count * 10 >= rest.count * 6
  }

  /// "Share", "Log in | Sign up", "Reply", "Skip to content": short lines of control words alone.
  private static func isControls(_ words: Words) -> Bool {
    guard words.all.count <= 8, !words.endsSentence else { return false }
    let strong = words.all.filter { buttons.contains($0) || loneButtons.contains($0) }.count
    let known = words.all.filter {
      buttons.contains($0) || controls.contains($0) || countNouns.contains($0) || small.contains($0) || isDigits($0)
        || services.contains($0)
    }.count
    guard strong > 0, known == words.all.count else { return false }
    return words.all.count == 1 ? loneButtons.contains(words.all[0]) : true
  }

  /// A notice that the site uses cookies and wants consent; a text about cookies does not say "we" and "accept".
  private static func isCookieNotice(_ words: Words) -> Bool {
    guard words.all.count <= 90, words.all.contains(where: { $0 == "cookies" || $0 == "cookie" }) else { return false }
    let joined = words.all.joined(separator: " ")
    let speaks = cookiePhrases.contains { joined.contains($0) }
    return speaks && words.all.contains { cookieCues.contains($0) }
  }

  private static func looksLikeCode(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains { [0x28, 0x5F, 0x60, 0x3D, 0x7B].contains($0) } || line.first == UInt8(ascii: ".")
  }

  private static func isLegalLine(_ words: Words, _ line: ArraySlice<UInt8>) -> Bool {
    guard words.all.count <= 25 else { return false }
    let joined = words.all.joined(separator: " ")
    if joined.contains("all rights reserved") { return true }
    return line.starts(with: "©".utf8) && words.all.count <= 12
  }

  /// A notice whose nouns are those of the page: posts, comments, pages, who may write them and where they appear.
  private static func isAboutThePage(_ words: Words) -> Bool {
    guard words.all.count <= 60 else { return false }
    let nouns = words.all.filter { pageNouns.contains($0) }
    guard Set(nouns).count >= 3, nouns.count * 6 >= words.all.count else { return false }
    return words.all.contains { pageVerbs.contains($0) }
  }

  private static func isDigits(_ word: String) -> Bool { word.utf8.allSatisfy { ASCII.isDigit($0) } }
}

extension PageFurniture {
  /// The words of a line in lower case, hyphens split.
  struct Words {
    var all: [String]
    var endsSentence: Bool

    init(_ line: ArraySlice<UInt8>) {
      var words: [String] = []
      var word: [UInt8] = []
      for byte in line {
        if ASCII.isAlphanumeric(byte) || byte >= 0x80 && byte != 0xA0 && byte != 0xC2 || byte == 0x27 {
          word.append(ASCII.lowered(byte))
        } else if !word.isEmpty {
          words.append(String(decoding: word, as: UTF8.self))
          word.removeAll()
        }
      }
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      all = words
      endsSentence = BlockShapes.endsSentence(line)
    }

    func isNumber(_ index: Int) -> Bool { all[index].utf8.allSatisfy { ASCII.isDigit($0) } }
  }

  fileprivate static let countNouns: Set<String> = [
    "comment", "comments", "reply", "replies", "response", "responses", "like", "likes", "vote", "votes", "point",
    "points", "share", "shares", "view", "views", "karma", "follower", "followers", "min", "minute", "minutes",
    "reaction", "reactions", "upvotes", "claps", "retweets", "subscribers", "answers",
  ]
  fileprivate static let buttons: Set<String> = [
    "share", "tweet", "login", "log", "sign", "signin", "signup", "subscribe", "unsubscribe", "register", "reply",
    "permalink", "upvote", "downvote", "vote", "skip", "menu", "search", "follow", "bookmark", "print", "next",
    "previous",
    "prev", "home", "toggle", "edit", "flag", "report", "download", "click", "load", "sorted", "sort", "back", "save",
    "navigation", "hide", "show",
  ]
  fileprivate static let loneButtons: Set<String> = [
    "comments", "replies",
    "share", "tweet", "login", "signin", "signup", "subscribe", "unsubscribe", "reply", "permalink", "upvote",
    "downvote", "menu", "follow", "bookmark", "next", "previous", "prev", "edit", "print",
  ]
  fileprivate static let controls: Set<String> = [
    "sorted", "sort", "click", "highlight", "new", "newest", "oldest", "top", "best", "since", "more", "read",
    "loading",
    "content", "main", "page", "article", "post", "comments", "comment", "section", "all", "older", "newer", "this",
    "link", "copy", "account", "here", "email", "password", "up", "in", "out", "us", "button", "sidebar", "navigation",
    "bookmark", "save", "reply", "less", "hide", "show", "toggle", "dark", "mode", "theme", "search",
  ]
  fileprivate static let small: Set<String> = [
    "to", "by", "on", "or", "and", "the", "a", "for", "of", "with", "via", "this",
  ]
  fileprivate static let services: Set<String> = [
    "facebook", "twitter", "x", "linkedin", "reddit", "google", "github", "mastodon", "rss", "feed", "youtube",
    "instagram", "pinterest", "whatsapp", "telegram",
  ]
  fileprivate static let cookiePhrases = [
    "we use cookies", "uses cookies", "our use of cookies", "the use of cookies", "cookie policy", "cookie preferences",
    "cookie settings", "accept cookies", "accept all cookies",
  ]
  fileprivate static let cookieCues: Set<String> = [
    "accept", "consent", "continuing", "agree", "preferences", "manage", "reject", "experience",
  ]
  fileprivate static let pageNouns: Set<String> = [
    "post", "posts", "comment", "comments", "page", "pages", "thread", "threads", "top", "level", "takes", "feed",
    "newsletter", "subscribers", "members", "moderators", "forum", "account", "inbox", "frontpage", "crosspost", "link",
  ]
  fileprivate static let pageVerbs: Set<String> = [
    "create", "appear", "appears", "click", "subscribe", "sign", "log", "share", "shared", "reply", "crossposted",
    "unsubscribe", "forwarded", "published", "pinned", "visible",
  ]
}
