public import SaldoDomain

/// Invents a region with its allocations and months of declarations, to measure with and to try things on.
///
/// Providers have sizes as in reality (log-normal). Clients get one or more kinds of care, under unit prices, fixed
/// prices, tranches and a lump sum. Each month some lines are late, some are credited and sent again, and some are
/// wrong: of those the generator knows which, and that they are rejected and nothing else.
///
///     let generator = try Generator(GeneratorOptions(lines: 1_000))
///     generator.forEachMessage { message in … }
///
/// Messages come one at a time and nothing is kept of them, so memory does not grow with the number of lines.
public struct Generator: Sendable {
  private let plan: RegionPlan

  /// A generator for a region of this size.
  ///
  /// - Throws: ``GeneratorError`` when an option lies outside what can be asked for.
  public init(_ options: GeneratorOptions) throws(GeneratorError) { plan = try RegionPlan(options) }

  /// What was asked for.
  public var options: GeneratorOptions { plan.options }

  /// The files of the region folder, by name.
  public var regionFiles: [(name: String, text: String)] { RegionTexts(plan).files }

  /// Gives every message, month by month; within a month the allocations of a provider and municipality go before
  /// their declarations.
  public func forEachMessage(_ body: (GeneratedMessage) throws -> Void) rethrows {
    var (allocations, declarations) = (0, 0)
    var opened = [Int](repeating: 0, count: plan.cells.count)
    var known = opened
    for month in 0..<plan.options.months {
      let name = plan.options.firstMonth.adding(months: month)
      for cell in plan.cells {
        let lines = MonthOfCell(plan, cell, month: month, openedBefore: opened[cell.index])
        opened[cell.index] = lines.opened
        let new = known[cell.index]..<max(known[cell.index], lines.opened)
        known[cell.index] = new.upperBound
        try AllocationsOfCell(plan, cell, month: month, opened: new)
          .forEachMessage(numberedFrom: &allocations) { try body(.allocation(name, $0)) }
        try lines.forEachDeclaration(numberedFrom: &declarations) { try body(.declaration($0)) }
      }
    }
  }
}

/// One message of an invented region.
public enum GeneratedMessage: Sendable {
  /// An allocation, with the month in which it becomes known.
  case allocation(CalendarMonth, AllocationMessage)
  /// A declaration.
  case declaration(GeneratedDeclaration)
}

/// A declaration of an invented region, and what is wrong with it.
public struct GeneratedDeclaration: Sendable {
  /// The month that is declared; the message is dated early in the next one.
  public let month: CalendarMonth
  /// The declaration.
  public let message: DeclarationMessage
  /// The lines that are wrong, by position in ``DeclarationMessage/lines``; all others are granted.
  public let faults: [Int: LineFault]
}
