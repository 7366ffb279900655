/// The height that a ceiling in a cell of the matrix has, from a day on.
public struct CeilingMatrixRow: Hashable, Sendable, Codable {
  /// The cell.
  public var cell: CeilingCell
  /// The height in euro cents.
  public var height: Euros
  /// From when it holds for ceilings that begin then.
  public var validFrom: CalendarDate

  /// A row of the matrix.
  public init(cell: CeilingCell, height: Euros, validFrom: CalendarDate) {
    self.cell = cell
    self.height = height
    self.validFrom = validFrom
  }
}

extension Sequence where Element == CeilingMatrixRow {
  /// The height of a cell for a ceiling that begins on a day; nil when the matrix does not have the cell by then.
  public func height(of cell: CeilingCell, on day: CalendarDate) -> Euros? {
    filter { $0.cell == cell && $0.validFrom <= day }.max { $0.validFrom < $1.validFrom }?.height
  }

  /// The height that a ceiling should have by its cell, when it has another without a motive; nil when nothing is
  /// wrong.
  public func unmotivatedDeviation(of ceiling: ClientCeiling) -> Euros? {
    guard ceiling.motive == nil, let cell = ceiling.cell, let height = height(of: cell, on: ceiling.period.begin),
      height != ceiling.ceiling
    else { return nil }
    return height
  }
}
