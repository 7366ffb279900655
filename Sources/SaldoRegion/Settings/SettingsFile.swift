internal import SaldoDomain
internal import Yams

/// `region.yaml`: the name of the region and the choices that hold for all of it (instellingen).
enum SettingsFile {
  static let name = "region.yaml"
  /// The keys under `settings`.
  private static let settingKeys = ["payment_term_days", "payer", "uniqueness", "tr319", "xslt_version"]

  /// The name and settings; values that could not be read keep their default after a problem was reported.
  static func read(_ bytes: [UInt8], problems: inout [RegionProblem]) -> (name: String, settings: RegionSettings) {
    var settings = RegionSettings()
    guard let root = compose(bytes, problems: &problems) else { return ("", settings) }
    var mapping = SettingsMapping(root, keys: ["name", "settings"], path: "")
    let name = mapping.text("name", Bilingual(nl: "de naam van de regio", en: "the name of the region"), required: true)
    if let node = mapping.node("settings") {
      var inner = SettingsMapping(node, keys: settingKeys, path: "settings.")
      if let days = inner.wholeNumber("payment_term_days", in: 0...365) { settings.paymentTermDays = days }
      if let payer: RegionSettings.Payer = inner.keyword("payer") { settings.payer = payer }
      if let uniqueness: RegionSettings.Uniqueness = inner.keyword("uniqueness") { settings.uniqueness = uniqueness }
      if let tr319: RegionSettings.LatePeriodAnswer = inner.keyword("tr319") { settings.tr319 = tr319 }
      settings.styleSheetVersion = inner.version("xslt_version")
      problems += inner.problems
    }
    problems += mapping.problems
    return (name ?? "", settings)
  }

  /// The root of the document; nil after reporting why it cannot be read.
  private static func compose(_ bytes: [UInt8], problems: inout [RegionProblem]) -> Node? {
    do throws(RegionProblem) {
      let text = try SourceText.decode(bytes, file: name)
      try refuseWhatCouldExplode(text)
      do {
        if let root = try Yams.compose(yaml: text, .basic) { return root }
      } catch {
        throw problem(from: error)
      }
      throw RegionProblem(
        at: RegionPlace(file: name), found: Bilingual(nl: "het bestand is leeg", en: "the file is empty"),
        expected: Bilingual(nl: "ten minste name", en: "name at least"))
    } catch {
      problems.append(error)
      return nil
    }
  }

  /// A few settings fit in 64 KiB and need no aliases; both could make a small file take all memory.
  private static func refuseWhatCouldExplode(_ text: String) throws(RegionProblem) {
    guard text.utf8.count <= 65_536 else {
      throw RegionProblem(
        at: RegionPlace(file: name), found: Bilingual(nl: "het bestand is te groot", en: "the file is too large"),
        expected: Bilingual(nl: "hoogstens 64 KiB", en: "at most 64 KiB"))
    }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      var previous: Character = ":"
      var lastVisible: Character = ":"
      for (offset, character) in line.enumerated() {
        if character == "#", previous.isWhitespace || offset == 0 { break }
        if character == "*", "[{,:-?".contains(lastVisible) {
          throw RegionProblem(
            at: RegionPlace(file: name, row: index + 1, position: offset + 1),
            found: Bilingual(nl: "hier staat een verwijzing (*)", en: "an alias (*) stands here"),
            expected: Bilingual(nl: "de waarde zelf", en: "the value itself"))
        }
        previous = character
        if !character.isWhitespace { lastVisible = character }
      }
    }
  }

  /// A library error without its text, which quotes the file.
  private static func problem(from error: any Error) -> RegionProblem {
    let mark: Mark?
    var found = Bilingual(nl: "dit is geen geldige YAML", en: "this is not valid YAML")
    var expected = Bilingual(nl: "sleutels en waarden, zoals name: Regio", en: "keys and values, as name: Region")
    switch error as? YamlError {
    case .scanner(_, _, let place, _), .parser(_, _, let place, _): mark = place
    case .composer(_, _, let place, _):
      mark = place
      expected = Bilingual(nl: "één document zonder verwijzingen", en: "one document without aliases")
    case .duplicatedKeysInMapping(let keys, let context):
      mark = context.mark
      let shown = keys.map(QuotedText.quote).joined(separator: ", ")
      found = Bilingual(nl: "sleutel \(shown) komt vaker voor", en: "key \(shown) occurs more than once")
      expected = Bilingual(nl: "elke sleutel één keer", en: "every key once")
    default: mark = nil
    }
    return RegionProblem(
      at: RegionPlace(file: name, row: mark?.line, position: mark?.column), found: found, expected: expected)
  }
}
