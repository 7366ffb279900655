import SaldoDomain

/// Texts that a sender chose, as a report may show them.
enum MaskedText {
  /// The text with every run of exactly nine digits that passes the eleven-test replaced by asterisks.
  ///
  /// A reference number should hold no citizen service number; where a sender put one in, a report does not repeat it.
  static func of(_ text: ExactText) -> String {
    var bytes = Array(text.string.utf8)
    var start = 0
    while start < bytes.count {
      guard (0x30...0x39).contains(bytes[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
      if let bsn = Bsn(digits: String(decoding: bytes[start..<end], as: UTF8.self)), bsn.passesElevenTest {
        for index in start..<end { bytes[index] = UInt8(ascii: "*") }
      }
      start = end
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
