internal import SaldoDomain

/// The texts of the schemas: those of 3.2 as they stand in `Schemas/`, those of 3.0 and 3.1 derived from them.
///
/// The earlier releases are taken to be built as 3.2; the sources at hand name only the differences that are data here:
/// the release in the namespaces, the fixed `BerichtSubversie` (CS015), and the codes that came later.
enum SchemaText {
  /// Codes that came into a code list with a release, by the effective dates of the lists of iStandaarden 3.2: 3.1 is in
  /// use from 1 April 2022 and 3.2 from 1 April 2023.
  private static let laterCodes: [(since: Release, list: String, codes: [String])] = [
    (.v3_1, "JZ002", ["13", "14"]),
    (.v3_1, "WMO002", ["13", "14"]),
    (.v3_1, "JZ588", ["38", "39"]),
    (.v3_1, "WMO588", ["38", "39"]),
    (.v3_1, "WJ001", ["9379", "9384", "9385", "9387", "9388", "9389", "9390", "9411", "9412"]),
    (.v3_2, "WJ001", ["9413", "9414", "9415"]),
  ]

  /// The text of a schema by its path, for instance `iJw-3.2/jw323.xsd` or `iWmo-3.0/basisschema.xsd`; nil when there is
  /// no such schema.
  static func text(of path: String) -> String? {
    if let text = EmbeddedSchemas.texts[path] { return text }
    for release in Release.allCases {
      let latest = path.replacing("-\(release.rawValue)/", with: "-\(Release.v3_2.rawValue)/")
      if latest != path, let text = EmbeddedSchemas.texts[latest] { return Self.text(text, in: release) }
    }
    return nil
  }

  /// The text of a schema of 3.2 as an earlier release has it.
  private static func text(_ latest: String, in release: Release) -> String {
    var text = latest.replacing("/\(Release.v3_2.path)/", with: "/\(release.path)/")
      .replacing(" \(Release.v3_2.rawValue):", with: " \(release.rawValue):")
    if let minor = text.firstRange(of: #"<xs:simpleType name="BerichtSubversie">"#) {
      replace(
        #"<xs:pattern value="2"/>"#, by: "<xs:pattern value=\"\(release.version.minor)\"/>", in: &text, after: minor)
    }
    for later in laterCodes where release < later.since {
      for code in later.codes {
        guard let list = text.firstRange(of: "source=\"\(later.list)\"") else { break }
        replace("      <xs:enumeration value=\"\(code)\"/>\n", by: "", in: &text, after: list)
      }
    }
    return text
  }

  /// Replaces a text in the type that begins at a range.
  private static func replace(
    _ old: String, by new: String, in text: inout String, after begin: Range<String.Index>
  ) {
    guard let end = text[begin.upperBound...].firstRange(of: "</xs:simpleType>"),
      let range = text[begin.upperBound..<end.lowerBound].firstRange(of: old)
    else { preconditionFailure("schema: \(old) is not there") }
    text.replaceSubrange(range, with: new)
  }
}
