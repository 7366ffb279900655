internal import SaldoDomain

/// A cell or scalar of a region folder as an error may show it: in quotes, at most 60 characters, without control
/// characters, and never a BSN.
enum QuotedText {
  /// The text in quotes, with everything masked that could be a BSN.
  static func quote(_ text: String) -> String {
    let shown = safe(text)
    return "\"" + (shown.count > 60 ? shown.prefix(60) + "…" : shown[...]) + "\""
  }

  /// The text without control characters and with every possible BSN replaced by asterisks.
  ///
  /// A possible BSN is nine digits that pass the eleven-test, in a row or with points, blanks or hyphens between them,
  /// as people write it.
  static func safe(_ text: String) -> String {
    var scalars = text.unicodeScalars.map { isControl($0) ? "?" : $0 }
    let original = scalars
    func isDigit(_ index: Int) -> Bool {
      original.indices.contains(index) && (0x30...0x39).contains(original[index].value)
    }
    for start in original.indices where isDigit(start) && !isDigit(start - 1) {
      var indices: [Int] = []
      var number: UInt32 = 0
      for index in start..<original.count {
        if isDigit(index) {
          indices.append(index)
          number = number * 10 + (original[index].value - 0x30)
        } else if ![".", " ", "-"].contains(original[index]) {
          break
        }
        if indices.count == 9 { break }
      }
      guard indices.count == 9, let last = indices.last, !isDigit(last + 1), Bsn(number: number).passesElevenTest
      else { continue }
      for index in indices { scalars[index] = "*" }
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }

  /// Whether a scalar could move a terminal's cursor or break a line.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    return switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .format: true
    default: false
    }
  }
}
