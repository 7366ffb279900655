import GRDB
import SaldoDomain
import Testing

@testable import SaldoStore

/// References that one search answers for are those that a search for each finds.
struct UsedReferencesTests {
  private static let used: [Int64: [ExactText]] = [
    1: ["", "A", "A1", "B", "B", "M-10", "M-9", "\u{E9}"], 2: ["0", "M-5", "Z"], 3: [],
  ]

  private func withReferences(of provider: Int64, _ work: (inout UsedReferences) throws -> Void) throws {
    try DatabaseQueue().write { database in
      try database.execute(sql: "CREATE TABLE line (provider INTEGER, reference TEXT)")
      try database.execute(sql: "CREATE INDEX lineByReference ON line (provider, reference)")
      for (provider, references) in Self.used {
        for reference in references {
          try database.execute(sql: "INSERT INTO line VALUES (?, ?)", arguments: [provider, reference.string])
        }
      }
      var references = try UsedReferences(of: provider, in: database)
      try work(&references)
    }
  }

  @Test(
    arguments: [
      ["", "0", "A", "A", "A0", "A1", "A2", "B", "C", "M-1", "M-10", "M-5", "M-9", "M-9 ", "Z", "\u{E9}", "\u{E9}1"],
      ["M-11", "M-12", "M-13"], ["a", "b", "\u{FF}"], ["\u{E9}"], ["e\u{301}"],
    ] as [[ExactText]])
  func `each provider has its own, whatever lies between`(sought: [ExactText]) throws {
    for provider: Int64 in [1, 2, 3] {
      try withReferences(of: provider) { references in
        let found = try sought.filter { try references.contains($0) }
        #expect(found == sought.filter(Self.used[provider]!.contains), "provider \(provider)")
      }
    }
  }
}
