import SaldoDomain

extension PayablesReport {
  func title(in language: Language) -> String {
    ReportText.payables.text(in: language) + " " + HumanText.date(asOf, in: language)
  }

  func page(in language: Language) -> Page {
    let sections = tables.map { table in
      Page.Section(
        heading: table.title.text(in: language), paragraphs: [], tables: [Page.Table(table, in: language)])
    }
    return Page(
      language: language.rawValue, title: title(in: language), kicker: region,
      about: [
        Page.About(
          label: ReportText.asOf.text(in: language), value: HumanText.date(asOf, in: language), isDigest: false),
        Page.About(label: ReportText.ledger.text(in: language), value: ledger, isDigest: true),
      ],
      warnings: payables.isEmpty ? [ReportText.nothingPayable.text(in: language)] : [], figureLists: [],
      sections: payables.isEmpty ? [] : sections)
  }
}
