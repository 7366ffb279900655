import SaldoDomain

/// An amount of zero stands on the debit side: each total and the amount of each line, in a declaration and its answer.
///
/// Source: iStandaarden 3.2, CS325.
struct CS325ZeroIsDebit: FormRule {
  static let metadata = RuleMetadata(
    form: "CS325", kinds: [.declaration, .declarationAnswer],
    title: Bilingual(
      nl: "Een bedrag van nul staat als debet (D).",
      en: "An amount of zero stands on the debit side (D)."),
    sentence: Bilingual(
      nl: "Het bedrag is nul en staat als credit (C); verwacht is debet (D).",
      en: "The amount is zero and stands on the credit side (C); debit (D) is expected."),
    hint: Bilingual(
      nl: "Schrijf een bedrag van nul met D.",
      en: "Write an amount of zero with D."),
    facts: [])

  func judge(_ message: Message, report: (Finding.Place, Facts) -> Void) {
    switch message {
    case .declaration(let declaration):
      if isZeroCredit(declaration.total) { report(declaration.place(of: .total), [:]) }
    case .declarationAnswer(let answer):
      guard let declaration = answer.declaration else { return }
      if isZeroCredit(declaration.claimed) { report(answer.place(of: .claimed), [:]) }
      if isZeroCredit(declaration.granted) { report(answer.place(of: .granted), [:]) }
    default: return
    }
    message.forEachLine({ $0.amount }) { amount, place in
      if isZeroCredit(amount) { report(place(.side), [:]) }
    }
  }

  private func isZeroCredit(_ amount: StatedAmount) -> Bool { amount.size == .zero && amount.side == .credit }
}
