/// Why a report cannot be made. No case carries personal data.
public enum ReportError: Error, Hashable, Sendable {
  /// The postings do not agree with each other, with the approved lines or with the answers: the ledger was changed.
  ///
  /// `saldo verify` says where.
  case notReconciled(Reconciliation)
  /// The spreadsheet could not be made; the code is libxlsxwriter's.
  case spreadsheet(code: Int)
}
