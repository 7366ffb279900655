import SaldoDomain

/// The citizen service numbers for tests: those from 999900006 up to 999999990 that pass the eleven-test.
///
/// There are 9,090 of them or so, far fewer than a region has clients. A municipality therefore has at most that many;
/// municipalities share numbers, and with more lines a client gets more kinds of care. No other number is ever made.
enum TestNumbers {
  /// The numbers, ascending.
  static let all: [Bsn] = (999_900_006...999_999_990 as ClosedRange<UInt32>).map(Bsn.init(number:))
    .filter(\.passesElevenTest)
}
