import SaldoDomain

@testable import SaldoRegion

/// A region folder in memory, which a test changes in one place.
struct SampleFolder {
  var files: [String: [UInt8]]
  var others: [String] = []

  /// The folder with every feature.
  static let full = SampleFolder(texts: [
    "region.yaml": """
    # A comment.
    name: Regio Voorbeeld
    settings:
      payment_term_days: 21
      payer: region
    """,
    "municipalities.csv": """
    code;name;valid_from;valid_until
    0384;Diemen;;
    0394;Haarlemmermeer;2019-01-01;
    9001;Verzonnen;;2026-12-31
    """,
    "providers.csv": """
    agb;name
    42420001;De Vuurtoren
    01234567;"Jeugdhulp; \"\"Het Anker\"\"\"
    """,
    "agreements.csv": """
    agreement;name;model;tariff_date;partial_month;ledger_account;cost_centre
    amb;Ambulant;unit-price;start;;4710;JEUGD
    out;Verblijf;fixed-price;;pro-rata-days;;
    """,
    "products.csv": """
    category;code;unit;price;price_unit;provider;municipality;valid_from;valid_until;agreement
    # 2026
    45;45A48;04;83,50;;;;2026-01-01;2026-12-31;amb
    45;45A48;04;85.75;04;*;*;01-01-2027;31-12-2027;amb

    45;45A48;04;90;;42420001;0384;2026-01-01;;amb
    45;45A49;01;87,3;04;;;2026-01-01;;amb
    45;45A50;01;1,46;;;;2026-01-01;;amb
    41;41A11;16;75,00;16;;0384;2026-01-01;2028-02-29;amb
    44;44A09;83;3820,00;month;01234567;;2026-01-01;;out
    44;44A10;83;300,00;week;;;2026-01-01;;out
    44;44A11;83;9750,00;total;;;2026-01-01;;out
    50;50X01;82;250,00;;;;2026-01-01;;out
    54;54A01;84;12,00;84;;9001;2026-01-01;2026-06-30;amb
    43;43A01;14;310,00;;;;2026-01-01;;amb
    """,
    "client_ceilings.csv": """
    municipality;bsn;from;until;ceiling;set_by
    0384;999900006;2026-01-15;2026-12-31;40000,00;referrer
    0384;999900018;01-01-2026;30-06-2026;12500;municipality
    0384;999900018;2026-07-01;2026-12-31;12500,5;municipality
    0394;999900006;2026-01-01;2026-12-31;1000,00;provider
    """,
  ])

  init(texts: [String: String]) { files = texts.mapValues { Array($0.utf8) } }

  subscript(file: String) -> String {
    get { String(decoding: files[file] ?? [], as: UTF8.self) }
    set { files[file] = Array(newValue.utf8) }
  }

  /// The folder with a file replaced.
  func with(_ file: String, _ text: String) -> SampleFolder {
    var copy = self
    copy[file] = text
    return copy
  }

  /// The folder with a row in place of the row with this number.
  func with(_ file: String, row: Int, _ text: String) -> SampleFolder {
    var lines = self[file].split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines[row - 1] = text
    return with(file, lines.joined(separator: "\n"))
  }

  /// The folder without a file.
  func without(_ file: String) -> SampleFolder {
    var copy = self
    copy.files[file] = nil
    return copy
  }

  func load() throws(RegionLoadError) -> LoadedRegion {
    var input = RegionFiles(contents: files)
    input.others = others
    return try RegionFolder.load(input)
  }

  /// The problems of the folder in words; empty when it loads.
  func problems(in language: Language = .dutch) -> [String] {
    do throws(RegionLoadError) {
      _ = try load()
      return []
    } catch {
      return error.problems.map { $0.text(in: language) }
    }
  }

  /// The warnings of the folder in words; the problems when it does not load.
  func warnings(in language: Language = .dutch) -> [String] {
    do throws(RegionLoadError) {
      return try load().warnings.map { $0.text(in: language) }
    } catch {
      return error.problems.map { $0.text(in: language) }
    }
  }
}

/// A small folder without warnings, of which products can be replaced.
extension SampleFolder {
  static let small = SampleFolder(texts: [
    "region.yaml": "name: Klein\n",
    "municipalities.csv": "code;name\n0384;Diemen\n",
    "providers.csv": "agb;name\n42420001;De Vuurtoren\n",
    "agreements.csv": "agreement;name;model\namb;Ambulant;unit-price\nout;Verblijf;fixed-price\n",
    "products.csv": header + "45;45A48;04;83,50;;;;2026-01-01;;amb\n50;50A01;82;250,00;;;;2026-01-01;;out\n",
  ])

  static let header =
    "category;code;unit;price;price_unit;provider;municipality;valid_from;valid_until;agreement\n"

  /// The small folder with these rows of products; the first is row 2, and two sound rows follow that use all.
  static func products(_ rows: String...) -> SampleFolder {
    small.with(
      "products.csv",
      header + rows.joined(separator: "\n") + "\n55;55Z01;04;1;;;;2026-01-01;;amb\n55;55Z02;82;1;;;;2026-01-01;;out\n")
  }
}
