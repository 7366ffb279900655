import SaldoDomain
import SaldoFunding
import SaldoTestSupport
import Testing

/// Random courses of arrangements, followed by the model and by a slow one that moves single cents.
struct ArrangementWalkTests {
  @Test func `ten thousand arrangements pay what the slow model pays, and never more than is due`() {
    var counterexamples: [String] = []
    var counts: [String: Int] = [:]
    for seed in 0..<10_000 as Range<UInt64> {
      var walk = ArrangementWalk(seed: seed)
      if let difference = walk.run() { counterexamples.append("\(seed): \(difference)") }
      for verdict in walk.verdicts { counts[verdict, default: 0] += 1 }
    }
    #expect(counterexamples == [])
    // Every verdict must have been seen often, or the walks prove nothing.
    let words = [
      "accept", "signal", "held", "arrangement", "arrangement-total", "arrangement-nothing-due",
      "arrangement-not-achieved",
    ]
    for word in words { #expect(counts[word, default: 0] > 300, "\(word): \(counts)") }
  }
}

/// One random course: claims over random months, credits, changes and an outcome, in any order.
struct ArrangementWalk {
  private var random: SeededGenerator
  private var fast: ArrangementCase
  private var slow: SlowArrangement
  private(set) var verdicts: [String] = []

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    let plans: [[(Int, Agreement.Instalment.Moment)]] = [
      [(50, .start), (50, .result)], [(70, .start), (30, .result)], [(40, .start), (30, .start), (30, .result)],
      [(20, .result), (80, .start)], [(34, .start), (33, .result), (33, .result)], [(100, .start)], [(100, .result)],
    ]
    let plan = plans.randomElement(using: &random)!
    let price = Int64.random(in: 1...120, using: &random)
    fast = ArrangementCase(price, plan.map { Agreement.Instalment(share: $0.0, when: $0.1) })
    slow = SlowArrangement(amount: Int(price), shares: plan.map { ($0.0, $0.1 == .start) })
  }

  /// Runs the course; nil, or the first difference.
  mutating func run() -> String? {
    for _ in 0..<Int.random(in: 2...12, using: &random) {
      switch Int.random(in: 0..<10, using: &random) {
      case 0: changeAmount()
      case 1: setOutcome()
      case 2: credit()
      default: if let difference = claim() { return difference }
      }
      if let difference = slow.breach(fast.balance.toBeCredited.cents) { return difference }
    }
    return settle()
  }

  private mutating func changeAmount() {
    let new = Int.random(in: 0...150, using: &random)
    fast.change(from: Int64(slow.amount), to: Int64(new))
    slow.amount = new
  }

  private mutating func setOutcome() {
    guard slow.outcome == nil else { return }
    let month = Int.random(in: 1...12, using: &random)
    let percent = [0, 100, Int.random(in: 1...99, using: &random)].randomElement(using: &random)!
    fast.outcome(percent, on: CalendarMonth(year: 2026, month: month).last)
    slow.outcome = (month, percent)
  }

  private mutating func credit() {
    guard let index = fast.claims.indices.randomElement(using: &random) else { return }
    fast.claims.remove(at: index)
    slow.lines.remove(at: index)
  }

  private mutating func claim() -> String? {
    let month = Int.random(in: 1...12, using: &random)
    let due = slow.payable(in: month)
    let choices = [due, due, due - 1, due + 1, slow.parts.start, slow.parts.result, slow.amount, slow.amount + 1]
    return claim(max(0, choices.randomElement(using: &random)!), month: month)
  }

  private mutating func claim(_ cents: Int, month: Int) -> String? {
    let expected = slow.claim(cents, month: month)
    let found = fast.claim(Int64(cents), month: month)
    verdicts.append(found.word)
    guard found != ArrangementCase.Verdict(expected, Int64(slow.lastDue)) else { return nil }
    return "claim of \(cents) in month \(month): \(found), expected \(expected) of \(slow.lastDue)"
  }

  /// Ends the course: an outcome, lines that gave something up credited, and all that is open claimed in December.
  private mutating func settle() -> String? {
    setOutcome()
    for index in fast.claims.indices.reversed() where fast.claims[index].forgone > .zero {
      fast.claims.remove(at: index)
      slow.lines.remove(at: index)
    }
    if let difference = claim(slow.payable(in: 12), month: 12) { return difference }
    let paid = fast.claims.reduce(0) { $0 + $1.amount.cents } - fast.balance.toBeCredited.cents
    let due = Int64(slow.parts.start + slow.parts.result)
    return paid == due ? nil : "paid \(paid) after crediting, due \(due)"
  }
}

/// An arrangement as a heap of single cents: some may be had from the start, some from the month of the outcome.
struct SlowArrangement {
  var amount: Int
  let shares: [(Int, Bool)]
  var outcome: (month: Int, percent: Int)?
  /// The month of each line with its amount, and what it gave up.
  var lines: [(month: Int, amount: Int, forgone: Int)] = []
  private(set) var lastDue = 0

  init(amount: Int, shares: [(Int, Bool)]) {
    self.amount = amount
    self.shares = shares
  }

  /// What is due at the start and on the result: the cents of the amount are dealt out one by one.
  var parts: (start: Int, result: Int) {
    var parts = Array(repeating: 0, count: shares.count)
    for (index, share) in shares.enumerated() where index < shares.count - 1 {
      // Counting up to the largest whole number of cents that is not above the share.
      while (parts[index] + 1) * 100 <= amount * share.0 { parts[index] += 1 }
    }
    parts[shares.count - 1] = amount - parts.dropLast().reduce(0, +)
    var (start, result) = (0, 0)
    for (index, share) in shares.enumerated() {
      if share.1 {
        start += parts[index]
      } else {
        result += paid(of: parts[index])
      }
    }
    return (start, result)
  }

  /// The part of an instalment on the result that the outcome pays, to the nearest cent, halves up.
  private func paid(of part: Int) -> Int {
    guard let outcome else { return part }
    var cents = 0
    while (2 * cents + 1) * 50 <= part * outcome.percent { cents += 1 }
    return cents
  }

  /// What a line of a month may take: each earlier line takes its cents, the later ones from the result first.
  func payable(in month: Int, presumed: Int? = nil) -> Int {
    let from = presumed ?? outcome?.month
    var heap = (start: parts.start, result: from == nil ? 0 : parts.result, debt: 0)
    for line in lines {
      for _ in 0..<(line.amount + line.forgone) {
        if let from, line.month >= from, heap.result > 0 {
          heap.result -= 1
        } else if heap.start > 0 {
          heap.start -= 1
        } else {
          heap.debt += 1
        }
      }
    }
    guard let from, month >= from else { return max(0, heap.start - heap.debt) }
    return max(0, heap.start + heap.result - heap.debt)
  }

  /// What becomes of a claim, in the words of the page on funding.
  mutating func claim(_ cents: Int, month: Int) -> String {
    let due = payable(in: month)
    lastDue = due
    if due > 0, cents <= due {
      lines.append((month, cents, due - cents))
      return cents == due ? "accept" : "signal"
    }
    if outcome?.percent == 0 { return "arrangement-not-achieved" }
    if outcome == nil, cents > 0 {
      let full = payable(in: month, presumed: 0)
      let repeatsStart = cents == parts.start
      if cents > due, cents == full || due == 0 && cents < full && !repeatsStart { return "held" }
    }
    if due == 0 { return "arrangement-nothing-due" }
    let used = lines.reduce(0) { $0 + $1.amount + $1.forgone }
    return cents > max(0, parts.start + parts.result - used) ? "arrangement-total" : "arrangement"
  }

  /// What is wrong with the books: more paid than the arrangement can come to, and not listed to be credited.
  func breach(_ toBeCredited: Int64) -> String? {
    let paid = lines.reduce(0) { $0 + $1.amount }
    let most = parts.start + parts.result
    return Int64(max(0, paid - most)) == toBeCredited
      ? nil : "paid \(paid) of at most \(most), to be credited \(toBeCredited)"
  }
}
