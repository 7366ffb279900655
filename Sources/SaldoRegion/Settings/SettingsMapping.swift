internal import SaldoDomain
internal import Yams

/// The keys and values of one YAML mapping, read by known keys; what is wrong is collected.
struct SettingsMapping {
  private(set) var problems: [RegionProblem] = []
  private var nodes: [String: Node] = [:]
  private let path: String
  private let mark: Mark?
  /// False when something else stands in the place of keys and values, which is reported once.
  private var isMapping = true

  /// A mapping with these keys.
  ///
  /// - Parameter path: What stands before the key in errors, for instance `settings.`.
  init(_ node: Node, keys: [String], path: String) {
    self.path = path
    mark = node.mark
    let expected = keys.joined(separator: ", ")
    guard let mapping = node.mapping else {
      // `settings:` with nothing behind it says: all defaults.
      if node.isEmpty { return }
      isMapping = false
      report(
        node.mark, nil, Bilingual(nl: "hier staan geen sleutels met waarden", en: "there are no keys with values here"),
        Bilingual(nl: "de sleutels \(expected)", en: "the keys \(expected)"))
      return
    }
    for (key, value) in mapping {
      if let name = key.string, keys.contains(name) {
        nodes[name] = value
      } else {
        let shown = key.string.map(QuotedText.quote) ?? "?"
        report(
          key.mark, nil, Bilingual(nl: "sleutel \(shown) is onbekend", en: "key \(shown) is unknown"),
          Bilingual(nl: "een van de sleutels \(expected)", en: "one of the keys \(expected)"))
      }
    }
  }

  /// The node of a key; nil when the key is absent.
  func node(_ key: String) -> Node? { nodes[key] }

  /// The text of a key; nil when the key is absent, and after reporting a problem.
  mutating func text(_ key: String, _ expected: Bilingual, required: Bool = false) -> String? {
    guard let node = nodes[key] else {
      if required, isMapping {
        report(mark, key, Bilingual(nl: "de sleutel ontbreekt", en: "the key is missing"), expected)
      }
      return nil
    }
    guard let text = node.string else {
      report(node.mark, key, Bilingual(nl: "dit is geen enkele waarde", en: "this is not a single value"), expected)
      return nil
    }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !node.isEmpty, !words.isEmpty else {
      report(node.mark, key, Bilingual(nl: "de waarde is leeg", en: "the value is empty"), expected)
      return nil
    }
    guard words.count <= 200, !words.unicodeScalars.contains(where: QuotedText.isControl) else {
      report(
        node.mark, key,
        Bilingual(
          nl: "de waarde is te lang of bevat stuurtekens", en: "the value is too long or has control characters"),
        Bilingual(nl: "hoogstens 200 leesbare tekens", en: "at most 200 readable characters"))
      return nil
    }
    return words
  }

  /// The whole number of a key.
  mutating func wholeNumber(_ key: String, in range: ClosedRange<Int>) -> Int? {
    let expected = Bilingual(
      nl: "een geheel getal van \(range.lowerBound) tot en met \(range.upperBound)",
      en: "a whole number from \(range.lowerBound) up to \(range.upperBound)")
    guard let text = text(key, expected) else { return nil }
    let isDigits = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if isDigits, let number = Int(text), range.contains(number) { return number }
    let shown = QuotedText.quote(text)
    report(
      nodes[key]?.mark, key,
      isDigits
        ? Bilingual(nl: "\(shown) is te groot", en: "\(shown) is too large")
        : Bilingual(nl: "\(shown) is geen geheel getal", en: "\(shown) is not a whole number"),
      expected)
    return nil
  }

  /// A version of three numbers, as `LDT_Versie` has it.
  mutating func version(_ key: String) -> String? {
    let expected = Bilingual(
      nl: "een versie van drie getallen, zoals 2.10.5", en: "a version of three numbers, such as 2.10.5")
    guard let text = text(key, expected) else { return nil }
    let parts = text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
    let isVersion =
      parts.count == 3
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) } && (part.first != 0x30 || part.count == 1)
      }
    guard !isVersion else { return text }
    let shown = QuotedText.quote(text)
    report(
      nodes[key]?.mark, key, Bilingual(nl: "\(shown) is geen versie", en: "\(shown) is not a version"), expected)
    return nil
  }

  /// One of a few words.
  mutating func keyword<Value: RawRepresentable & CaseIterable>(_ key: String) -> Value?
  where Value.RawValue == String {
    let format = CellFormat<Value>.keyword
    guard let text = text(key, format.expected) else { return nil }
    switch format.parse(text) {
    case .value(let value): return value
    case .wrong(let predicate, _):
      let shown = QuotedText.quote(text)
      report(
        nodes[key]?.mark, key,
        Bilingual(nl: "\(shown) \(predicate.dutch)", en: "\(shown) \(predicate.english)"), format.expected)
      return nil
    }
  }

  private mutating func report(_ mark: Mark?, _ key: String?, _ found: Bilingual, _ expected: Bilingual) {
    let place = RegionPlace(
      file: SettingsFile.name, row: mark?.line, position: mark?.column, column: key.map { path + $0 })
    problems.append(RegionProblem(at: place, found: found, expected: expected))
  }
}

extension Node {
  /// Whether nothing stands here, or `~` or `null`.
  fileprivate var isEmpty: Bool {
    guard let scalar else { return false }
    return scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }
}
