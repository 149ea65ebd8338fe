/// What the elements of HTML mean for the text: the table that the reader starts from, before it looks at attributes.
enum HTMLElements {
  static let table: [String: FlowElement] = [
    // Structure
    "html": .block, "body": .block, "div": .block, "main": .block, "section": .section, "article": .article,
    "header": .header, "footer": .furniture, "nav": .furniture, "aside": .furniture, "figure": .block,
    "figcaption": .caption, "details": .block, "summary": .paragraph, "hgroup": .block, "address": .paragraph,
    "center": .block, "fieldset": .block, "hr": .block, "dialog": .furniture, "search": .furniture,
    // Text blocks
    "p": .paragraph, "h1": .heading(level: 1), "h2": .heading(level: 2), "h3": .heading(level: 3),
    "h4": .heading(level: 4), "h5": .heading(level: 5), "h6": .heading(level: 6), "blockquote": .quote,
    "pre": .code, "listing": .code, "xmp": .code,
    // Lists
    "ul": .list(ordered: false, start: 1), "menu": .list(ordered: false, start: 1),
    "dir": .list(ordered: false, start: 1), "ol": .list(ordered: true, start: 1), "li": .item(ordinal: nil),
    "dl": .block, "dt": .term, "dd": .description,
    // Tables
    "table": .table, "caption": .caption, "tr": .row, "th": .cell(isHeader: true), "td": .cell(isHeader: false),
    "thead": .inline, "tbody": .inline, "tfoot": .inline, "colgroup": .inline, "col": .inline,
    // Inline
    "em": .span(.emphasis), "i": .span(.emphasis), "strong": .span(.strong), "b": .span(.strong),
    "code": .span(.code), "kbd": .span(.code), "samp": .span(.code), "tt": .span(.code), "var": .span(.math),
    "dfn": .span(.defined), "cite": .span(.citation), "q": .span(.quotation), "del": .span(.deleted),
    "s": .span(.deleted), "strike": .span(.deleted), "math": .span(.math), "br": .lineBreak,
    // Machinery
    "head": .hidden, "script": .hidden, "style": .hidden, "template": .hidden, "svg": .hidden, "canvas": .hidden,
    "object": .inline, "iframe": .hidden, "audio": .hidden, "video": .hidden, "map": .hidden, "annotation": .hidden,
    "annotation-xml": .hidden, "noscript": .furniture, "noframes": .hidden, "form": .furniture, "button": .furniture,
    "select": .furniture, "option": .block, "textarea": .furniture, "input": .inline, "label": .furniture,
    "datalist": .hidden, "title": .metadata(.title),
  ]

  /// Custom elements that begin a line of their own.
  static let blockTags: Set<String> = [
    "d-article", "d-appendix", "d-front-matter", "d-title", "d-byline", "d-figure", "d-abstract", "dt-article",
  ]

  /// Words of `class`, `id` and `role` that mark page furniture.
  static let furnitureWords: Set<String> = [
    "nav", "navbar", "navigation", "menu", "menubar", "sidebar", "breadcrumb", "breadcrumbs", "share", "sharing",
    "social", "vote", "votes", "voting", "upvote", "downvote", "karma", "cookie", "cookies", "consent", "gdpr",
    "banner",
    "login", "signin", "signup", "subscribe", "newsletter", "subscription", "related", "recommended", "recommendations",
    "pagination", "pager", "toc", "advert", "advertisement", "ads", "adsense", "promo", "popup", "modal", "skip",
    "toolbar", "tooltip", "masthead", "complementary", "contentinfo", "copyright", "colophon", "permalink",
    "metadata", "meta", "printfriendly", "screenreader", "tags", "taglist", "widget", "sponsor", "paywall",
    "prevnext", "search", "editsection", "navbox", "catlinks", "toctitle", "hatnote-nav", "backlink-list",
  ]
  /// Words that mark the part below an article where readers write.
  static let commentWords: Set<String> = ["comment", "comments", "commentlist", "replies", "disqus", "respond"]
  /// Words that mark the name of a comment's writer.
  static let authorWords: Set<String> = ["author", "username", "byline", "commenter", "vcard", "fn", "creator"]
  static let footnoteWords: Set<String> = ["footnotes", "endnotes", "doc-endnotes", "doc-footnotes", "footnote-list"]
  static let footnoteItemWords: Set<String> = [
    "footnote", "endnote", "doc-footnote", "doc-endnote", "sidenote", "marginnote",
  ]
  static let footnoteMarkWords: Set<String> = [
    "footnote-ref", "footnote-reference", "footnoteref", "fnref", "noteref", "doc-noteref", "footnote-mark",
  ]
  static let backlinkWords: Set<String> = [
    "footnote-back", "footnote-backref", "footnote-back-link", "footnote-backlink", "doc-backlink", "reversefootnote",
    "mw-cite-backlink", "data-footnote-backref",
  ]
  static let referenceWords: Set<String> = [
    "references", "bibliography", "csl-bib-body", "doc-bibliography", "reflist", "citation-list", "works-cited",
  ]
  /// Words that mark a box set apart; the word is its kind.
  static let admonitionWords: [String] = [
    "callout", "admonition", "note", "warning", "tip", "important", "caution", "danger", "hint", "example",
    "definition",
    "info", "infobox", "remark", "theorem", "summary-box",
  ]
}
