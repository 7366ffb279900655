import Foundation
import Testing

/// Region folders that cannot be used: where, what was found, what was expected; and nothing is booked.
struct BrokenRegionTests {
  /// A change to a copy of the sample's region, and what people must read after the path of the folder.
  struct Change: Sendable, CustomTestStringConvertible {
    let name: String
    let expected: [String]
    let make: @Sendable (Scratch) throws -> Void
    var testDescription: String { name }
  }

  static let changes =
    ["region.yaml", "municipalities.csv", "providers.csv", "agreements.csv", "products.csv"].map { table in
      Change(name: "\(table) is missing", expected: ["/\(table): het bestand ontbreekt; verwacht: "]) { scratch in
        try FileManager.default.removeItem(atPath: scratch.path("regio/" + table))
      }
    } + [
      Change(
        name: "the folder does not exist", expected: [": de map bestaat niet; verwacht: een map met region.yaml"]
      ) {
        try FileManager.default.removeItem(atPath: $0.path("regio"))
      },
      Change(name: "the folder is a file", expected: [": dit is geen map; verwacht: een map met region.yaml"]) {
        try FileManager.default.removeItem(atPath: $0.path("regio"))
        try $0.write("x", to: "regio")
      },
      Change(
        name: "a price with three decimals",
        expected: [
          "/products.csv:3, kolom price: \"83,505\" is geen ", "; verwacht: euro's met hoogstens twee decimalen",
        ]
      ) {
        let table = try $0.text("regio/products.csv")
        try $0.write(table.replacing(";83,50;;;;", with: ";83,505;;;;"), to: "regio/products.csv")
      },
      Change(name: "a table that is not UTF-8", expected: ["/products.csv", "UTF-8"]) {
        try $0.write(Data(try $0.text("regio/products.csv").utf8) + [0xE9, 0x0A], to: "regio/products.csv")
      },
      Change(name: "a YAML file that is none", expected: ["/region.yaml"]) {
        try $0.write("name: [", to: "regio/region.yaml")
      },
    ]

  @Test(arguments: changes)
  func `a broken region names file, place and what was expected`(change: Change) throws {
    let scratch = try Scratch()
    try Merenland.settled.get().copyLedger(to: scratch)
    try scratch.copy(Merenland.region, to: "regio")
    try change.make(scratch)
    let before = scratch.files()
    let region = scratch.path("regio")
    let runs = [
      ["region", region],
      ["check", Merenland.goodDeclaration, "--region", region],
      ["settle", Merenland.goodDeclaration, "--region", region, "--ledger", scratch.path("ledger.saldo"), "--out"]
        + [scratch.path("uit")],
      ["settle", Merenland.goodDeclaration, "--region", region, "--ledger", scratch.path("nieuw.saldo"), "--out"]
        + [scratch.path("uit")],
    ]
    for run in runs {
      let outcome = try SaldoProcess.run(run)
      #expect(outcome.status == 2)
      #expect(outcome.stdout == "")
      #expect(outcome.stderr.hasPrefix(region))
      #expect(outcome.complaints.allSatisfy { $0.hasPrefix(region) })
      for part in change.expected { #expect(outcome.stderr.contains(part), "\(outcome.stderr)") }
    }
    #expect(scratch.files() == before)
  }

  @Test func `saldo region tells what the sample holds`() throws {
    let outcome = try SaldoProcess.run(["region", Merenland.region])
    #expect(outcome.status == 0)
    #expect(outcome.stderr == "")
    for words in [
      "Gemeenten (3)", "0088 Merendam", "0093 Plashaven", "0096 Rietveen", "Aanbieders (6)", "99100011",
      "€ 83,50", "1 april 2026",
    ] {
      #expect(outcome.stdout.contains(words), "\(words)")
    }
  }
}
