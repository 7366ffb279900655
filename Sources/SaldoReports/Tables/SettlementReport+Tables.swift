import SaldoDomain
import SaldoLedger

/// The tables of the settlement; the first is the one of its CSV file.
extension SettlementReport {
  var tables: [ReportTable] {
    [providerTable, productTable] + [withoutDeclarationTable].compactMap(\.self) + [rejectionTable]
      + [
        rejectedClientTable, refusedTable, noticeTable, allocationFindingTable, heldTable, shortenedTable, budgetTable,
      ].compactMap(\.self)
  }

  private var providerTable: ReportTable {
    ReportTable(
      name: "providers", title: ReportText.providers,
      columns: [
        .init(key: "municipality", title: ReportText.municipality, kind: .party),
        .init(key: "provider", title: ReportText.provider, kind: .party),
        .init(key: "domain", title: ReportText.domain, kind: .word),
        .init(key: "linesDeclared", title: ReportText.lines, kind: .count),
        .init(key: "linesAccepted", title: ReportText.acceptedLines, kind: .count),
        .init(key: "linesRejected", title: ReportText.rejectedLines, kind: .count),
        .init(key: "declared", title: ReportText.declared, kind: .euros),
        .init(key: "accepted", title: ReportText.accepted, kind: .euros),
        .init(key: "payable", title: ReportText.payable, kind: .euros),
      ],
      rows: providers.map { row in
        [
          .party(code: row.municipality.description, name: row.municipalityName),
          .party(code: row.provider.description, name: row.providerName), .domain(row.domain),
          .count(row.linesDeclared),
          .count(row.linesAccepted), .count(row.linesRejected), .euros(row.declaredCents), .euros(row.acceptedCents),
          .euros(row.payableCents),
        ]
      },
      totals: [
        .total, .empty, .empty, .count(totals.linesDeclared), .count(totals.linesAccepted),
        .count(totals.linesRejected), .euros(totals.declaredCents), .euros(totals.acceptedCents),
        .euros(totals.payableCents),
      ])
  }

  private var productTable: ReportTable {
    ReportTable(
      name: "products", title: ReportText.products,
      columns: [
        .init(key: "municipality", title: ReportText.municipality, kind: .party),
        .init(key: "domain", title: ReportText.domain, kind: .word),
        .init(key: "category", title: ReportText.category, kind: .text),
        .init(key: "code", title: ReportText.productCode, kind: .text),
        .init(key: "agreement", title: ReportText.agreement, kind: .party),
        .init(key: "lines", title: ReportText.acceptedLines, kind: .count),
        .init(key: "accepted", title: ReportText.accepted, kind: .euros),
      ],
      rows: products.map { row in
        [
          .party(code: row.municipality.description, name: row.municipalityName), .domain(row.domain),
          .text(row.category.rawValue), .text(row.code.string),
          .party(code: row.agreement, name: row.agreementName), .count(row.lines), .euros(row.acceptedCents),
        ]
      },
      totals: [
        .total, .empty, .empty, .empty, .empty, .count(products.reduce(0) { $0 + $1.lines }),
        .euros(products.reduce(0) { $0 + $1.acceptedCents }),
      ])
  }

  private var withoutDeclarationTable: ReportTable? {
    withoutDeclarations.map { rows in
      ReportTable(
        name: "without-declarations", title: ReportText.withoutDeclarations,
        notes: [ReportText.withoutDeclarationsNote],
        columns: [
          .init(key: "municipality", title: ReportText.municipality, kind: .party),
          .init(key: "provider", title: ReportText.provider, kind: .party),
          .init(key: "domain", title: ReportText.domain, kind: .text),
          .init(key: "agreement", title: ReportText.agreement, kind: .party),
          .init(key: "kind", title: ReportText.account, kind: .text),
          .init(key: "amount", title: ReportText.amount, kind: .euros),
        ],
        rows: rows.map { row in
          [
            .party(code: row.municipality.description, name: row.municipalityName),
            .party(code: row.provider.description, name: row.providerName), .domain(row.domain),
            .party(code: row.agreement, name: row.agreementName),
            .word(row.kind.rawValue, ReportText.name(of: row.kind)), .euros(row.amountCents),
          ]
        })
    }
  }

  private var rejectionTable: ReportTable {
    ReportTable(
      name: "rejections", title: ReportText.rejections, notes: [ReportText.twoCodesNote],
      columns: [
        .init(key: "returnCode", title: ReportText.returnCode, kind: .text), .meaning,
        .init(key: "lines", title: ReportText.lines, kind: .count),
        .init(key: "declared", title: ReportText.declared, kind: .euros),
      ],
      rows: rejections.map { row in
        [.text(row.returnCode.rawValue), .meaning(of: row.returnCode), .count(row.lines), .euros(row.declaredCents)]
      })
  }

  private var rejectedClientTable: ReportTable? {
    rejectedClients.map { rows in
      ReportTable(
        name: "rejected-clients", title: ReportText.rejectedClients, notes: [ReportText.notAssessedNote],
        columns: [
          .init(key: "returnCode", title: ReportText.returnCode, kind: .text), .meaning,
          .init(key: "clients", title: ReportText.clients, kind: .count),
        ],
        rows: rows.map { row in
          [.text(row.returnCode.rawValue), .meaning(of: row.returnCode), .count(row.clients)]
        })
    }
  }

  private var refusedTable: ReportTable? {
    refused.map { refused in
      ReportTable(
        name: "refused", title: ReportText.refused, notes: [ReportText.twoCodesOfMessagesNote],
        columns: [
          .init(key: "class", title: ReportText.answerClass, kind: .text),
          .init(key: "returnCode", title: ReportText.returnCode, kind: .text), .meaning,
          .init(key: "messages", title: ReportText.declarations, kind: .count),
          .init(key: "lines", title: ReportText.lines, kind: .count),
          .init(key: "declared", title: ReportText.declared, kind: .euros),
        ],
        rows: refused.codes.map { row in
          [
            .word(row.answerClass.rawValue, ReportText.name(of: row.answerClass)), .text(row.returnCode.rawValue),
            .meaning(of: row.returnCode), .count(row.messages), .count(row.lines), .euros(row.declaredCents),
          ]
        })
    }
  }

  private var allocationFindingTable: ReportTable? {
    allocationFindings.map { rows in
      ReportTable(
        name: "allocation-findings", title: ReportText.allocationFindings, notes: [ReportText.allocationFindingNote],
        columns: [
          .init(key: "municipality", title: ReportText.municipality, kind: .party),
          .init(key: "provider", title: ReportText.provider, kind: .party),
          .init(key: "allocation", title: ReportText.allocation, kind: .text),
          .init(key: "rule", title: ReportText.rule, kind: .text),
        ],
        rows: rows.map { row in
          [
            .party(code: row.municipality.description, name: row.municipalityName),
            .party(code: row.provider.description, name: row.providerName), .text(row.allocation),
            .text(row.rule.rawValue),
          ]
        })
    }
  }

  private var heldTable: ReportTable? {
    held.map { rows in
      ReportTable(
        name: "held", title: ReportText.held, sheet: ReportText.heldInShort, notes: [ReportText.heldNote],
        columns: [
          .init(key: "municipality", title: ReportText.municipality, kind: .party),
          .init(key: "provider", title: ReportText.provider, kind: .party),
          .init(key: "domain", title: ReportText.domain, kind: .word),
          .init(key: "declarationNumber", title: ReportText.declarationNumber, kind: .text),
          .init(key: "received", title: ReportText.received, kind: .date),
          .init(key: "days", title: ReportText.daysWaited, kind: .count),
          .init(key: "until", title: ReportText.heldUntil, kind: .date),
          .init(key: "lines", title: ReportText.lines, kind: .count),
          .init(key: "declared", title: ReportText.declared, kind: .euros),
        ],
        rows: rows.map { row in
          [
            .party(code: row.municipality.description, name: row.municipalityName),
            .party(code: row.provider.description, name: row.providerName), .domain(row.domain),
            .text(row.declarationNumber), .date(row.received), .count(row.days), .date(row.until), .count(row.lines),
            .euros(row.declaredCents),
          ]
        })
    }
  }

  private var shortenedTable: ReportTable? {
    shortened.map { rows in
      ReportTable(
        name: "shortened", title: ReportText.shortened, notes: [ReportText.shortenedNote],
        columns: [
          .init(key: "municipality", title: ReportText.municipality, kind: .party),
          .init(key: "provider", title: ReportText.provider, kind: .party),
          .init(key: "domain", title: ReportText.domain, kind: .word),
          .init(key: "allocation", title: ReportText.allocation, kind: .text),
          .init(key: "declarationNumber", title: ReportText.declarationNumber, kind: .text),
          .init(key: "reference", title: ReportText.reference, kind: .text),
          .init(key: "category", title: ReportText.category, kind: .text),
          .init(key: "code", title: ReportText.productCode, kind: .text),
          .init(key: "periodBegin", title: ReportText.periodBegin, kind: .date),
          .init(key: "periodEnd", title: ReportText.periodEnd, kind: .date),
          .init(key: "amount", title: ReportText.toCredit, kind: .euros),
          .init(key: "since", title: ReportText.since, kind: .date),
          .init(key: "ageDays", title: ReportText.ageDays, kind: .count),
        ],
        rows: rows.map { row in
          [
            .party(code: row.municipality.description, name: row.municipalityName),
            .party(code: row.provider.description, name: row.providerName), .domain(row.domain),
            .text(row.allocation), .text(row.declarationNumber), .text(row.reference), .text(row.category.rawValue),
            .text(row.code.string), .date(row.periodBegin), .date(row.periodEnd), .euros(row.amountCents),
            .date(row.since), .count(row.ageDays),
          ]
        })
    }
  }

  private var budgetTable: ReportTable? {
    budgets.map { rows in
      ReportTable(
        name: "budgets", title: ReportText.budgets, notes: [ReportText.budgetNote],
        columns: [
          .init(key: "municipality", title: ReportText.municipality, kind: .party),
          .init(key: "group", title: ReportText.productGroup, kind: .text),
          .init(key: "domain", title: ReportText.domain, kind: .word),
          .init(key: "year", title: ReportText.year, kind: .text),
          .init(key: "budget", title: ReportText.budget, kind: .euros),
          .init(key: "realised", title: ReportText.spent, kind: .euros),
          .init(key: "band", title: ReportText.band, kind: .word),
          .init(key: "over", title: ReportText.over, kind: .euros),
          .init(key: "under", title: ReportText.remaining, kind: .euros),
        ],
        rows: rows.map { row in
          [
            .party(code: row.municipality.description, name: row.municipalityName),
            row.group.map { .text($0) } ?? .empty, .domain(row.domain), .text("\(row.year)"),
            row.budgetCents.map { .euros($0) } ?? .empty, .euros(row.realisedCents),
            row.band.map { .word($0.rawValue, ReportText.name(of: $0)) } ?? .empty,
            row.overCents.map { .euros($0) } ?? .empty, row.underCents.map { .euros($0) } ?? .empty,
          ]
        })
    }
  }

  private var noticeTable: ReportTable? {
    noticesNotInForce.map { rows in
      ReportTable(
        name: "notices", title: ReportText.notices, sheet: ReportText.noticesInShort,
        notes: [ReportText.twoCodesOfMessagesNote],
        columns: [
          .init(key: "message", title: ReportText.message, kind: .text),
          .init(key: "returnCode", title: ReportText.returnCode, kind: .text), .meaning,
          .init(key: "messages", title: ReportText.messages, kind: .count),
        ],
        rows: rows.map { row in
          [
            .word(row.message.rawValue, ReportText.name(of: row.message)),
            row.returnCode.map { .text($0.rawValue) } ?? .empty, row.returnCode.map { .meaning(of: $0) } ?? .empty,
            .count(row.messages),
          ]
        })
    }
  }
}

extension ReportTable.Column {
  /// What a return code means.
  fileprivate static let meaning = ReportTable.Column(key: "meaning", title: ReportText.meaning, kind: .text)
}

extension ReportTable.Cell {
  /// The label of a row of totals.
  static let total = ReportTable.Cell.word("total", ReportText.total)

  /// A legal domain.
  static func domain(_ domain: Domain) -> ReportTable.Cell { .word(domain.rawValue, ReportText.name(of: domain)) }

  /// What a return code means; nothing for a code that no release lists.
  fileprivate static func meaning(of code: ReturnCode) -> ReportTable.Cell {
    code.meaning.map { .word($0.english, $0) } ?? .empty
  }
}
