import SaldoDomain

extension LineSubject {
  /// What the age rule of the region says of the line, when it holds with this action (K008, K009).
  ///
  /// The birth date is that of the last allocation message for the client; it never leaves this function.
  func verdictOnAge(_ action: ProductRule.Action, in context: RuleContext) -> Verdict {
    guard let rule = rule(.age18, in: context), rule.action == action,
      let eighteenth = context.known?.birthDates[bsn]?.eighteenth
    else { return .notApplicable }
    guard line.period.begin.month > eighteenth.month else { return .pass }
    return .fail([
      "date": .date(line.period.begin), "category": .code(line.product.category.rawValue),
      "code": .code(line.product.code.string),
    ])
  }
}
