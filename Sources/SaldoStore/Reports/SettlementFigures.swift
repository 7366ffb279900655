public import SaldoDomain

/// What a ledger says of the declarations of a period, before names are added (afrekeningscijfers).
///
/// Amounts that were accepted or are payable are sums of postings. Declared amounts are signed: a credit counts below
/// zero. All rows are sorted by their codes.
public struct SettlementFigures: Hashable, Sendable {
  /// The period.
  public var period: ReportPeriod
  /// Per municipality and provider.
  public var providers: [ProviderFigures]
  /// Per municipality, product and agreement.
  public var products: [ProductFigures]
  /// Per municipality, provider, agreement and kind of account: what is paid without declarations, and advances.
  public var withoutDeclarations: [WithoutDeclarationFigures]
  /// Rejected lines per return code of the line.
  public var lineCodes: [LineCodeFigures]
  /// Rejected clients per return code of the client; nil by delivery.
  public var clientCodes: [ClientCodeFigures]?
  /// Declarations that were refused as a whole; nil by delivery, because a refused declaration has no lines on record.
  public var refused: RefusedFigures?
  /// Allocations, starts and stops that are not in force; nil unless by booking, their only month.
  public var notices: [NoticeFigures]?
  /// What was told of allocations that are in force; nil unless by booking.
  public var allocationFindings: [AllocationFindingFigures]?
  /// The declarations that waited at the end of the period; nil unless by booking.
  public var held: [HeldFigures]?
  /// What the answers granted, in euro cents; nil by delivery.
  public var granted: Euros?
}
