import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

/// The published examples of weeks and caps, and our own around the year's end, with the numbers that a recount gives.
struct VolumeCapTests {
  /// An allocation with its product periods: how many weeks each counts, and all of it.
  struct Vector: Sendable, CustomTestStringConvertible {
    let id: String
    let volume: Int64
    let unit: CareUnit
    let validity: Period
    let periods: [(period: Period, weeks: Int64)]
    let total: Int64
    var domain = Domain.jw
    var category = "45"

    var testDescription: String { id }

    var product: AllocatedProduct {
      .sample(
        category: ProductCategory(rawValue: category), validity: OpenPeriod(begin: validity.begin, end: validity.end),
        volume: AllocatedVolume(volume: volume, unit: unit, frequency: .perWeek))
    }
  }

  // Documentation/DeclarationGuide.md cites the rules; V11a, V11b and V17 are recounted where the source is in error.
  static let vectors: [Vector] = [
    Vector(
      id: "V02 effort", volume: 3, unit: .hour, validity: Period("2022-07-11", "2022-09-04"),
      periods: [
        (Period("2022-07-11", "2022-07-31"), 3), (Period("2022-08-01", "2022-08-31"), 5),
        (Period("2022-09-01", "2022-09-04"), 1),
      ], total: 8),
    Vector(
      id: "V03 output, ends on Sunday", volume: 30_000, unit: .euro, validity: Period("2022-07-11", "2022-09-04"),
      periods: [
        (Period("2022-07-11", "2022-07-31"), 3), (Period("2022-08-01", "2022-08-31"), 4),
        (Period("2022-09-01", "2022-09-04"), 1),
      ], total: 8),
    Vector(
      id: "V04 output, ends on Saturday", volume: 30_000, unit: .euro, validity: Period("2022-07-11", "2022-09-03"),
      periods: [
        (Period("2022-07-11", "2022-07-31"), 3), (Period("2022-08-01", "2022-08-31"), 5),
        (Period("2022-09-01", "2022-09-03"), 0),
      ], total: 8),
    Vector(
      id: "V05 effort", volume: 3, unit: .hour, validity: Period("2025-07-07", "2025-09-07"),
      periods: [
        (Period("2025-07-07", "2025-07-31"), 4), (Period("2025-08-01", "2025-08-31"), 5),
        (Period("2025-09-01", "2025-09-07"), 1),
      ], total: 9),
    Vector(
      id: "V06 output, ends on Sunday", volume: 30_000, unit: .euro, validity: Period("2025-07-07", "2025-09-07"),
      periods: [
        (Period("2025-07-07", "2025-07-31"), 3), (Period("2025-08-01", "2025-08-31"), 5),
        (Period("2025-09-01", "2025-09-07"), 1),
      ], total: 9),
    Vector(
      id: "V07 output, ends on Saturday", volume: 30_000, unit: .euro, validity: Period("2025-07-07", "2025-09-06"),
      periods: [
        (Period("2025-07-07", "2025-07-31"), 3), (Period("2025-08-01", "2025-08-31"), 6),
        (Period("2025-09-01", "2025-09-06"), 0),
      ], total: 9),
    Vector(
      id: "V08 effort", volume: 3, unit: .hour, validity: Period("2022-10-11", "2022-12-28"),
      periods: [
        (Period("2022-10-11", "2022-10-31"), 4), (Period("2022-11-01", "2022-11-30"), 5),
        (Period("2022-12-01", "2022-12-28"), 5),
      ], total: 12),
    Vector(
      id: "V09 output", volume: 30_000, unit: .euro, validity: Period("2022-10-11", "2022-12-31"),
      periods: [
        (Period("2022-10-11", "2022-10-31"), 3), (Period("2022-11-01", "2022-11-30"), 4),
        (Period("2022-12-01", "2022-12-31"), 5),
      ], total: 12),
    Vector(
      id: "V10 effort", volume: 3, unit: .hour, validity: Period("2025-10-07", "2025-12-30"),
      periods: [
        (Period("2025-10-07", "2025-10-31"), 4), (Period("2025-11-01", "2025-11-30"), 5),
        (Period("2025-12-01", "2025-12-30"), 5),
      ], total: 13),
    Vector(
      id: "V11a output", volume: 30_000, unit: .euro, validity: Period("2025-10-07", "2025-12-31"),
      periods: [
        (Period("2025-10-07", "2025-10-31"), 3), (Period("2025-11-01", "2025-11-30"), 5),
        (Period("2025-12-01", "2025-12-31"), 5),
      ], total: 13),
    Vector(
      id: "V11b output", volume: 30_000, unit: .euro, validity: Period("2025-10-01", "2025-12-31"),
      periods: [
        (Period("2025-10-01", "2025-10-31"), 4), (Period("2025-11-01", "2025-11-30"), 5),
        (Period("2025-12-01", "2025-12-31"), 5),
      ], total: 14),
    Vector(
      id: "V12 output", volume: 30_000, unit: .euro, validity: Period("2025-07-07", "2025-09-05"),
      periods: [
        (Period("2025-07-07", "2025-07-31"), 3), (Period("2025-08-01", "2025-08-31"), 6),
        (Period("2025-09-01", "2025-09-05"), 0),
      ], total: 9),
    Vector(
      id: "V13 effort, category 01", volume: 1, unit: .hour, validity: Period("2022-05-01", "2022-07-31"),
      periods: [
        (Period("2022-05-01", "2022-05-31"), 6), (Period("2022-06-01", "2022-06-30"), 6),
        (Period("2022-07-01", "2022-07-31"), 6),
      ], total: 14, domain: .wmo, category: "01"),
    Vector(
      id: "V14 effort", volume: 3, unit: .hour, validity: Period("2021-10-12", "2021-12-13"),
      periods: [(Period("2021-10-12", "2021-10-31"), 3)], total: 10),
    Vector(
      id: "V16 effort", volume: 3, unit: .hour, validity: Period("2025-11-12", "2025-11-30"),
      periods: [(Period("2025-11-12", "2025-11-30"), 3)], total: 3, domain: .wmo, category: "02"),
    Vector(
      id: "V17 effort, recounted", volume: 3, unit: .hour, validity: Period("2026-11-12", "2026-11-30"),
      periods: [(Period("2026-11-12", "2026-11-30"), 4)], total: 4),
    Vector(
      id: "V28 effort", volume: 3, unit: .hour, validity: Period("2022-04-13", "2022-06-30"),
      periods: [
        (Period("2022-04-13", "2022-04-30"), 3), (Period("2022-05-01", "2022-05-31"), 6),
        (Period("2022-06-01", "2022-06-30"), 5),
      ], total: 12),
    Vector(
      id: "V29 output", volume: 15_000, unit: .euro, validity: Period("2022-04-15", "2022-06-04"),
      periods: [
        (Period("2022-04-15", "2022-04-30"), 2), (Period("2022-05-01", "2022-05-31"), 6),
        (Period("2022-06-01", "2022-06-04"), 0),
      ], total: 8),
    Vector(
      id: "V30 output", volume: 15_000, unit: .euro, validity: Period("2022-04-15", "2022-07-31"),
      periods: [
        (Period("2022-04-15", "2022-04-30"), 2), (Period("2022-05-01", "2022-05-31"), 5),
        (Period("2022-06-01", "2022-06-30"), 4), (Period("2022-07-01", "2022-07-31"), 5),
      ], total: 16),
    Vector(
      id: "V34 effort, until 19 February", volume: 3, unit: .hour, validity: Period("2021-02-01", "2021-02-19"),
      periods: [(Period("2021-02-01", "2021-02-19"), 3)], total: 3),
    Vector(
      id: "V34 effort, from 20 February", volume: 5, unit: .hour, validity: Period("2021-02-20", "2021-02-28"),
      periods: [(Period("2021-02-20", "2021-02-28"), 2)], total: 2),
    Vector(
      id: "V37 effort, around New Year", volume: 1, unit: .hour, validity: Period("2024-12-30", "2025-01-05"),
      periods: [
        (Period("2024-12-30", "2025-01-05"), 1), (Period("2024-12-01", "2024-12-31"), 6),
        (Period("2025-01-01", "2025-01-31"), 5), (Period("2021-01-01", "2021-01-31"), 5),
      ], total: 1),
    Vector(
      id: "output without a Sunday", volume: 15_000, unit: .euro, validity: Period("2025-09-29", "2025-10-04"),
      periods: [(Period("2025-09-29", "2025-09-30"), 0), (Period("2025-10-01", "2025-10-04"), 1)], total: 1),
  ]

  @Test(arguments: vectors)
  func `weeks of each product period and of the allocation`(vector: Vector) throws {
    let version = AllocationVersion(vector.product)
    for (period, weeks) in vector.periods {
      let cap = try #require(VolumeCap.of(period, on: version, in: vector.unit, domain: vector.domain))
      #expect(cap.count == weeks, "\(period)")
      #expect(cap.bound == weeks * vector.volume)
    }
    let total = try #require(VolumeCap.total(of: version, in: vector.unit))
    #expect(total.count == vector.total)
    #expect(total.bound == vector.total * vector.volume)
  }

  // V15: 15 hours per month; V31: € 3,820 per month from 8 May; V32: € 9,750 in total; V34: 365 days in total.
  @Test func `V15, V31, V32, V34: a broken month is a whole one and a total is itself`() {
    let cases: [(Int64, CareUnit, Frequency, OpenPeriod, Period, Int64)] = [
      (15, .hour, .perMonth, OpenPeriod("2021-10-12", "2021-12-13"), Period("2021-10-12", "2021-10-31"), 15),
      (382_000, .euro, .perMonth, OpenPeriod("2023-05-08", "2023-12-31"), Period("2023-05-08", "2023-05-31"), 382_000),
      (975_000, .euro, .total, OpenPeriod("2021-07-10", "2022-04-09"), Period("2022-04-01", "2022-04-09"), 975_000),
      (365, .fullDay, .total, OpenPeriod("2021-01-01", nil), Period("2021-02-01", "2021-02-28"), 365),
    ]
    for (volume, unit, frequency, validity, period, bound) in cases {
      let product = AllocatedProduct.sample(
        validity: validity, volume: AllocatedVolume(volume: volume, unit: unit, frequency: frequency))
      #expect(VolumeCap.of(period, on: AllocationVersion(product), in: unit, domain: .jw)?.bound == bound)
    }
  }

  @Test func `a period that ends before it begins holds no week and no day`() {
    let backwards = Period("2025-02-10", "2025-02-09")
    #expect(ISOWeeks.count(in: backwards) == 0)
    for frequency in [Frequency.perDay, .perWeek] {
      let product = AllocatedProduct.sample(
        volume: AllocatedVolume(volume: 1, unit: .hour, frequency: frequency))
      #expect(VolumeCap.of(backwards, on: AllocationVersion(product), in: .hour, domain: .jw)?.bound == 0)
    }
  }

  @Test func `hours are sixty minutes and nothing else is converted`() {
    let hours = AllocatedVolume(volume: 3, unit: .hour, frequency: .perWeek)
    #expect(hours.volume(in: .hour) == 3)
    #expect(hours.volume(in: .minute) == 180)
    #expect(AllocatedVolume(volume: 180, unit: .minute, frequency: .perWeek).volume(in: .hour) == nil)
    #expect(AllocatedVolume(volume: 3, unit: .daypart, frequency: .perWeek).volume(in: .minute) == nil)
    for unit in CareUnit.allCases where unit != .hour && unit != .minute { #expect(hours.volume(in: unit) == nil) }
  }

  @Test(
    arguments: [
      (.minute, "minuten in totaal", "minutes in total"), (.hour, "uur in totaal", "hours in total"),
      (.fullDay, "etmalen in totaal", "days and nights in total"),
      (.daypart, "dagdelen in totaal", "half-days in total"),
      (.outputPiece, "stuks in totaal", "pieces in total"), (.effortPiece, "stuks in totaal", "pieces in total"),
      (.euro, "in totaal", "in total"),
    ] as [(CareUnit, String, String)])
  func `the facts name the unit`(unit: CareUnit, dutch: String, english: String) throws {
    let product = AllocatedProduct.sample(volume: AllocatedVolume(volume: 1, unit: unit, frequency: .total))
    let cap = try #require(VolumeCap.total(of: AllocationVersion(product), in: unit))
    #expect(cap.facts.first { $0.name == "per" }?.fact == .phrase(Bilingual(nl: dutch, en: english)))
  }
}
