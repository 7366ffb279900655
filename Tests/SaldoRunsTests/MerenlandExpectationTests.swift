import Foundation
import GRDB
import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoSettlement
import SaldoRuns
import SaldoStore
import Testing

/// The sample against the tables that were written by hand before the program first ran.
struct MerenlandExpectationTests {
  /// One decided line of the ledger, as the hand-written table names it.
  struct DecidedLine: Hashable, CustomStringConvertible {
    let month: String
    let identification: String
    let reference: String
    let occurrence: Int
    let verdict: String
    let codes: [String]
    let claimedCents: Int64
    let grantedCents: Int64

    var description: String {
      "\(month) \(identification) \(reference)#\(occurrence) \(verdict) \(codes) \(claimedCents) \(grantedCents)"
    }
  }

  @Test func `every line gets the verdict, codes and cents of the hand-written table`() throws {
    let merenland = try Merenland.settled()
    defer { merenland.remove() }
    let expected = Set(
      try expectedTable("expected.csv").map { row in
        DecidedLine(
          month: row["month"]!, identification: row["identification"]!, reference: row["reference"]!,
          occurrence: Int(row["occurrence"]!)!, verdict: row["verdict"]!,
          codes: row["codes"]!.split(separator: " ").map(String.init).sorted(),
          claimedCents: Int64(row["claimed_cents"]!)!, grantedCents: Int64(row["granted_cents"]!)!)
      })
    let found = Set(try decidedLines(of: merenland.ledger))
    #expect(expected.count == 157)
    #expect(expected.subtracting(found).map(\.description).sorted() == [])
    #expect(found.subtracting(expected).map(\.description).sorted() == [])
  }

  @Test func `every declaration gets the codes and totals of the hand-written table`() throws {
    let merenland = try Merenland.settled()
    defer { merenland.remove() }
    let rows = try expectedTable("expected-messages.csv")
    let expected = rows.map { row in
      [
        "month", "identification", "provider", "municipality", "header_codes", "declaration_codes", "claimed_cents",
        "granted_cents",
      ].map { row[$0]! }.joined(separator: " ")
    }
    var found: [String] = []
    for (number, declaration, payload, month) in try declarations(of: merenland.ledger) {
      let judgement = try #require(payload.judgement)
      let answer = DeclarationAnswer(
        to: declaration, judgement, identification: number, date: CalendarDate(iso: "2026-05-12")!)
      let codes = answer.codes.map(\.rawValue).joined(separator: " ")
      let inner = answer.declaration?.codes.map(\.rawValue).joined(separator: " ") ?? "-"
      let granted = answer.declaration?.granted.signed.cents ?? 0
      found.append(
        "\(month) \(declaration.header.identification) \(declaration.header.provider) "
          + "\(declaration.header.municipality) \(codes) \(inner) \(declaration.total.signed.cents) \(granted)")
    }
    #expect(expected.count == 59)
    #expect(found.sorted() == expected.sorted())
  }

  @Test func `every start and stop gets the verdict and codes of the hand-written table`() throws {
    let merenland = try Merenland.settled()
    defer { merenland.remove() }
    let expected = try expectedTable("expected-notices.csv").map { row in
      ["month", "message", "identification", "provider", "municipality", "product", "verdict", "codes"]
        .map { row[$0]! }.joined(separator: " ")
    }
    let reader = MessageReader()
    var found: [String] = []
    for name in try merenland.answers().keys.sorted() where name.hasPrefix("JW306") || name.hasPrefix("JW308") {
      let bytes = try #require(try merenland.answers()[name])
      guard case .returned(let answer) = reader.read(Array(bytes)).message else { continue }
      #expect(answer.codes.isEmpty)
      let month = answer.returnDate == Merenland.months[0].asOf ? "2026-03" : "2026-04"
      // An accepted answer has no products; the plan says how many there were.
      let header = answer.header
      let kind = try #require(header.kind.returnedKind)
      let head = "\(month) \(kind.rawValue) \(header.identification) \(header.provider) \(header.municipality)"
      let count = try expectedTable("plan/notices.csv").count {
        $0["month"] == month && $0["message"] == kind.rawValue && $0["provider"] == "\(header.provider)"
          && $0["identification"] == header.identification.string
      }
      for position in 0..<count {
        let codes = answer.content?.codes[.product(position)]?.map(\.rawValue).joined(separator: " ") ?? "-"
        found.append("\(head) \(position + 1) \(answer.accepts ? "accepted" : "refused") \(codes)")
      }
    }
    #expect(expected.count == 20)
    #expect(found.sorted() == expected.sorted())
  }

  @Test func `accepted totals are what plain SQL sums over the postings`() throws {
    let merenland = try Merenland.settled()
    defer { merenland.remove() }
    let database = try DatabaseQueue(path: merenland.ledgerPath)
    let sums = try database.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT CASE p.bookingMonth WHEN '2026-04' THEN '2026-03' ELSE '2026-04' END || ' ' || m.code || ' ' || r.code
            AS key, a.kind AS kind, SUM(p.amountCents) AS cents
          FROM posting p JOIN account a ON a.id = p.account JOIN municipality m ON m.id = a.municipality
          JOIN provider r ON r.id = a.provider GROUP BY key, kind
          """)
    }
    var costs: [String: Int64] = [:]
    var payables: [String: Int64] = [:]
    for row in sums {
      if row["kind"] == "care-cost" { costs[row["key"]] = row["cents"] } else { payables[row["key"]] = row["cents"] }
    }
    let rows = try expectedTable("expected-totals.csv").filter { $0["month"] != "all" && $0["provider"] != "all" }
    #expect(!rows.isEmpty)
    for row in rows {
      let key = "\(row["month"]!) \(row["municipality"]!) \(row["provider"]!)"
      let expected = Int64(row["accepted_cents"]!)!
      #expect((costs[key] ?? 0) == expected, "care costs of \(key)")
      #expect((payables[key] ?? 0) == -expected, "payables of \(key)")
    }
    #expect(costs.values.reduce(0, +) == 4_723_288 + 6_158_322)
  }

  /// Each declaration of a ledger with its number, payload and the name of its run.
  private func declarations(
    of ledger: Ledger
  ) throws -> [(Int64, DeclarationMessage, MessagePayload, String)] {
    let reader = MessageReader()
    var result: [(Int64, DeclarationMessage, MessagePayload, String)] = []
    let last = try #require(try ledger.lastEntry()).entry.number
    for number in 1...last {
      let stored = try #require(try ledger.entry(number))
      guard stored.entry.kind == .message,
        case .message(.declaration(let declaration)) = reader.read(try ledger.rawBytes(of: number)).result
      else { continue }
      let month = stored.entry.asOf.iso == "2026-04-10" ? "2026-03" : "2026-04"
      result.append((number, declaration, try ledger.payload(of: number), month))
    }
    return result
  }

  private func decidedLines(of ledger: Ledger) throws -> [DecidedLine] {
    var lines: [DecidedLine] = []
    for (_, declaration, payload, month) in try declarations(of: ledger) {
      var occurrences: [ExactText: Int] = [:]
      let codes = Dictionary(uniqueKeysWithValues: payload.lines.map { ($0.position, $0.codes.map(\.rawValue)) })
      for (position, line) in declaration.lines.enumerated() {
        occurrences[line.reference, default: 0] += 1
        let rejected = codes[position]
        let verdict =
          payload.outcome != .lines
          ? "refused" : rejected == ["0233"] ? "not-assessed" : rejected == nil ? "accepted" : "rejected"
        lines.append(
          DecidedLine(
            month: month, identification: declaration.header.identification.string, reference: line.reference.string,
            occurrence: occurrences[line.reference]!, verdict: verdict, codes: (rejected ?? []).sorted(),
            claimedCents: line.amount.signed.cents, grantedCents: verdict == "accepted" ? line.amount.signed.cents : 0))
      }
    }
    return lines
  }
}
