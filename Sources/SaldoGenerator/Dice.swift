/// The generator SplitMix64: the same numbers for the same state on any machine.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
struct SplitMix64 {
  var state: UInt64

  /// The next number.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Draws that depend on the seed and on what is drawn for, never on what was drawn before.
///
/// So a line can be made again in a later month, without keeping it. Whole numbers only: the same on any machine.
struct Dice {
  private var numbers: SplitMix64

  /// What is drawn; each kind of thing has numbers of its own.
  enum Subject: UInt64 {
    case provider = 1
    case cell, client, slot, course, line, correction, fate, person, ceiling, fault
  }

  /// Draws for one thing, by its keys.
  init(_ seed: UInt64, _ subject: Subject, _ keys: Int...) {
    numbers = SplitMix64(state: seed)
    numbers.state = numbers.next() ^ subject.rawValue
    for key in keys { numbers.state = numbers.next() ^ UInt64(bitPattern: Int64(key)) }
  }

  /// A number from zero up to, but not including, `count`.
  mutating func below(_ count: Int) -> Int { Int(numbers.next().multipliedFullWidth(by: UInt64(count)).high) }

  /// A number in a range.
  mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// One of a list.
  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  /// A size as sizes of providers are: log-normal, median 100, sigma 1.2; one of the 64 quantiles in the middles of
  /// equal parts.
  mutating func size() -> Int { pick(Self.sizes) }

  /// 100 × exp(1.2 × z), rounded, for z the standard normal quantile of (i + ½) ÷ 64.
  private static let sizes = [
    5, 9, 12, 15, 17, 19, 22, 24, 26, 29, 31, 33, 36, 38, 41, 43,
    46, 49, 51, 54, 57, 60, 63, 67, 70, 73, 77, 81, 85, 89, 93, 98,
    102, 107, 112, 118, 124, 130, 136, 143, 150, 158, 166, 175, 185, 195, 206, 218,
    231, 246, 262, 280, 300, 323, 350, 380, 417, 461, 515, 586, 683, 828, 1086, 1819,
  ]
}
