import SaldoDomain

extension OverrunReport {
  func title(in language: Language) -> String {
    ReportText.overruns.text(in: language) + " " + PageText.months(of: report, in: language)
  }

  func page(in language: Language) -> Page {
    let warnings = ceilings.isEmpty ? [ReportText.noCeilings] : identified ? [ReportText.identifiedNote] : []
    return Page(
      language: language.rawValue, title: title(in: language), kicker: report.region, about: about(in: language),
      warnings: warnings.map { $0.text(in: language) }, figureLists: ceilings.isEmpty ? [] : [figures(in: language)],
      sections: sections(in: language))
  }

  private func about(in language: Language) -> [Page.About] {
    var about = report.about(in: language)
    about[0] = Page.About(
      label: ReportText.standAtEnd.text(in: language), value: HumanText.date(report.until.last, in: language),
      isDigest: false)
    return about
  }

  private func figures(in language: Language) -> Page.FigureList {
    func figure(_ label: Bilingual, _ value: String) -> Page.Figure {
      Page.Figure(label: label.text(in: language), value: value, notes: [])
    }
    func number(_ value: Int) -> String { HumanText.number(Int64(value), in: language) }
    return Page.FigureList(figures: [
      figure(ReportText.name(of: .above100), number(totals.above100)),
      figure(ReportText.name(of: .upTo100), number(totals.upTo100)),
      figure(ReportText.name(of: .below70), number(totals.below70)),
      figure(ReportText.over, PageText.euros(totals.overCents, in: language)),
    ])
  }

  private func sections(in language: Language) -> [Page.Section] {
    let notes = identified ? [] : [ReportText.pseudonymNote.text(in: language)]
    let shown = ceilings.isEmpty ? standingTables : tables
    return shown.map { table in
      let isEmpty = table.rows.isEmpty
      return Page.Section(
        heading: table.title.text(in: language),
        paragraphs: isEmpty ? [ReportText.noSignals.text(in: language)] : table.name == "ceilings" ? notes : [],
        tables: isEmpty ? [] : [Page.Table(table, in: language)])
    }
  }
}
