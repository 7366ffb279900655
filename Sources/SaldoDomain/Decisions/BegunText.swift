/// A text with its beginning as a number: numbers are compared for less than texts, and tell nearly all texts apart.
struct BegunText: Comparable {
  /// The first sixteen bytes, the first of them the highest; zeros after the end of a shorter text.
  let beginning: UInt128
  let text: ExactText

  init(_ text: ExactText) {
    self.text = text
    var string = text.string
    beginning = string.withUTF8 { bytes in
      var beginning: UInt128 = 0
      withUnsafeMutableBytes(of: &beginning) { $0.copyBytes(from: bytes.prefix($0.count)) }
      return UInt128(bigEndian: beginning)
    }
  }

  /// The references that lines have and undo.
  static func references(of lines: [DeliveryLine]) -> [BegunText] {
    var references: [BegunText] = []
    references.reserveCapacity(lines.count)
    for position in lines.indices {
      references.append(BegunText(lines[position].reference))
      if let previous = lines[position].previousReference { references.append(BegunText(previous)) }
    }
    return references
  }

  /// Orders as the texts do.
  static func < (lhs: BegunText, rhs: BegunText) -> Bool {
    lhs.beginning != rhs.beginning ? lhs.beginning < rhs.beginning : lhs.text < rhs.text
  }
}
