/// Counting weeks for effort (inspanningsgericht): a week counts for every period that holds one of its days.
///
/// Source: iStandaarden 3.2, IV077; Documentation/DeclarationGuide.md.
public enum ISOWeeks {
  /// The number of weeks, Monday to Sunday, of which at least one day lies in the period.
  ///
  /// Mondays are counted and week numbers never subtracted, because these start again in January.
  public static func count(in period: Period) -> Int {
    guard period.begin <= period.end else { return 0 }
    return period.end.monday.days(since: period.begin.monday) / 7 + 1
  }
}
