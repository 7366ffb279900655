import SaldoDomain

extension Referrer {
  /// Whether it is a doctor or institution, which can have an AGB code: types 02 up to and including 05.
  var isProfessional: Bool { ["02", "03", "04", "05"].contains(kind) }
}
