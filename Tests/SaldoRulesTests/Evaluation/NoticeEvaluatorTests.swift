import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

/// Starts and stops in sequence: the tables of the standard, and any sequence against a model of its own.
struct NoticeEvaluatorTests {
  /// The codes of each product of one message of notices, after earlier ones.
  private func codes(_ notices: [DeliveryNotice], after earlier: [DeliveryNotice] = []) -> [[String]] {
    let context = RuleContext.sample(asOf: "2025-12-31", known: .sample(after: earlier))
    let evaluator = NoticeEvaluator(context)
    let findings =
      switch Message.notices(notices) {
      case .start(let start): evaluator.findings(start)
      case .stop(let stop): evaluator.findings(stop)
      default: [Finding]()
      }
    return notices.indices.map { position in
      findings.filter { $0.place.product == position }.compactMap(\.returnCode?.rawValue)
    }
  }

  /// The codes of the last of some notices, each in a message of its own; the others must hold.
  private func codes(ofLast notices: [DeliveryNotice]) -> [String] {
    for count in notices.indices {
      #expect(codes([notices[count]], after: Array(notices[..<count])).joined().isEmpty || count == notices.count - 1)
    }
    return codes([notices[notices.count - 1]], after: notices.dropLast())[0]
  }

  struct Sequence: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let notices: [DeliveryNotice]
    let codes: [String]
  }

  // Each row of the table of sequences of 3.2; where several rules are broken, all their codes.
  static let sequences = [
    Sequence(
      testDescription: "start, temporary stop, final stop on the same day",
      notices: [.started(), .stopped(reason: "20"), .stopped()], codes: []),
    Sequence(
      testDescription: "start, temporary stop, final stop later",
      notices: [.started(), .stopped(reason: "20"), .stopped("2025-04-15")], codes: []),
    Sequence(
      testDescription: "start, temporary stop, final stop earlier",
      notices: [.started(), .stopped(reason: "20"), .stopped("2025-03-30")], codes: ["9414"]),
    Sequence(
      testDescription: "start, temporary stop, temporary stop",
      notices: [.started(), .stopped(reason: "20"), .stopped("2025-04-15", reason: "20")], codes: ["9413"]),
    Sequence(
      testDescription: "start, final stop, final stop",
      notices: [.started(), .stopped(), .stopped("2025-04-15", reason: "37")], codes: ["9415"]),
    Sequence(
      testDescription: "start, final stop, temporary stop",
      notices: [.started(), .stopped(), .stopped("2025-04-15", reason: "20")], codes: ["9415"]),
    Sequence(
      testDescription: "start, final stop, the same stop again",
      notices: [.started(), .stopped(), .stopped()], codes: ["9074", "9415"]),
    Sequence(
      testDescription: "start, temporary stop, new start, final stop",
      notices: [
        .started(), .stopped(reason: "20"), .started("2025-05-01"), .stopped("2025-05-31", begin: "2025-05-01"),
      ], codes: []),
    Sequence(
      testDescription: "start, start", notices: [.started(), .started("2025-05-01")], codes: ["9326"]),
    Sequence(
      testDescription: "start, the same start", notices: [.started(), .started()], codes: ["9074", "9326"]),
    Sequence(
      testDescription: "start, stop, removal of the stop, removal of the start",
      notices: [.started(), .stopped(), .stopped(removed: true), .started(removed: true)], codes: []),
    Sequence(
      testDescription: "start, stop, removal of the start",
      notices: [.started(), .stopped(), .started(removed: true)], codes: ["9071"]),
    Sequence(testDescription: "removal of nothing", notices: [.started(removed: true)], codes: ["9063"]),
    Sequence(testDescription: "stop without start", notices: [.stopped()], codes: ["9069"]),
    Sequence(testDescription: "unknown allocation", notices: [.started(on: 9999)], codes: ["9019"]),
    Sequence(
      testDescription: "task-oriented care: start, start on another day, stop",
      notices: [.started(on: nil), .started("2025-05-01", on: nil), .stopped(on: nil)], codes: []),
  ]

  @Test(arguments: sequences)
  func `a sequence is judged as the standard says`(sequence: Sequence) {
    #expect(codes(ofLast: sequence.notices) == sequence.codes)
  }

  @Test func `a removal and its replacement in one message hold`() {
    #expect(codes([.started(removed: true), .started("2025-01-15")], after: [.started()]) == [[], []])
  }

  @Test func `removals are judged first, and findings stay in message order`() {
    #expect(codes([.started("2025-01-15"), .started(removed: true)], after: [.started()]) == [[], []])
    #expect(
      codes([.stopped("2025-04-15"), .stopped(removed: true)], after: [.started(), .stopped()]) == [[], []])
    var message = StartMessage.sample()
    message.products = [DeliveryNotice.started(on: 9999), .started(removed: true)].map(\.start)
    #expect(NoticeEvaluator(.sample()).findings(message).map(\.place.product) == [0, 1])
  }

  @Test func `a temporary and a final stop in one message hold, two final ones do not`() {
    #expect(codes([.stopped(reason: "20"), .stopped("2025-04-15")], after: [.started()]) == [[], []])
    #expect(codes([.stopped(), .stopped("2025-04-15")], after: [.started()]) == [[], ["9415"]])
  }

  @Test func `a product that breaks a rule leaves nothing behind for the next`() {
    #expect(codes([.started(on: 9999), .started("2025-02-01", on: 9999)]) == [["9019"], ["9019"]])
  }

  @Test func `a removal is not judged on its allocation or product`() {
    let odd = Product(category: ProductCategory(rawValue: "43"), code: "45A48")
    #expect(codes([.started(on: 9999, product: odd)]) == [["9019", "S329"]])
    let removal = DeliveryNotice.started(on: 9999, product: odd, removed: true)
    #expect(codes([removal], after: [.started(on: 9999, product: odd)]) == [[]])
  }

  @Test func `nothing in the contract refuses a start or stop but a code outside its category`() {
    let context = RuleContext.sample(region: .sample(prices: [.sample(provider: Sample.otherProvider)]))
    #expect(NoticeEvaluator(context).findings(.sample()) == [])
  }

  @Test func `a finding points at its product`() throws {
    var message = StartMessage.sample()
    message.products[0].sourceLine = 31
    message.products[0].allocation = AllocationNumber(9999)
    let finding = try #require(NoticeEvaluator(.sample()).findings(message).first)
    #expect(finding.place.path == "/Bericht/Client/StartProducten/StartProduct[1]")
    #expect(finding.place.sourceLine == 31 && finding.place.product == 0)
    #expect(finding.answerClass == .startedProduct)
  }

  @Test func `without history only the codes of products are judged`() {
    let context = RuleContext.sample(known: nil)
    #expect(NoticeEvaluator(context).findings(StopMessage.sample()) == [])
    #expect(AllocationEvaluator(context).findings(.sample()) == [])
    let odd = AllocatedProduct.sample(category: ProductCategory(rawValue: "43"))
    #expect(AllocationEvaluator(context).findings(.sample(products: [odd])).map(\.returnCode?.rawValue) == ["S329"])
  }

  @Test func `an allocation without a code is not judged on it`() {
    let aspecific = AllocatedProduct.sample(number: 1002, category: ProductCategory(rawValue: "43"), code: nil)
    #expect(AllocationEvaluator(.sample()).findings(.sample(products: [aspecific])) == [])
  }

  @Test func `an allocation is judged by the rules of its release`() {
    let removed = AllocatedProduct.sample(validity: OpenPeriod("2025-01-13", "2025-01-13"), changeReason: .removed)
    func rules(_ release: Release) -> [RuleCode] {
      let message = with(AllocationMessage.sample(products: [removed])) { $0.header.standard = .iJw(release) }
      return AllocationEvaluator(.sample(known: .sample(lines: [.sample()]))).findings(message).map(\.rule)
    }
    #expect(rules(.v3_1) == ["TR385"])
    #expect(rules(.v3_0) == [])
  }

  // A wrong reference and a code outside its category are errors of the municipality, which sent the allocation.
  @Test func `two rules on an allocation are for its provider to answer`() {
    #expect(AllocationEvaluator.decidedByProvider == ["TR379", "TR381"])
  }

  // The model keeps a set of open keys per delivery and says only whether a notice holds, in the words of the rules.
  private struct Model {
    struct Delivery {
      let begin: Int
      /// Reasons and last days, in order.
      var stops: [(isFinal: Bool, end: Int)] = []
    }
    /// Those of one allocation and product.
    var deliveries: [Delivery] = []

    mutating func start(_ begin: Int, removed: Bool) -> Bool {
      let found = deliveries.firstIndex { $0.begin == begin }
      if removed {
        guard let found, deliveries[found].stops.isEmpty else { return false }
        deliveries.remove(at: found)
        return true
      }
      guard found == nil, deliveries.allSatisfy({ !$0.stops.isEmpty }) else { return false }
      deliveries.append(Delivery(begin: begin))
      return true
    }

    mutating func stop(_ begin: Int, end: Int, isFinal: Bool, removed: Bool) -> Bool {
      guard let found = deliveries.firstIndex(where: { $0.begin == begin }) else { return false }
      let stops = deliveries[found].stops
      if removed {
        guard let stop = stops.firstIndex(where: { $0.isFinal == isFinal && $0.end == end }) else { return false }
        deliveries[found].stops.remove(at: stop)
        return true
      }
      // No stop yet, or one temporary stop and now a final one that does not end earlier.
      guard stops.isEmpty || (stops.count == 1 && !stops[0].isFinal && isFinal && end >= stops[0].end)
      else { return false }
      deliveries[found].stops.append((isFinal, end))
      return true
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `any sequence holds as far as a model of its own says, in one message or in many`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var model = Model()
    var taken: [DeliveryNotice] = []
    var run: [(notice: DeliveryNotice, judge: (inout Model) -> Bool)] = []
    var accepted = 0
    func day(_ number: Int) -> CalendarDate { CalendarDate(daysSince1970: 20_100 + Int32(number)) }
    func check() {
      guard !run.isEmpty else { return }
      // Removals first, wherever they stand.
      let positions =
        run.indices.filter { run[$0].notice.isRemoval } + run.indices.filter { !run[$0].notice.isRemoval }
      var holds = run.map { _ in false }
      for position in positions { holds[position] = run[position].judge(&model) }
      #expect(codes(run.map(\.notice), after: taken).map(\.isEmpty) == holds, "seed \(seed)")
      taken += positions.filter { holds[$0] }.map { run[$0].notice }
      accepted += holds.count { $0 }
      run = []
    }
    for _ in 0..<400 {
      let (begin, end) = (Int.random(in: 0..<3, using: &random), Int.random(in: 3..<5, using: &random))
      let (removed, isFinal) = (Int.random(in: 0..<3, using: &random) == 0, Bool.random(using: &random))
      let isStart = Bool.random(using: &random)
      let notice: DeliveryNotice =
        isStart
        ? .started(day(begin), removed: removed)
        : .stopped(day(end), reason: isFinal ? "31" : "20", begin: day(begin), removed: removed)
      if case .start? = run.last?.notice, !isStart { check() }
      if case .stop? = run.last?.notice, isStart { check() }
      // A run of starts or of stops is cut into messages at random.
      if Int.random(in: 0..<3, using: &random) == 0 { check() }
      run.append(
        (
          notice,
          { model in
            isStart
              ? model.start(begin, removed: removed) : model.stop(begin, end: end, isFinal: isFinal, removed: removed)
          }
        ))
    }
    check()
    #expect(accepted > 20, "the sequence holds too little to say anything")
  }
}
