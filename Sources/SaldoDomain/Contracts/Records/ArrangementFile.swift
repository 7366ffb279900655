/// What the region recorded of one product on one allocation (dossier van een arrangement).
public struct ArrangementFile: Hashable, Sendable {
  /// What it achieved; nil while nobody assessed it.
  public var outcome: ArrangementOutcome?
  /// The agreed changes of its amount, by date.
  public var changes: [ArrangementChange] = []
  /// How it took the place of another arrangement; nil when it did not.
  public var replacing: ArrangementReplacement?
  /// Whether the arrangement that it took the place of achieved something.
  public var replacedHadResult = false
  /// The family plan and the arrangement; nil when the region has neither on file.
  public var plan: ArrangementPlan?

  /// A file without anything in it.
  public init() {}
}

/// The files of a region's arrangements, indexed by allocation.
struct ArrangementFiles: Sendable {
  private let outcomes: [ArrangementKey: [ArrangementOutcome]]
  private let changes: [ArrangementKey: [ArrangementChange]]
  private let replacing: [ArrangementKey: ArrangementReplacement]
  private let plans: [ArrangementKey: ArrangementPlan]

  init(_ records: ArrangementRecords) {
    outcomes = Dictionary(grouping: records.outcomes, by: \.arrangement)
    changes = Dictionary(grouping: records.changes, by: \.arrangement).mapValues { changes in
      changes.sorted { $0.date < $1.date }
    }
    replacing = Dictionary(records.replacements.map { ($0.replacement, $0) }) { first, _ in first }
    plans = Dictionary(records.plans.map { ($0.arrangement, $0) }) { first, _ in first }
  }

  /// What was known on a day: an outcome or an agreement of a later day does not exist yet.
  func file(of arrangement: ArrangementKey, _ product: Product, asOf: CalendarDate) -> ArrangementFile {
    var file = ArrangementFile()
    file.outcome = outcomes[arrangement]?.first { $0.product == product && $0.date <= asOf }
    file.changes = changes[arrangement, default: []].filter { $0.date <= asOf }
    file.replacing = replacing[arrangement]
    if let replaced = file.replacing?.arrangement {
      file.replacedHadResult = outcomes[replaced, default: []].contains { $0.percent > 0 && $0.date <= asOf }
    }
    file.plan = plans[arrangement]
    return file
  }
}
