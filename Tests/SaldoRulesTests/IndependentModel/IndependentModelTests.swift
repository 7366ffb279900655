import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

/// The engine against the slow model, on random lines of which most lie within one unit of a bound.
struct IndependentModelTests {
  /// What lines there must be enough of.
  static let linesPerCell = 500

  /// Every combination of frequency and unit that exists (CS338), within a year and over New Year, with and without
  /// iWmo category 01; and budgets.
  static let kinds: [SlowCase.Kind] = {
    let effort = [("01", "01"), ("04", "01"), ("04", "04")]
    let others = [("14", "14"), ("16", "16"), ("84", "84"), ("82", "82"), ("83", "83")]
    var kinds: [SlowCase.Kind] = []
    for crossing in [false, true] {
      for is01 in [false, true] {
        for frequency in ["1", "2", "4", "6"] {
          let pairs = effort + others.filter { frequency != "1" || $0.0 == "82" }
          for (allocated, unit) in pairs {
            kinds.append(
              SlowCase.Kind(
                frequency: frequency, allocated: allocated, unit: unit, crossesNewYear: crossing, isCategory01: is01))
          }
        }
      }
      for unit in ["04", "83"] {
        kinds.append(
          SlowCase.Kind(
            frequency: "-", allocated: "", unit: unit, crossesNewYear: crossing, isCategory01: false))
      }
    }
    return kinds
  }()

  @Test(arguments: kinds)
  func `the engine and the slow model agree`(kind: SlowCase.Kind) {
    var random = SeededGenerator(seed: UInt64(Self.kinds.firstIndex { "\($0)" == "\(kind)" }!) << 32)
    var whole = (lines: 0, near: 0)
    var broken = (lines: 0, near: 0)
    var found: Set<String> = []
    for round in 0..<5000 where whole.lines < Self.linesPerCell || broken.lines < Self.linesPerCell {
      let sample = SlowCase(kind, &random)
      let expected = sample.expected
      let judged = sample.judged
      guard judged == expected else {
        Issue.record("\(kind), round \(round): engine \(judged), model \(expected), \(sample)")
        return
      }
      for declared in sample.declared where declared.credits == nil {
        found.formUnion(expected[declared.reference] ?? [])
        let cell = (lines: 1, near: declared.isNear ? 1 : 0)
        if declared.isWholeMonth {
          whole = (whole.lines + cell.lines, whole.near + cell.near)
        } else {
          broken = (broken.lines + cell.lines, broken.near + cell.near)
        }
      }
    }
    for cell in [whole, broken] {
      #expect(cell.lines >= Self.linesPerCell)
      #expect(2 * cell.near >= cell.lines, "\(cell.near) of \(cell.lines) are near a bound")
    }
    let rules: Set<String> = kind.allocated.isEmpty ? ["9369"] : ["9321", "9322"]
    #expect(found.isSuperset(of: rules.union(kind.unit == "83" ? ["0001"] : ["0611", "9346"])))
  }
}

extension SlowCase {
  /// The codes by reference; those of every line are 0001 when the message is refused.
  var expected: [String: Set<String>] {
    guard SlowModel.refuses(declared.map(\.line)) else { return codes.filter { !$0.value.isEmpty } }
    return Dictionary(uniqueKeysWithValues: declared.map { ($0.reference, ["0001"]) })
  }

  /// What the engine says.
  var judged: [String: Set<String>] {
    var evaluator = DeclarationEvaluator(context)
    let judgement = evaluator.judge(message)
    if case .header(let codes) = judgement.stage {
      return Dictionary(uniqueKeysWithValues: declared.map { ($0.reference, Set(codes.map(\.rawValue))) })
    }
    return Dictionary(
      uniqueKeysWithValues: judgement.lineCodes.map { position, codes in
        (declared[position].reference, Set(codes.map(\.rawValue)))
      })
  }

  private var product: Product { Product(category: ProductCategory(rawValue: allocation.category), code: "45A48") }

  private func date(_ day: SlowDay) -> CalendarDate { CalendarDate(iso: day.iso)! }

  private func delivery(_ line: SlowModel.Line, _ reference: String, credits: String? = nil) -> DeliveryLine {
    .sample(
      reference: ExactText(reference), previousReference: credits.map { ExactText($0) }, product: product,
      period: Period(date(line.begin), date(line.end)), volume: Int64(line.volume),
      unit: CareUnit(rawValue: line.unit)!,
      tariff: line.tariff.map { Int64($0) },
      amount: line.isCredit ? .credit(Int64(line.cents)) : .debit(Int64(line.cents)))
  }

  private var message: DeclarationMessage {
    var message = DeclarationMessage.sample(
      messageDate: "2025-06-01", period: Period("2025-05-01", "2025-05-31"), date: "2025-06-01",
      lines: declared.map { delivery($0.line, $0.reference, credits: $0.credits.map { "E\($0)" }) })
    message.header.standard = Standard(domain: Domain(rawValue: allocation.domain)!, release: .v3_2)
    return message
  }

  private var context: RuleContext {
    let allocated = AllocatedProduct.sample(
      category: product.category, code: allocation.budget == nil ? product.code : nil,
      validity: OpenPeriod(date(allocation.begin), allocation.end.map(date)),
      volume: allocation.volume.map {
        AllocatedVolume(
          volume: Int64($0), unit: CareUnit(rawValue: allocation.unit)!,
          frequency: Frequency(rawValue: allocation.frequency)!)
      }, budget: allocation.budget.map { Euros(cents: Int64($0)) })
    let lines = earlier.enumerated().map { index, earlier in
      KnownLine.sample(
        delivery(earlier.line, "E\(index)"), id: Int64(index + 1) << 20, creditedBy: earlier.isCredited ? 99 << 20 : nil
      )
    }
    return .sample(
      asOf: "2025-06-10", region: region, known: .sample(allocations: [.sample(allocated)], lines: lines))
  }

  private var region: RegionContracts {
    let validity = OpenPeriod("2021-01-01")
    var rows = contract.prices.filter { $0.key != "01" }.map { unit, price in
      PriceRow.sample(product: product, unit: CareUnit(rawValue: unit)!, price: Int64(price), validity: validity)
    }
    if contract.hourly == nil {
      rows.append(.sample(product: product, unit: .minute, price: Int64(contract.prices["01"]!), validity: validity))
    }
    rows.append(
      .sample(product: product, unit: .euro, price: 1, basis: .month, validity: validity, agreement: "month"))
    return .sample(prices: rows)
  }
}
