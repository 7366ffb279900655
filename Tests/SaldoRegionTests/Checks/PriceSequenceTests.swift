import SaldoDomain
import Testing

@testable import SaldoRegion

struct PriceSequenceTests {
  private func row(
    _ from: String, _ until: String, unit: String = "04", provider: String = "", municipality: String = "",
    agreement: String = "amb"
  ) -> String { "45;45A48;\(unit);1;;\(provider);\(municipality);\(from);\(until);\(agreement)" }

  private let overlap =
    "de rij overlapt rij 2, met dezelfde categorie, code, eenheid, aanbieder en gemeente; verwacht: op elke dag "
    + "hoogstens één prijs"

  @Test func `rows that follow each other are fine, in any order`() {
    #expect(
      SampleFolder.products(
        row("2028-03-01", ""), row("2026-01-01", "2026-12-31"), row("2027-01-01", "2028-02-29")
      ).problems().isEmpty)
  }

  @Test(arguments: [("2026-12-01", ""), ("2026-01-01", "2026-12-31"), ("2020-01-01", ""), ("2025-01-01", "2026-01-31")])
  func `rows of one key that share a day are an error`(from: String, until: String) {
    #expect(
      SampleFolder.products(row("2026-01-01", "2026-12-31"), row(from, until)).problems() == [
        "products.csv:3, kolom valid_from: \(overlap)"
      ])
  }

  @Test func `agreements with another tariff date overlap as well`() {
    let folder = SampleFolder.products(row("2026-01-01", ""), row("2027-01-01", "", agreement: "old"))
      .with(
        "agreements.csv",
        "agreement;name;model;tariff_date\namb;A;unit-price;\nold;B;unit-price;start\nout;C;fixed-price;\n")
    #expect(folder.problems() == ["products.csv:3, kolom valid_from: \(overlap)"])
  }

  @Test func `each row under a long one is reported`() {
    #expect(
      SampleFolder.products(
        row("2026-01-01", ""), row("2026-02-01", "2026-02-28"), row("2027-01-01", "2027-12-31")
      ).problems() == [
        "products.csv:3, kolom valid_from: \(overlap)", "products.csv:4, kolom valid_from: \(overlap)",
      ])
  }

  @Test func `a short row does not hide the long one before it`() {
    #expect(
      SampleFolder.products(
        row("2026-01-01", "2027-12-31"), row("2026-02-01", "2026-02-28"), row("2027-01-01", "")
      ).problems() == [
        "products.csv:3, kolom valid_from: \(overlap)", "products.csv:4, kolom valid_from: \(overlap)",
      ])
  }

  @Test func `all and an asterisk are the same key`() {
    #expect(
      SampleFolder.products(row("2026-01-01", ""), row("2026-01-01", "", provider: "*", municipality: "*"))
        .problems() == ["products.csv:3, kolom valid_from: \(overlap)"])
  }

  @Test func `other keys may overlap`() {
    #expect(
      SampleFolder.products(
        row("2026-01-01", ""), row("2026-01-01", "", provider: "42420001"),
        row("2026-01-01", "", municipality: "0384"),
        row("2026-01-01", "", provider: "42420001", municipality: "0384"), row("2026-01-01", "", unit: "01")
      ).problems().isEmpty)
  }

  @Test func `a gap between rows of one key is an error`() {
    #expect(
      SampleFolder.products(row("2027-02-01", ""), row("2026-01-01", "2026-12-31")).problems() == [
        "products.csv:2, kolom valid_from: de prijs van rij 3 loopt tot en met 2026-12-31 en deze begint op "
          + "2027-02-01; verwacht: een prijs vanaf 2027-01-01, zonder gat ertussen"
      ])
  }

  @Test func `a row with a mistake is not reported as a gap too`() {
    let problems = SampleFolder.products(
      row("2026-01-01", "2026-12-31"), row("2027-01-01", "2027-12-30"), row("2028-01-01", "")
    ).problems()
    #expect(problems.count == 1)
  }

  @Test func `ceilings of other clients or municipalities may overlap`() {
    let header = "municipality;bsn;from;until;ceiling;set_by\n"
    let rows = ["0384;999900006", "0384;999900018", "0394;999900006"].map { $0 + ";2026-01-01;2026-12-31;1;referrer" }
    let folder = SampleFolder.small.with("municipalities.csv", "code;name\n0384;A\n0394;B\n")
      .with("client_ceilings.csv", header + rows.joined(separator: "\n"))
    #expect(folder.problems().isEmpty)
  }
}
