import SaldoDomain

/// The one table of the payables.
extension PayablesReport {
  var tables: [ReportTable] {
    [
      ReportTable(
        name: "payables", title: ReportText.payables, notes: [ReportText.debitCreditNote],
        columns: [
          .init(key: "payerKind", title: ReportText.payerKind, kind: .text, isOnPage: false),
          .init(key: "payer", title: ReportText.payer, kind: .text),
          .init(key: "domain", title: ReportText.domain, kind: .word),
          .init(key: "municipality", title: ReportText.municipality, kind: .party),
          .init(key: "provider", title: ReportText.provider, kind: .party),
          .init(key: "declarationNumber", title: ReportText.declarationNumber, kind: .text),
          .init(key: "answerIdentification", title: ReportText.answer, kind: .text),
          .init(key: "bookingDate", title: ReportText.bookingDate, kind: .date),
          .init(key: "dueDate", title: ReportText.dueDate, kind: .date),
          .init(key: "amount", title: ReportText.amount, kind: .euros),
          .init(key: "debitCredit", title: ReportText.debitCredit, kind: .text),
          .init(key: "ledgerAccount", title: ReportText.ledgerAccount, kind: .text),
          .init(key: "costCentre", title: ReportText.costCentre, kind: .text),
          .init(key: "kind", title: ReportText.paidFor, kind: .text),
          .init(key: "setApart", title: ReportText.setApart, kind: .text),
        ],
        // The longest table of all: a row for each declaration and account.
        rows: payables.lazy.map { row -> [ReportTable.Cell] in
          [
            .word(row.payerKind.rawValue, ReportText.name(of: row.payerKind)), .text(row.payer),
            .domain(row.domain), .party(code: row.municipality.description, name: row.municipalityName),
            .party(code: row.provider.description, name: row.providerName), .text(row.declarationNumber),
            .text(row.answerIdentification), .date(row.bookingDate), .date(row.dueDate), .euros(row.amountCents),
            .text(row.debitCredit.rawValue), .text(row.ledgerAccount), .text(row.costCentre),
            .word(row.kind, ReportText.paidFor(row.kind)),
            row.setApart ? .word("yes", ReportText.yes) : .word("no", ReportText.no),
          ]
        })
    ]
  }
}
