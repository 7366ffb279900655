import SaldoDomain
import SaldoStore

extension SettlementReport {
  func title(in language: Language) -> String {
    ReportText.settlement.text(in: language) + " " + PageText.months(of: report, in: language)
  }

  func page(in language: Language) -> Page {
    Page(
      language: language.rawValue, title: title(in: language), kicker: report.region, about: report.about(in: language),
      warnings: isEmpty ? [ReportText.nothing.text(in: language)] : [],
      figureLists: isEmpty ? [] : [figures(in: language)],
      sections: isEmpty ? [] : sections(in: language))
  }

  private func figures(in language: Language) -> Page.FigureList {
    func figure(_ label: Bilingual, _ cents: Int64, _ notes: [String] = []) -> Page.Figure {
      Page.Figure(
        label: label.text(in: language), value: PageText.euros(cents, in: language), notes: notes)
    }
    let leftOut = refused.map { $0.messages == 0 ? [] : [ReportText.leftOut($0, in: language)] } ?? []
    return Page.FigureList(figures: [
      figure(
        ReportText.declared, totals.declaredCents, [ReportText.linesInShort(totals, in: language)] + leftOut),
      figure(ReportText.accepted, totals.acceptedCents), figure(ReportText.rejected, totals.rejectedCents),
      figure(ReportText.payable, totals.payableCents),
    ])
  }

  private func sections(in language: Language) -> [Page.Section] {
    var sections = tables.filter { !$0.rows.isEmpty }.map { table in
      Page.Section(
        heading: table.title.text(in: language),
        paragraphs: table.name == "refused" ? refusedWords(in: language) : [],
        tables: [Page.Table(table, in: language)])
    }
    let words = leftOut(in: language) + ReportText.words(of: reconciliation, in: language)
    sections.append(
      Page.Section(heading: ReportText.reconciliation.text(in: language), paragraphs: words, tables: []))
    return sections
  }

  private func refusedWords(in language: Language) -> [String] {
    refused.map { [ReportText.refusedInShort($0, in: language)] } ?? []
  }

  /// What the period cannot select, and that nothing was rejected.
  private func leftOut(in language: Language) -> [String] {
    var notes: [Bilingual] = []
    if rejections.isEmpty { notes.append(ReportText.noRejections) }
    switch report.by {
    case .booking: break
    case .delivery: notes.append(ReportText.noMessagesByDelivery)
    case .declaration: notes.append(ReportText.noNoticesByDeclaration)
    }
    return notes.map { $0.text(in: language) }
  }
}

extension ReportHead {
  /// What a page of the report is about.
  func about(in language: Language) -> [Page.About] {
    let months = PageText.months(of: self, in: language) + ", " + ReportText.name(of: by).text(in: language)
    return [
      Page.About(label: ReportText.period.text(in: language), value: months, isDigest: false),
      Page.About(
        label: ReportText.asOf.text(in: language), value: HumanText.date(asOf, in: language), isDigest: false),
      Page.About(label: ReportText.ledger.text(in: language), value: ledger, isDigest: true),
    ]
  }
}
