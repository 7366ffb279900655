/// Whose contracts hold for a client who moved: the rows of ``Continuation``, indexed by client.
///
/// A continuation names a client, so it goes before everything that holds for a municipality as a whole. The addressed
/// municipality pays; only its terms are those of the old contract. Source: Documentation/Funding.md.
struct ContinuedContracts: Sendable {
  private let rows: [Bsn: [Continuation]]

  /// The continuations of a region.
  init(_ rows: [Continuation]) { self.rows = Dictionary(grouping: rows, by: \.bsn) }

  /// Whether no contract goes on for a client who moved.
  func isEmpty(for client: Bsn?) -> Bool { rows.isEmpty || client.map { rows[$0] == nil } ?? true }

  /// The municipalities whose contracts hold on a day, the first that has terms before the next: the one that the client
  /// left, while its contract goes on, and the one that is addressed.
  func contracts(of client: Bsn?, at municipality: MunicipalityCode, on day: CalendarDate) -> [MunicipalityCode] {
    let lent = lent(to: municipality, client)
    guard !lent.isEmpty else { return [municipality] }
    return lent.filter { $0.period.contains(day) }.map(\.municipality) + [municipality]
  }

  /// The other municipalities whose contracts hold on some days of a period, with those days.
  func contracts(
    of client: Bsn?, at municipality: MunicipalityCode, during period: OpenPeriod
  ) -> [(MunicipalityCode, OpenPeriod)] {
    lent(to: municipality, client).compactMap { row in
      guard OpenPeriod(begin: row.period.begin, end: row.period.end).overlaps(period) else { return nil }
      let end = period.end.map { min($0, row.period.end) } ?? row.period.end
      return (row.municipality, OpenPeriod(begin: max(row.period.begin, period.begin), end: end))
    }
  }

  /// A contract that the addressed municipality has itself is not lent.
  private func lent(to municipality: MunicipalityCode, _ client: Bsn?) -> [Continuation] {
    guard let client, let rows = rows[client] else { return [] }
    return rows.filter { $0.municipality != municipality }
  }
}
