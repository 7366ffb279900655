import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRegion

struct ContractRuleTablesTests {
  private static let contractHeader = "provider;municipality;agreement;from;until;kind;started_before;bsn\n"
  private static let ruleHeader =
    "category;code;municipality;rule;value;unit;from;action;agreement;per;return_code\n"

  /// The small folder with these product rules; the first is row 2.
  private static func rules(_ rows: String...) -> SampleFolder {
    .small.with("product_rules.csv", ruleHeader + rows.joined(separator: "\n") + "\n")
  }

  private static let full = rules(
    "45;*;*;max-duration;12;months;2026-01-01;reject;amb;;9308",
    "45;45A48;0384;max-volume;3;04;2026-01-01;signal;;week;",
    "50;*;*;age-18;;;2026-01-01;reject;out;;", "45;*;*;wlz;;;2026-01-01;signal;;;",
    "45;*;*;submission-deadline;3;months;2026-01-01;signal;;;", "45;*;0384;age-18;;;2026-01-01;none;;;"
  )
  .with(
    "contracts.csv",
    contractHeader + "42420001;*;*;2024-01-01;2025-12-31;regular;;\n42420001;0384;amb;2026-01-01;;run-off;2026-01-01;\n"
      + "42420001;0384;amb;2026-02-01;2026-03-31;incidental;;999900006\n"
  )
  .with("rule_exceptions.csv", "municipality;allocation;rule;reason\n0384;1001;age-18;verlengde jeugdhulp\n")
  .with("wlz.csv", "bsn;from\n999900006;2026-05-01\n")

  @Test func `a folder with all of them loads without warnings`() throws {
    #expect(Self.full.problems() == [])
    #expect(Self.full.warnings() == [])
    let records = try Self.full.load().snapshot.contractRules
    let (provider, municipality) = (try #require(ProviderCode("42420001")), try #require(MunicipalityCode("0384")))
    let bsn = try #require(Bsn(digits: "999900006"))
    #expect(
      records.contracts == [
        ContractPeriod(provider: provider, period: OpenPeriod("2024-01-01", "2025-12-31")),
        ContractPeriod(
          provider: provider, municipality: municipality, agreement: "amb", period: OpenPeriod("2026-01-01"),
          kind: .runOff(startedBefore: "2026-01-01")),
        ContractPeriod(
          provider: provider, municipality: municipality, agreement: "amb",
          period: OpenPeriod("2026-02-01", "2026-03-31"), kind: .incidental(bsn)),
      ])
    let ambulant = ProductCategory(rawValue: "45")
    #expect(
      records.productRules == [
        ProductRule(
          category: ambulant, agreement: "amb", limit: .maxDuration(.init(12, .months)), from: "2026-01-01",
          action: .reject),
        ProductRule(
          category: ambulant, code: "45A48", municipality: municipality,
          limit: .maxVolume(AllocatedVolume(volume: 3, unit: .hour, frequency: .perWeek)), from: "2026-01-01"),
        ProductRule(
          category: ProductCategory(rawValue: "50"), agreement: "out", limit: .age18, from: "2026-01-01",
          action: .reject),
        ProductRule(category: ambulant, limit: .wlz, from: "2026-01-01"),
        ProductRule(category: ambulant, limit: .submissionDeadline(.init(3, .months)), from: "2026-01-01"),
        ProductRule(
          category: ambulant, municipality: municipality, limit: .age18, from: "2026-01-01", action: .none),
      ])
    #expect(
      records.exceptions == [
        RuleException(
          municipality: municipality, allocation: AllocationNumber(1001), rule: .age18, reason: "verlengde jeugdhulp")
      ])
    #expect(records.wlz == [WlzAccess(bsn: bsn, from: "2026-05-01")])
  }

  @Test func `saldo region tells them without naming a client`() throws {
    let text = RegionDescription(try Self.full.load()).text(in: .dutch)
    for line in [
      "incidenteel contract voor één cliënt, De Vuurtoren, gemeente Diemen",
      "uitloop van toewijzingen van voor 1 januari 2026, De Vuurtoren",
      "categorie 45, hoogstens 12 maanden, alle gemeenten, amb (Ambulant), voor toewijzingen vanaf 1 januari 2026, "
        + "afwijzen met 9308",
      "45A48, hoogstens 3 in eenheid 04 per week, gemeente Diemen", "te declareren binnen 3 maanden",
      "uitzondering op age-18 voor toewijzing 1001 van Diemen: verlengde jeugdhulp", "toegang tot de Wlz: 1 cliënt",
    ] {
      #expect(text.contains(line), "\(line) in \(text)")
    }
    #expect(!text.contains("999900006"))
  }

  // OP364: no link with 305 and 307. OP095: nothing that the sender cannot know. IV085: credits on technical grounds only.
  @Test(arguments: [
    ("start-notice", "OP364"), ("stop-notice", "OP364"), ("client-ceiling", "OP095"), ("other-providers", "OP095"),
    ("residence", "OP095"), ("credit-amount", "IV085"), ("spending-space", "geen retourcode is hierbij waar"),
  ])
  func `a rule that breaks the standard is refused with the reason`(rule: String, reason: String) {
    for action in ["reject", "signal"] {
      let problems = Self.rules("45;*;*;\(rule);;;2026-01-01;\(action);amb;;").problems()
      #expect(problems.count == 1, "\(problems)")
      #expect(problems.first?.hasPrefix("product_rules.csv:2, kolom rule: ") == true)
      #expect(problems.first?.contains(reason) == true, "\(problems)")
    }
  }

  @Test func `a rejection on the Wlz or on a late line is refused with the reason`() {
    #expect(
      Self.rules("45;*;*;wlz;;;2026-01-01;reject;amb;;").problems() == [
        "product_rules.csv:2, kolom action: de aanbieder weet niet of de Wlz geldt (OP095), dus dat kan alleen "
          + "signaleren; verwacht: signal of none"
      ])
    #expect(
      Self.rules("45;*;*;submission-deadline;3;months;2026-01-01;reject;amb;;").problems() == [
        "product_rules.csv:2, kolom action: geen retourcode is waar voor regel submission-deadline, dus die kan alleen "
          + "signaleren; verwacht: signal of none"
      ])
  }

  @Test(arguments: [
    ("max-duration;12;months", "9308"), ("age-18;;", "9308"), ("max-volume;9;04", "9322"),
  ])
  func `a rejection has the one code that is true of it`(rule: String, code: String) {
    func problems(_ returnCode: String) -> [String] {
      Self.rules("45;*;*;\(rule);2026-01-01;reject;amb;;\(returnCode)").problems()
    }
    #expect(problems(code) == [])
    #expect(problems("") == [])
    for other in ["9307", "9321", "S329", "8017", "0001"] {
      #expect(problems(other).count == 1)
      #expect(problems(other).first?.contains("is niet waar voor een regel die") == true)
      #expect(problems(other).first?.hasSuffix("verwacht: leeg of \(code)") == true)
    }
  }

  @Test(arguments: [
    (
      "45;*;*;max-duration;12;months;2026-01-01;reject;;;",
      "kolom agreement: afwijzen kan alleen onder een overeenkomst"
    ),
    (
      "45;*;*;max-duration;12;months;2026-01-01;reject;*;;",
      "kolom agreement: afwijzen kan alleen onder een overeenkomst"
    ),
    ("45;*;*;max-volume;9;04;2026-01-01;reject;amb;week;", "kolom per: een maximum per dag, week of maand past bij"),
    ("45;*;*;max-duration;12;months;2026-01-01;signal;;;9308", "kolom return_code: een signaal heeft geen retourcode"),
    ("45;*;*;max-duration;12;months;2026-01-01;signal;;week;", "kolom per: regel max-duration heeft hier geen waarde"),
    ("45;*;*;age-18;18;;2026-01-01;signal;;;", "kolom value: regel age-18 heeft hier geen waarde"),
    ("45;*;*;max-duration;12;weeks;2026-01-01;signal;;;", "kolom unit: \"weeks\" is hier geen keuze"),
    ("45;*;*;max-duration;0;days;2026-01-01;signal;;;", "kolom value: \"0\" past hier niet"),
    ("45;*;*;max-duration;;days;2026-01-01;signal;;;", "kolom value: de cel is leeg"),
    ("45;*;*;max-volume;9;uur;2026-01-01;signal;;;", "kolom unit: \"uur\" is geen eenheid"),
    ("45;*;*;min-duration;9;days;2026-01-01;signal;;;", "kolom rule: \"min-duration\" is hier geen keuze"),
    ("45;*;0394;age-18;;;2026-01-01;signal;;;", "kolom municipality: \"0394\" staat niet in municipalities.csv"),
    ("45;*;*;age-18;;;2026-01-01;signal;weg;;", "kolom agreement: \"weg\" staat niet in agreements.csv"),
  ])
  func `a mistake in a product rule`(row: String, expected: String) {
    let problems = Self.rules(row).problems()
    #expect(problems.count == 1 && problems[0].contains(expected), "\(problems)")
  }

  @Test(arguments: [
    ("42420002;*;*;2026-01-01;;regular;;", "kolom provider: \"…\" staat niet in providers.csv"),
    ("42420001;0394;*;2026-01-01;;regular;;", "kolom municipality: \"0394\" staat niet in municipalities.csv"),
    ("42420001;*;weg;2026-01-01;;regular;;", "kolom agreement: \"weg\" staat niet in agreements.csv"),
    ("42420001;*;*;2026-01-02;2026-01-01;regular;;", "kolom until: de laatste dag ligt voor de eerste"),
    ("42420001;*;*;2026-01-01;;run-off;;", "kolom started_before: de cel is leeg"),
    ("42420001;*;*;2026-01-01;;incidental;;", "kolom bsn: de cel is leeg"),
    ("42420001;*;*;2026-01-01;;incidental;;123456789", "kolom bsn: de cel is geen BSN"),
    ("42420001;*;*;2026-01-01;;regular;2026-01-01;", "kolom started_before: de cel hoort bij kind run-off"),
    ("42420001;*;*;2026-01-01;;run-off;2026-01-01;999900006", "kolom bsn: de cel hoort bij kind incidental"),
  ])
  func `a mistake in a contract`(row: String, expected: String) {
    let problems = SampleFolder.small.with("contracts.csv", Self.contractHeader + row + "\n").problems()
    #expect(problems.count == 1 && problems[0].contains(expected), "\(problems)")
    #expect(!problems.joined().contains("999900006"))
  }

  @Test(arguments: ["product_rules.csv", "rule_exceptions.csv", "wlz.csv"])
  func `a row that repeats another`(file: String) {
    let row = Self.full[file].split(separator: "\n")[1]
    let problems = Self.full.with(file, Self.full[file] + "\(row)\n").problems()
    #expect(problems.count == 1 && problems[0].contains("de rij herhaalt rij 2"), "\(problems)")
  }

  @Test func `access to the Wlz without a rule does nothing, and is told`() {
    let folder = SampleFolder.small.with("wlz.csv", "bsn;from\n999900006;2026-05-01\n")
    #expect(
      folder.warnings() == [
        "wlz.csv:2, kolom from: geen rij van product_rules.csv heeft regel wlz, dus deze tabel doet niets"
      ])
  }
}
