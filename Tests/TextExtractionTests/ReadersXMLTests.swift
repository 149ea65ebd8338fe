import ConceptModel
import Testing

@testable import TextExtraction

@Suite struct ReadersXMLTests {
  @Test func jats() throws {
    let xml = """
      <?xml version="1.0"?><article article-type="research-article"><front><article-meta><title-group><article-title>On
      moss</article-title></title-group><contrib-group><contrib contrib-type="author"><name><surname>Moss</surname>
      <given-names>Ada</given-names></name></contrib></contrib-group><pub-date><day>3</day><month>4</month>
      <year>2019</year></pub-date><abstract><p>Moss grows.</p></abstract></article-meta></front><body><sec><title>Growth</title>
      <p>It is <italic>slow</italic><xref ref-type="fn" rid="n1">*</xref> &#x2014; as <xref ref-type="bibr">Reed, 2001</xref>
      says.</p></sec></body><back><fn-group><fn id="n1"><p>Very slow.</p></fn></fn-group><ref-list><title>References</title>
      <ref><element-citation><person-group><name><surname>Reed</surname><given-names>B</given-names></name></person-group>
      <year>2001</year><article-title>Slow plants</article-title></element-citation></ref></ref-list></back></article>
      """
    let document = try Reading.document(xml, "xml")
    #expect(document.info.title == "On moss")
    #expect(document.info.authors == ["Ada Moss"])
    #expect(document.info.date == "2019-04-03")
    #expect(Reading.texts(document).contains("It is slow* — as Reed, 2001 says."))
    #expect(try Reading.block(document, "Growth").kind == .heading(level: 2))
    #expect(try Reading.block(document, "Very slow.").kind == .footnote(label: "*"))
    #expect(Reading.texts(document, role: .reference) == ["Reed B 2001 Slow plants"])
    #expect(DocumentInvariants.violation(document, source: Array(xml.utf8)) == nil)
  }

  @Test func teiJoinsDividedWords() throws {
    let xml =
      "<tei><text><head>Kelp</head><p>Kelp is a sea-<lb/>weed of cold wa-<lb/>\nters and<lb/> grows.</p></text></tei>"
    let document = try Reading.document(xml, "xml")
    #expect(Reading.texts(document) == ["Kelp", "Kelp is a seaweed of cold wa- ters and grows."])
    #expect(DocumentInvariants.violation(document, source: Array(xml.utf8)) == nil)
  }

  @Test func cnxml() throws {
    let xml = """
      <document xmlns="http://cnx.rice.edu/cnxml" xmlns:md="http://cnx.rice.edu/mdml"><title>Heat</title><metadata>
      <md:content-id>m1</md:content-id></metadata><content><para><term>Heat</term> is energy.</para><note><para>Mind it.</para></note>
      <section><title>Units</title><list list-type="enumerated"><item>joule</item></list></section></content><glossary>
      <definition><term>heat</term><meaning>energy in transfer</meaning></definition></glossary></document>
      """
    let document = try Reading.document(xml, "xml")
    #expect(!String(decoding: document.text, as: UTF8.self).contains("m1"))
    #expect(document.blocks.first?.kind == .heading(level: 1))
    #expect(try Reading.block(document, "Units").kind == .heading(level: 2))
    #expect(try Reading.block(document, "Heat is energy.").spans.map(\.kind) == [.defined])
    #expect(try Reading.block(document, "heat").kind == .definitionTerm)
    #expect(try Reading.block(document, "energy in transfer").kind == .definitionDescription)
    #expect(try Reading.block(document, "joule").kind == .listItem(depth: 1, ordinal: 1))
    #expect(Reading.texts(document, role: .admonition(kind: "note")) == ["Mind it."])
  }

  @Test func unknownVocabulariesAreReadByTheirText() throws {
    let xml = "<guide><topic>Knots</topic><body>A knot is a <kw>tangle</kw> of rope.</body><x><y>Last</y></x></guide>"
    let document = try Reading.document(xml, "xml")
    #expect(Reading.texts(document) == ["Knots", "A knot is a tangle of rope.", "Last"])
  }

  @Test func feedEntriesAreDocuments() throws {
    let xml = """
      <?xml version="1.0"?><rss version="2.0"><channel><title>News</title><item><title>First &amp; best</title>
      <pubDate>Tue, 02 Jan 2024 10:00:00 GMT</pubDate><author>Ada</author>
      <description>&lt;p&gt;One &lt;b&gt;bold&lt;/b&gt; word.&lt;/p&gt;</description></item>
      <item><title>Second</title><description><![CDATA[<p>Two <i>words</i>.</p>]]></description></item></channel></rss>
      """
    let documents = try DocumentReader.read(Reading.source(Array(xml.utf8), "xml", id: "feed.xml"))
    #expect(documents.map(\.info.id.value) == ["feed.xml#1", "feed.xml#2"])
    #expect(Reading.texts(documents[0]) == ["First & best", "One bold word."])
    #expect(Reading.texts(documents[1]) == ["Second", "Two words."])
    #expect(documents[0].info.date == "2024-01-02")
    #expect(documents[0].info.authors == ["Ada"])
    #expect(documents[0].info.title == "First & best")
    for document in documents { #expect(DocumentInvariants.violation(document, source: Array(xml.utf8)) == nil) }
    // A word of escaped mark-up leads to its own bytes.
    let text = String(decoding: documents[0].text, as: UTF8.self)
    let range = try #require(text.range(of: "bold"))
    let start = text[..<range.lowerBound].utf8.count
    let place = documents[0].offsets.sourceRange(of: start..<(start + 4))
    #expect(String(decoding: Array(xml.utf8)[place], as: UTF8.self) == "bold")
  }

  @Test func atomWithXHTML() throws {
    let xml = """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><title type="text">A &lt;b&gt; c</title><author><name>Cy</name></author>
      <updated>2021-05-06T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Less &lt; more.</p></div>
      </content></entry></feed>
      """
    let document = try Reading.document(xml, "xml")
    #expect(Reading.texts(document) == ["A <b> c", "Less < more."])
    #expect(document.info.authors == ["Cy"])
    #expect(document.info.date == "2021-05-06")
  }

  @Test func externalEntitiesAreRefusedAndNothingIsRead() {
    let xml = "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><d><p>before &e; after</p></d>"
    let error = Reading.error(Array(xml.utf8), "xml")
    #expect(error?.code == "unsafe-xml")
    #expect(error?.message.contains("\"e\"") == true)
    #expect(error?.place?.line == 1)
  }

  @Test func bombsAreRefused() {
    let xml = """
      <!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><l>&c;</l>
      """
    #expect(Reading.error(Array(xml.utf8), "xml")?.code == "unsafe-xml")
    let long = String(repeating: "x", count: 100_000)
    let quadratic = "<!DOCTYPE l [<!ENTITY a \"\(long)\">]><l>" + String(repeating: "&a;", count: 1_000) + "</l>"
    #expect(Reading.error(Array(quadratic.utf8), "xml")?.code == "unsafe-xml")
  }

  @Test func externalSubsetsAreNeverLoaded() throws {
    let xml = """
      <!DOCTYPE doc PUBLIC "-//X//DTD X//EN" "http://127.0.0.1:9/none.dtd" [<!ENTITY % ext SYSTEM "file:///etc/hosts"> %ext;]>
      <doc><p>Only this.</p></doc>
      """
    #expect(Reading.texts(try Reading.document(xml, "xml")) == ["Only this."])
  }

  @Test func shortPlainEntitiesAreReplacedAndUnknownOnesKept() throws {
    let xml = "<!DOCTYPE d [<!ENTITY co \"Sand &amp; Co\">]><d><p>By &co; &eacute; &nope; end.</p></d>"
    let document = try Reading.document(xml, "xml")
    #expect(Reading.texts(document) == ["By Sand & Co é &nope; end."])
    #expect(DocumentInvariants.violation(document, source: Array(xml.utf8)) == nil)
  }

  @Test func xIncludeIsText() throws {
    let xml = """
      <doc xmlns:xi="http://www.w3.org/2001/XInclude"><p>Text.</p><xi:include href="/etc/hostname" parse="text"/></doc>
      """
    #expect(Reading.texts(try Reading.document(xml, "xml")) == ["Text."])
  }

  @Test func malformedXMLIsReadAsFarAsItGoes() throws {
    let document = try Reading.document("<doc><p>First.</p><p>Second <b>part</p></doc>", "xml")
    #expect(Reading.texts(document).first == "First.")
    #expect(document.diagnostics.map(\.code) == ["malformed-xml"])
  }

  @Test func depthHasALimit() throws {
    let xml = String(repeating: "<x>", count: 5_000) + "deep" + String(repeating: "</x>", count: 5_000)
    let document = try Reading.document(xml, "xml")
    #expect(Reading.texts(document) == ["deep"])
    #expect(document.diagnostics.map(\.code) == ["too-deep"])
  }
}
