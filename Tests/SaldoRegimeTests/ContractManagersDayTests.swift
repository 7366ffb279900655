import Foundation
import SaldoDomain
import SaldoRegion
import Testing

/// A contract manager's day: each change of a contract is one edit of one table, and `saldo region` says it in words.
struct ContractManagersDayTests {
  /// A new folder as `saldo init --regime roosendaal` writes it.
  private struct Folder {
    let path = FileManager.default.temporaryDirectory.path + "/saldo-day-" + UUID().uuidString

    init() throws {
      try RegionTemplate.write(try #require(RegimeTemplate.files(of: "roosendaal", in: .dutch)), to: path)
    }

    /// Replaces one piece of a table, and reads the folder again.
    func edit(_ table: String, _ old: String, _ new: String) throws -> LoadedRegion {
      let url = URL(fileURLWithPath: "\(path)/\(table)")
      let text = try String(contentsOf: url, encoding: .utf8)
      let (before, after) = (Self.withLineEnds(old), Self.withLineEnds(new))
      try #require(text.components(separatedBy: before).count == 2, "\(table) has \(old) once")
      try text.replacingOccurrences(of: before, with: after).write(to: url, atomically: true, encoding: .utf8)
      return try RegionFolder.load(path)
    }

    /// With the line ends of the tables that `saldo init` writes.
    private static func withLineEnds(_ text: String) -> String {
      text.replacingOccurrences(of: "\n", with: "\r\n")
    }

    func words(_ region: LoadedRegion) -> [String] {
      RegionDescription(region).text(in: .dutch).split(separator: "\n").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }

    /// What an edit adds to the words of `saldo region`.
    func added(_ edit: (Folder) throws -> LoadedRegion) throws -> [String] {
      let before = Set(words(try RegionFolder.load(path)))
      return words(try edit(self)).filter { !before.contains($0) }
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
  }

  @Test func `a price is raised from 1 July`() throws {
    let folder = try Folder()
    defer { folder.remove() }
    let added = try folder.added {
      try $0.edit(
        "products.csv", "45;45H02;83;8000,00;total;2026-01-01;;ARR",
        "45;45H02;83;8000,00;total;2026-01-01;2026-06-30;ARR\n45;45H02;83;8240,00;total;2026-07-01;;ARR")
    }
    #expect(
      added == [
        "Prijzen (11)",
        "45H02, in totaal € 8.000,00, alle aanbieders, van 1 januari 2026 tot en met 30 juni 2026, "
          + "volgens overeenkomst ARR (Arrangementen 50/50)",
        "45H02, in totaal € 8.240,00, alle aanbieders, vanaf 1 juli 2026, volgens overeenkomst ARR (Arrangementen 50/50)",
      ])
  }

  @Test func `a provider is added`() throws {
    let folder = try Folder()
    defer { folder.remove() }
    let added = try folder.added {
      try $0.edit("providers.csv", "99101066;Koers Jeugd;", "99101066;Koers Jeugd;\n99101077;Jeugdkracht Rucphen;")
    }
    #expect(added == ["Aanbieders (7)", "99101077 Jeugdkracht Rucphen"])
  }

  @Test func `a product goes from halves to tranches for new cases`() throws {
    let folder = try Folder()
    defer { folder.remove() }
    var region: LoadedRegion?
    let added = try folder.added {
      let edited = try $0.edit(
        "products.csv", "45;45L02;83;3850,00;total;2026-01-01;;ARR",
        "45;45L02;83;3850,00;total;2026-01-01;2026-06-30;ARR\n45;45L02;83;640,00;month;2026-07-01;;TRA")
      region = edited
      return edited
    }
    #expect(
      added == [
        "Prijzen (11)",
        "45L02, in totaal € 3.850,00, alle aanbieders, van 1 januari 2026 tot en met 30 juni 2026, "
          + "volgens overeenkomst ARR (Arrangementen 50/50)",
        "45L02, per maand € 640,00, alle aanbieders, vanaf 1 juli 2026, volgens overeenkomst TRA (Maandelijkse tranches)",
      ])
    let catalogue = Catalogue(try #require(region).snapshot)
    let provider = try #require(ProviderCode("99101011"))
    let municipality = try #require(MunicipalityCode("1674"))
    let product = Product(category: ProductCategory(rawValue: "45"), code: "45L02")
    func agreement(from start: CalendarDate) -> String? {
      catalogue.terms(
        for: product, unit: .euro, provider: provider, municipality: municipality,
        delivery: CalendarDate(iso: "2026-09-01")!, start: start)?.agreement.key
    }
    #expect(agreement(from: CalendarDate(iso: "2026-06-30")!) == "ARR")
    #expect(agreement(from: CalendarDate(iso: "2026-07-01")!) == "TRA")
  }

  @Test func `a client's ceiling is raised`() throws {
    let folder = try Folder()
    defer { folder.remove() }
    let added = try folder.added {
      let row =
        "1709;999900122;2026-01-01;2026-04-01;2026-04-07;15000,00;20000,00;gemeente Moerdijk;verblijf duurt langer"
      return try $0.edit(
        "ceiling_raises.csv", row,
        row + "\n1709;999900122;2026-01-01;2026-07-01;2026-06-24;20000,00;48000,00;gemeente Moerdijk;nieuwe woonplek")
    }
    #expect(
      added == [
        "plafonds per cliënt: 2 ophogingen, 0 afhandelingen",
        "plafond van een cliënt van Moerdijk: van € 20.000,00 naar € 48.000,00 vanaf 1 juli 2026, "
          + "bekend op 24 juni 2026",
      ])
  }
}
