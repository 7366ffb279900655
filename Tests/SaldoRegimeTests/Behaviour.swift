import Testing

/// A row of `expected/behaviours.csv`: a behaviour of a regime, and where it shows.
///
/// `where` and `expect` are conditions with ` & ` between them: `column=value`, `column~part of the value`, or
/// `column!=value`. Exactly one row of the table must fit `where` (in `accounts`, `charges` and `days` the cents of the rows
/// that fit are added up), and it must fit `expect`; the expectation `none` says that no row fits.
struct Behaviour: Sendable, CustomTestStringConvertible {
  let sample: RegimeSample
  let id: String
  let month: String
  let table: String
  let place: String
  let expected: String

  var testDescription: String { "\(id) \(sample.name) \(month) \(table) \(place)" }

  /// The behaviours of every sample.
  static let all: [Behaviour] = RegimeSample.all.flatMap { sample in
    ((try? sample.table("expected/behaviours.csv")) ?? []).map { row in
      Behaviour(
        sample: sample, id: row["id"] ?? "", month: row["month"] ?? "", table: row["table"] ?? "",
        place: row["where"] ?? "", expected: row["expect"] ?? "")
    }
  }

  /// Tables in which several rows may fit; their cents are added up.
  static let summed: Set = ["accounts", "charges", "days"]

  /// What is wrong, or nothing.
  func fault(in tables: [String: [[String: String]]]) -> String? {
    guard let rows = tables[table] else { return "there is no table \(table); there are \(tables.keys.sorted())" }
    let columns = Set(rows.flatMap(\.keys))
    for condition in Condition.all(in: place) + Condition.all(in: expected) where !rows.isEmpty {
      guard expected == "none" && condition.text == expected || columns.contains(condition.column) else {
        return "no column \(condition.column); there are \(columns.sorted())"
      }
    }
    let found = rows.filter { row in Condition.all(in: place).allSatisfy { $0.holds(in: row) } }
    if expected == "none" { return found.isEmpty ? nil : "rows: \(found)" }
    guard !found.isEmpty else { return "no row" }
    var row = found[0]
    if Self.summed.contains(table) {
      row["cents"] = "\(found.reduce(0) { $0 + (Int64($1["cents"] ?? "") ?? 0) })"
    } else if found.count > 1 {
      return "rows: \(found)"
    }
    let wrong = Condition.all(in: expected).filter { !$0.holds(in: row) }
    return wrong.isEmpty ? nil : "not \(wrong.map(\.text)): \(row)"
  }

  /// One condition on a row.
  private struct Condition {
    let text: String
    let column: String
    let sign: String
    let value: String

    static func all(in text: String) -> [Condition] {
      text.split(separator: " & ").map { part in
        let column = part.prefix { !"=~!".contains($0) }
        let rest = part.dropFirst(column.count)
        let sign = rest.hasPrefix("!=") ? "!=" : String(rest.prefix(1))
        return Condition(
          text: String(part), column: String(column), sign: sign, value: String(rest.dropFirst(sign.count)))
      }
    }

    func holds(in row: [String: String]) -> Bool {
      switch sign {
      case "=": row[column, default: ""] == value
      case "!=": row[column, default: ""] != value
      case "~": row[column, default: ""].contains(value)
      default: false
      }
    }
  }
}
