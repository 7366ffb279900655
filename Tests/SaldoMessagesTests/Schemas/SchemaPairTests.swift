import Testing

@testable import SaldoMessages

/// What the schema files have in common, so that a change of one file is a change of its counterparts.
struct SchemaPairTests {
  private static let numbers = SchemaFactsTests.codes.map(\.number)

  private func text(_ path: String) throws -> String { try #require(EmbeddedSchemas.texts[path]) }

  /// The text of an iJw schema with the names of iWmo.
  private func asWmo(_ text: String) -> String {
    text.replacing("iJw", with: "iWmo").replacing("ijw", with: "iwmo")
      .replacing(#/jw(\d{3})/#) { "wmo" + $0.output.1 }.replacing(#/JW(\d{3})/#) { "WMO" + $0.output.1 }
  }

  /// The text without the elements and the class that only iJw has.
  private func withoutYouthElements(_ text: String) -> String {
    text.replacing(#/ +<xs:element name="(GezagsdragerBekend|Woonplaatsbeginsel)"[^\n]*\n/#, with: "")
      .replacing(#/  <xs:complexType name="Woonplaatsbeginsel">[^§]*?<\/xs:complexType>\n\n/#, with: "")
  }

  @Test(arguments: numbers)
  func `the domains differ in names, message code and two elements only`(number: String) throws {
    let code = try #require(SchemaFactsTests.codes.first { $0.number == number })
    let jw = try withoutYouthElements(text("iJw-3.2/jw\(number).xsd"))
      .replacing("value=\"\(code.jw)\"", with: "value=\"\(code.wmo)\"")
    #expect(asWmo(jw) == (try text("iWmo-3.2/wmo\(number).xsd")))
  }

  @Test func `the basic schemas differ in three code lists only`() throws {
    func split(_ text: String) -> (rest: String, lists: [String]) {
      let list =
        #/<xs:simpleType name="LDT_(ProductCategorie|RedenBeeindiging|RedenWijziging)">[^§]*?<\/xs:simpleType>/#
      return (text.replacing(list, with: ""), text.matches(of: list).map { String($0.output.0) })
    }
    let jw = split(asWmo(try text("iJw-3.2/basisschema.xsd")))
    let wmo = split(try text("iWmo-3.2/basisschema.xsd"))
    #expect(jw.rest == wmo.rest)
    #expect(jw.lists.count == 3 && wmo.lists.count == 3)
    #expect(jw.lists[2].replacing("JZ002", with: "WMO002") == wmo.lists[2])
  }
}
