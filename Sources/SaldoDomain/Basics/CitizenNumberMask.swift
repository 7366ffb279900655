/// Hides citizen service numbers that somebody put where they do not belong, such as in a reference number.
public enum CitizenNumberMask {
  /// The text with each run of exactly nine digits that passes the eleven-test replaced by asterisks.
  public static func masked(_ text: String) -> String {
    guard contains(text) else { return text }
    var result: [UInt8] = []
    forEachRun(in: text) { run, isNumber in
      result += isNumber ? Array(repeating: UInt8(ascii: "*"), count: run.count) : Array(run)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether the text holds a run of exactly nine digits that passes the eleven-test.
  public static func contains(_ text: String) -> Bool {
    guard text.utf8.count >= 9 else { return false }
    return text.utf8.withContiguousStorageIfAvailable { contains($0) } ?? contains(Array(text.utf8))
  }

  @inline(__always)
  private static func contains(_ text: some Sequence<UInt8>) -> Bool {
    var number: UInt32 = 0
    var length = 0
    func isNumber() -> Bool { length == 9 && Bsn(number: number).passesElevenTest }
    for byte in text {
      if isDigit(byte) {
        length += 1
        if length <= 9 { number = number * 10 + UInt32(byte - 0x30) }
      } else {
        if isNumber() { return true }
        (number, length) = (0, 0)
      }
    }
    return isNumber()
  }

  /// Cuts a text into runs of digits and of other bytes.
  private static func forEachRun(in text: String, _ body: (ArraySlice<UInt8>, Bool) -> Void) {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let isDigits = isDigit(bytes[start])
      var end = start + 1
      while end < bytes.count, isDigit(bytes[end]) == isDigits { end += 1 }
      let run = bytes[start..<end]
      let isNumber = isDigits && Bsn(digits: String(decoding: run, as: UTF8.self))?.passesElevenTest == true
      body(run, isNumber)
      start = end
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
