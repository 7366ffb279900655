public import SaldoDomain

/// By what municipalities share a cost (verdeelsleutel).
///
/// Left-over cents go to the largest fractions, and among equal ones to the municipality that stands earlier in the
/// region; shares always sum to the cost. Source: Documentation/Funding.md.
public enum DistributionKey: Hashable, Sendable {
  /// Each pays what it used itself (eigen gebruik).
  case ownUse
  /// By weights: fixed shares, or youths, or youths × the part of them that uses care.
  case weights([MunicipalityCode: Int64])

  /// The key of rows, summed under the municipalities that bear them on a day; nil when nothing weighs.
  public init?(_ rows: [KeyShare], _ succession: Succession, on day: CalendarDate) {
    let weights = Dictionary(
      rows.map { (succession.bearer(of: $0.municipality, on: day), $0.product) }, uniquingKeysWith: +)
    guard weights.values.contains(where: { $0 > 0 }) else { return nil }
    self = .weights(weights)
  }

  /// What each municipality pays, in the order given.
  ///
  /// - Parameter use: What each used; its sum is the cost that is shared.
  /// - Precondition: the municipalities are those of the use and of the weights, and something weighs.
  public func shares(of use: [MunicipalityCode: Euros], over municipalities: [MunicipalityCode]) -> [Euros] {
    let known = Set(municipalities)
    precondition(use.keys.allSatisfy(known.contains), "every cost is of a municipality that shares")
    switch self {
    case .ownUse: return municipalities.map { use[$0, default: .zero] }
    case .weights(let weights):
      precondition(weights.keys.allSatisfy(known.contains), "every weight is of a municipality that shares")
      return LargestRemainder.split(
        use.values.reduce(.zero, +), by: municipalities.map { weights[$0, default: 0] })
    }
  }
}

/// The cost of care and of the purchaser, shared line by line (verdeling van kosten).
///
/// Each group of products goes by its own key. What the purchaser itself costs stands on lines of its own.
public struct CostDistribution: Hashable, Sendable {
  /// One line: what is shared, and what each municipality pays of it in the order of ``municipalities``.
  public struct Line: Hashable, Sendable {
    /// What is shared.
    public let subject: Subject
    /// The shares in euro cents.
    public let shares: [Euros]

    /// What is shared.
    public enum Subject: Hashable, Sendable {
      /// Care: a group of products.
      case care(group: String)
      /// What the purchaser itself costs.
      case overhead(name: String)
    }

    /// The cost that is shared.
    public var total: Euros { shares.reduce(.zero, +) }
  }

  /// Those who share, in the order of the region.
  public let municipalities: [MunicipalityCode]
  /// The lines on care, then those on overhead.
  public private(set) var lines: [Line] = []

  /// Nothing shared yet.
  public init(municipalities: [MunicipalityCode]) { self.municipalities = municipalities }

  /// Shares the cost of a group of products.
  public mutating func share(group: String, _ use: [MunicipalityCode: Euros], by key: DistributionKey) {
    let line = Line(subject: .care(group: group), shares: key.shares(of: use, over: municipalities))
    lines.insert(line, at: lines.firstIndex { $0.isOverhead } ?? lines.endIndex)
  }

  /// Shares what the purchaser itself costs.
  ///
  /// - Precondition: the municipalities are those of the weights, and something weighs.
  public mutating func share(overhead name: String, _ amount: Euros, by weights: [MunicipalityCode: Int64]) {
    let known = Set(municipalities)
    precondition(weights.keys.allSatisfy(known.contains), "every weight is of a municipality that shares")
    let shares = LargestRemainder.split(amount, by: municipalities.map { weights[$0, default: 0] })
    lines.append(Line(subject: .overhead(name: name), shares: shares))
  }

  /// What each municipality pays for care, in their order.
  public var care: [Euros] { sum { !$0.isOverhead } }

  /// What each municipality pays of the purchaser's own cost, in their order.
  public var overhead: [Euros] { sum(\.isOverhead) }

  private func sum(_ includes: (Line) -> Bool) -> [Euros] {
    lines.filter(includes).reduce(into: municipalities.map { _ in Euros.zero }) { sums, line in
      for index in sums.indices { sums[index] += line.shares[index] }
    }
  }
}

extension CostDistribution.Line {
  /// Whether the line is about the purchaser itself.
  fileprivate var isOverhead: Bool {
    if case .overhead = subject { return true }
    return false
  }
}
