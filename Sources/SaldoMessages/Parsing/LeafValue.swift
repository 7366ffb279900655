internal import SaldoDomain

/// The value of a leaf, as its type in the schema says.
enum LeafValue {
  case text(UnsafeBufferPointer<UInt8>)
  case number(Int64)
  case date(CalendarDate)
  /// A time of day in milliseconds; 24:00:00 is 86,400,000.
  case time(milliseconds: Int32)

  /// Reads the bytes of a leaf; nil when no value of ours can hold them.
  ///
  /// White space around a number, a date or a time is dropped, as the schema does.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, as base: SimpleType.Base) {
    switch base {
    case .text: self = .text(bytes)
    case .integer:
      guard let number = Self.integer(Self.trimmed(bytes)) else { return nil }
      self = .number(number)
    case .date:
      guard let date = CalendarDate(isoBytes: Self.trimmed(bytes)) else { return nil }
      self = .date(date)
    case .time:
      guard let time = Self.milliseconds(Self.trimmed(bytes)) else { return nil }
      self = .time(milliseconds: time)
    }
  }

  /// Reads exactly ten bytes `YYYY-MM-DD`; nil for anything else, also for a date with blanks around it.
  init?(plainDate bytes: UnsafeBufferPointer<UInt8>) {
    guard let date = CalendarDate(isoBytes: bytes[...]) else { return nil }
    self = .date(date)
  }

  /// The text. Only leaves whose type in the schema is a string have one.
  var string: String {
    guard case .text(let bytes) = self else { preconditionFailure("this leaf is not text") }
    return String(unsafeUninitializedCapacity: bytes.count) { $0.initialize(fromContentsOf: bytes) }
  }

  /// The text as a code of an enumeration of ours; nil when it is none.
  func code<Code>(_ words: CodeWords<Code>) -> Code? {
    guard case .text(let bytes) = self else { preconditionFailure("this leaf is not text") }
    return words[bytes]
  }

  /// The text as a citizen service number; nil unless it is nine digits.
  var bsn: Bsn? {
    guard case .text(let bytes) = self else { preconditionFailure("this leaf is not text") }
    guard bytes.count == 9 else { return nil }
    var number: UInt32 = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + UInt32(byte - 0x30)
    }
    return Bsn(number: number)
  }

  /// The number. Only leaves whose type in the schema is an integer have one.
  var number: Int64 {
    guard case .number(let number) = self else { preconditionFailure("this leaf is not a number") }
    return number
  }

  /// The number as an amount in euro cents.
  var euros: Euros { Euros(cents: number) }

  /// The number as that of an allocation; nil beyond the nine digits of the standard.
  var allocation: AllocationNumber? { UInt32(exactly: number).map { AllocationNumber($0) } }

  /// The date. Only leaves whose type in the schema is a date have one.
  var date: CalendarDate {
    guard case .date(let date) = self else { preconditionFailure("this leaf is not a date") }
    return date
  }

  /// The time in milliseconds. Only leaves whose type in the schema is a time have one.
  var milliseconds: Int32 {
    guard case .time(let milliseconds) = self else { preconditionFailure("this leaf is not a time") }
    return milliseconds
  }

  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bytes {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
    var slice = bytes[...]
    while let first = slice.first, isBlank(first) { slice.removeFirst() }
    while let last = slice.last, isBlank(last) { slice.removeLast() }
    return slice
  }

  /// A sign, then digits; leading zeros do not count. Nil beyond 18 digits, which no type of the standard has.
  private static func integer(_ bytes: Bytes) -> Int64? {
    var digits = bytes
    let isNegative = digits.first == 0x2D
    if isNegative || digits.first == 0x2B { digits.removeFirst() }
    guard !digits.isEmpty else { return nil }
    var value: Int64 = 0
    for byte in digits {
      guard (0x30...0x39).contains(byte), value < 100_000_000_000_000_000 else { return nil }
      value = value * 10 + Int64(byte - 0x30)
    }
    return isNegative ? -value : value
  }

  /// `HH:MM:SS` with an optional fraction, of which three decimals count.
  private static func milliseconds(_ bytes: Bytes) -> Int32? {
    let text = Array(bytes)
    guard text.count >= 8, text[2] == 0x3A, text[5] == 0x3A else { return nil }
    func number(_ from: Int, _ count: Int) -> Int32? {
      var value: Int32 = 0
      for byte in text[from..<(from + count)] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int32(byte - 0x30)
      }
      return value
    }
    guard let hours = number(0, 2), let minutes = number(3, 2), let seconds = number(6, 2) else { return nil }
    guard hours <= 24, minutes <= 59, seconds <= 60 else { return nil }
    var thousandths: Int32 = 0
    if text.count > 8 {
      guard text[8] == 0x2E, text.count > 9, text[9...].allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      for position in 9..<12 {
        thousandths = thousandths * 10 + (position < text.count ? Int32(text[position] - 0x30) : 0)
      }
    }
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths
  }
}
