extension UnsafeBufferPointer<UInt8> {
  /// The bytes as one number, at most eight of them; of more, the last eight. Texts of eight bytes or less without a zero byte
  /// have different words when they differ.
  @inlinable public var codeWord: UInt64 {
    var word: UInt64 = 0
    for byte in self { word = word << 8 | UInt64(byte) }
    return word
  }
}

/// The codes of an enumeration of ours, to be found by the bytes of a text without making a text of them.
public struct CodeWords<Code: RawRepresentable<String> & CaseIterable & Sendable>: Sendable {
  @usableFromInline let codes: [(word: UInt64, count: Int, code: Code)]

  init(_: Code.Type) {
    codes = Code.allCases.map { code in
      let bytes = Array(code.rawValue.utf8)
      precondition(bytes.count <= 8, "a code is short")
      return (bytes.withUnsafeBufferPointer(\.codeWord), bytes.count, code)
    }
  }

  /// The code with these bytes; nil when there is none.
  @inlinable public subscript(bytes: UnsafeBufferPointer<UInt8>) -> Code? {
    guard bytes.count <= 8 else { return nil }
    let word = bytes.codeWord
    return codes.first { $0.word == word && $0.count == bytes.count }?.code
  }
}

extension CareUnit {
  /// The units by their bytes.
  public static let words = CodeWords(CareUnit.self)
}

extension Frequency {
  /// The frequencies by their bytes.
  public static let words = CodeWords(Frequency.self)
}

extension DebitCredit {
  /// The sides by their bytes.
  public static let words = CodeWords(DebitCredit.self)
}
