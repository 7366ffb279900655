import SaldoDomain

/// An amount of zero stands on the debit side: the total and the amount of each line.
///
/// Source: iStandaarden 3.2, CS325.
struct CS325ZeroIsDebit: DeclarationFormRule {
  static let metadata = RuleMetadata(
    "CS325", level: .message, kinds: [.declaration], returnCode: .technicallyRejected, answerClass: .header,
    title: Bilingual(
      nl: "Een bedrag van nul staat als debet (D).",
      en: "An amount of zero stands on the debit side (D)."),
    sentence: Bilingual(
      nl: "Het bedrag is nul en staat als credit (C); verwacht is debet (D).",
      en: "The amount is zero and stands on the credit side (C); expected is debit (D)."),
    facts: [], source: "iStandaarden 3.2, CS325")
  func judge(_ message: DeclarationMessage, report: (Finding.Place, Facts) -> Void) {
    if isZeroCredit(message.total) { report(message.place(of: .total), [:]) }
    for (position, line) in message.lines.enumerated() where isZeroCredit(line.amount) {
      report(message.place(of: .side, line: position), [:])
    }
  }

  private func isZeroCredit(_ amount: StatedAmount) -> Bool { amount.size == .zero && amount.side == .credit }
}
