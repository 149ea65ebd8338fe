/// A vocabulary of XML: what its elements mean for the text.
struct XMLVocabulary: Sendable {
  var name: String
  var elements: [String: FlowElement]
  /// Unknown elements are looked up here before they are guessed.
  static let common: [String: FlowElement] = [
    "p": .paragraph, "para": .paragraph, "i": .span(.emphasis), "em": .span(.emphasis), "italic": .span(.emphasis),
    "emphasis": .span(.emphasis), "b": .span(.strong), "bold": .span(.strong), "strong": .span(.strong),
    "sub": .inline, "sup": .inline, "u": .inline, "span": .inline, "a": .inline, "code": .span(.code), "br": .lineBreak,
    "table": .table, "tr": .row, "td": .cell(isHeader: false), "th": .cell(isHeader: true), "li": .item(ordinal: nil),
    "ul": .list(ordered: false, start: 1), "ol": .list(ordered: true, start: 1), "h1": .heading(level: 1),
    "h2": .heading(level: 2), "h3": .heading(level: 3), "h4": .heading(level: 4), "blockquote": .quote,
    "math": .span(.math), "annotation": .hidden, "svg": .hidden, "script": .hidden, "style": .hidden,
    "title": .heading(level: 0), "head": .heading(level: 0), "section": .section, "sec": .section, "div": .section,
    "chapter": .section, "tex-math": .hidden, "link": .inline, "xref": .inline, "ref": .inline,
  ]

  /// The Journal Article Tag Suite (ANSI/NISO Z39.96).
  static let jats = XMLVocabulary(
    name: "JATS",
    elements: [
      "front": .block, "article-meta": .block, "body": .block, "back": .block, "sec": .section,
      "title": .heading(level: 0), "label": .inline, "p": .paragraph, "abstract": .section, "trans-abstract": .section,
      "journal-meta": .hidden, "article-id": .hidden, "article-categories": .hidden, "aff": .furniture,
      "author-notes": .furniture, "pub-date": .block, "volume": .field, "issue": .field, "fpage": .field,
      "lpage": .field, "elocation-id": .hidden, "history": .hidden, "permissions": .furniture, "self-uri": .hidden,
      "related-article": .furniture, "related-object": .hidden, "kwd-group": .furniture, "funding-group": .furniture,
      "custom-meta-group": .furniture, "counts": .hidden, "contrib-group": .block, "contrib": .block,
      "contrib-id": .hidden, "role": .hidden, "x": .field, "email": .hidden, "institution": .field, "country": .field,
      "title-group": .block, "article-title": .heading(level: 1), "subtitle": .paragraph, "alt-title": .hidden,
      "list": .list(ordered: false, start: 1), "list-item": .item(ordinal: nil), "def-list": .block, "def-item": .block,
      "term": .term, "def": .description, "disp-quote": .quote, "verse-group": .quote,
      "boxed-text": .admonition(kind: "box"),
      "fig": .block, "fig-group": .block, "caption": .caption, "table-wrap": .block, "table": .table, "thead": .inline,
      "tbody": .inline, "tr": .row, "td": .cell(isHeader: false), "th": .cell(isHeader: true),
      "table-wrap-foot": .block, "italic": .span(.emphasis), "bold": .span(.strong), "named-content": .inline,
      "monospace": .span(.code), "sc": .inline, "ext-link": .inline, "xref": .inline, "sub": .inline, "sup": .inline,
      "inline-formula": .span(.math), "disp-formula": .displayMath, "tex-math": .hidden, "alternatives": .inline,
      "graphic": .inline, "inline-graphic": .inline, "media": .block, "object-id": .hidden, "fn-group": .block,
      "fn": .footnote(label: "", id: nil), "ack": .section, "ref-list": .block, "ref": .reference,
      "element-citation": .block, "mixed-citation": .block, "nlm-citation": .block, "person-group": .field,
      "name": .field, "string-name": .field, "surname": .field, "given-names": .field, "suffix": .field, "year": .field,
      "source": .field, "pub-id": .field, "publisher-name": .field, "publisher-loc": .field, "collab": .field,
      "chapter-title": .field, "comment": .field, "etal": .field, "edition": .field, "month": .field, "day": .field,
      "app-group": .block, "app": .section, "sub-article": .article, "response": .article, "front-stub": .furniture,
      "supplementary-material": .block, "code": .code, "preformat": .code, "break": .lineBreak, "abbrev": .inline,
      "glossary": .section, "statement": .admonition(kind: "statement"), "license": .furniture, "attrib": .paragraph,
      "styled-content": .inline, "underline": .inline, "inline-supplementary-material": .inline, "kwd": .field,
    ])

  /// The Text Encoding Initiative, P5, and the training variant of GROBID.
  static let tei = XMLVocabulary(
    name: "TEI",
    elements: [
      "teiHeader": .hidden, "fileDesc": .block, "text": .block, "body": .block, "front": .block, "back": .block,
      "group": .block, "div": .section, "div1": .section, "div2": .section, "div3": .section,
      "head": .heading(level: 0),
      "p": .paragraph, "ab": .paragraph, "lb": .layoutBreak, "pb": .layoutBreak, "cb": .layoutBreak,
      "hi": .span(.emphasis), "emph": .span(.emphasis), "term": .span(.defined), "gloss": .inline, "ref": .inline,
      "ptr": .inline, "title": .span(.citation), "q": .span(.quotation), "said": .span(.quotation),
      "soCalled": .span(.quotation),
      "quote": .span(.quotation), "cit": .quote, "foreign": .span(.emphasis), "name": .inline, "persName": .inline,
      "list": .list(ordered: false, start: 1), "item": .item(ordinal: nil), "label": .inline, "table": .table,
      "row": .row,
      "cell": .cell(isHeader: false), "figure": .block, "figDesc": .caption, "formula": .displayMath,
      "note": .footnote(label: "", id: nil), "bibl": .inline, "biblStruct": .reference, "listBibl": .block,
      "lg": .quote, "l": .paragraph, "code": .span(.code), "eg": .code, "docTitle": .block,
      "titlePart": .heading(level: 1),
      "byline": .paragraph, "abbr": .span(.abbreviation(expansion: nil)), "expan": .inline, "del": .span(.deleted),
      "author": .inline, "date": .inline, "num": .inline, "s": .inline, "seg": .inline, "w": .inline, "pc": .inline,
      "trash": .furniture, "page": .furniture, "keywords": .furniture,
    ])

  /// CNXML of Connexions and OpenStax.
  static let cnxml = XMLVocabulary(
    name: "CNXML",
    elements: [
      "document": .block, "metadata": .hidden, "content": .block, "title": .heading(level: 0), "section": .section,
      "para": .paragraph, "list": .list(ordered: false, start: 1), "item": .item(ordinal: nil), "term": .span(.defined),
      "emphasis": .span(.emphasis), "link": .inline, "cite": .inline, "cite-title": .span(.citation),
      "foreign": .span(.emphasis),
      "quote": .span(.quotation), "definition": .block, "meaning": .description, "seealso": .paragraph,
      "note": .admonition(kind: "note"), "example": .admonition(kind: "example"),
      "exercise": .admonition(kind: "exercise"),
      "problem": .block, "solution": .block, "commentary": .block, "figure": .block, "subfigure": .block,
      "caption": .caption, "media": .inline, "image": .inline, "table": .table, "tgroup": .inline, "thead": .inline,
      "tbody": .inline, "tfoot": .inline, "row": .row, "entry": .cell(isHeader: false), "colspec": .inline,
      "glossary": .section, "equation": .displayMath, "math": .span(.math), "code": .span(.code), "preformat": .code,
      "newline": .lineBreak, "label": .hidden, "rule": .admonition(kind: "rule"), "statement": .block, "proof": .block,
      "footnote": .footnote(label: "", id: nil), "sup": .inline, "sub": .inline, "space": .inline,
    ])

  /// DocBook 4 and 5.
  static let docbook = XMLVocabulary(
    name: "DocBook",
    elements: [
      "info": .block, "articleinfo": .block, "bookinfo": .block, "title": .heading(level: 0), "subtitle": .paragraph,
      "para": .paragraph, "simpara": .paragraph, "formalpara": .block, "section": .section, "sect1": .section,
      "sect2": .section, "sect3": .section, "sect4": .section, "chapter": .section, "appendix": .section,
      "part": .section, "preface": .section, "itemizedlist": .list(ordered: false, start: 1),
      "simplelist": .list(ordered: false, start: 1), "orderedlist": .list(ordered: true, start: 1),
      "listitem": .item(ordinal: nil), "member": .item(ordinal: nil), "variablelist": .block, "varlistentry": .block,
      "glossary": .section, "glosslist": .block, "glossentry": .block, "glossterm": .term, "glossdef": .description,
      "firstterm": .span(.defined), "emphasis": .span(.emphasis), "citetitle": .span(.citation),
      "quote": .span(.quotation),
      "blockquote": .quote, "epigraph": .quote, "note": .admonition(kind: "note"), "tip": .admonition(kind: "tip"),
      "warning": .admonition(kind: "warning"), "important": .admonition(kind: "important"),
      "caution": .admonition(kind: "caution"), "sidebar": .admonition(kind: "sidebar"), "programlisting": .code,
      "screen": .code, "literallayout": .code, "literal": .span(.code), "code": .span(.code), "command": .span(.code),
      "footnote": .footnote(label: "", id: nil), "caption": .caption, "informaltable": .table, "table": .table,
      "tgroup": .inline, "thead": .inline, "tbody": .inline, "row": .row, "entry": .cell(isHeader: false),
      "equation": .displayMath, "inlineequation": .span(.math), "link": .inline, "ulink": .inline, "xref": .inline,
      "abbrev": .span(.abbreviation(expansion: nil)), "acronym": .span(.abbreviation(expansion: nil)), "author": .block,
      "bibliography": .section, "biblioentry": .reference, "bibliomixed": .reference, "indexterm": .hidden,
      "mediaobject": .block, "textobject": .block, "imageobject": .inline, "copyright": .furniture,
      "legalnotice": .furniture,
      "personname": .inline, "firstname": .field, "surname": .field, "pubdate": .hidden, "date": .hidden,
      "revhistory": .hidden, "procedure": .list(ordered: true, start: 1), "step": .item(ordinal: nil),
    ])

  /// Vocabularies without a table.
  static let unknown = XMLVocabulary(name: "XML", elements: [:])

  /// The vocabulary of a root element.
  static func of(root: String, namespace: String, _ attributes: [MarkupAttribute], head: ArraySlice<UInt8>)
    -> XMLVocabulary
  {
    let bytes = Array(head)
    func mentions(_ word: StaticString) -> Bool { ASCII.find(word, in: bytes, 0..<bytes.count) != nil }
    switch root {
    case "tei", "TEI", "TEI.2", "teiCorpus": return tei
    case "document": return namespace.contains("cnx.rice.edu") || mentions("cnxml") ? cnxml : unknown
    case "module" where namespace.contains("cnx"): return cnxml
    case "article", "book", "chapter", "section", "part", "glossary", "para", "refentry":
      if namespace.contains("docbook") || mentions("docbook") { return docbook }
      if mentions("jats") || mentions("nlm//dtd") || mentions("<front") || attributes["article-type"] != nil {
        return jats
      }
      return mentions("<para>") || mentions("<para ") ? docbook : jats
    case "root", "front", "back", "body", "sec", "ref-list", "article-meta", "sub-article", "app": return jats
    default: return unknown
    }
  }
}
