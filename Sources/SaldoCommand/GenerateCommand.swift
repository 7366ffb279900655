import ArgumentParser
import SaldoDomain
import SaldoGenerator

/// `saldo generate`: writes an invented region with its allocations and declarations, to measure with.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Verzint een regio met toewijzingen en maanden declaraties, om mee te meten.")

  @OptionGroup var options: CommonOptions

  @Option(name: .customLong("out"), help: "De map die wordt gemaakt; zij mag nog niets bevatten.")
  var output: String

  @Option(help: "Het aantal gedeclareerde regels, over alle maanden samen.")
  var lines: Int

  @Option(help: "Het aantal aanbieders; volgt anders uit het aantal regels.")
  var providers: Int?

  @Option(help: "Het aantal gemeenten; volgt anders uit het aantal regels.")
  var municipalities: Int?

  @Option(help: "Het aantal maanden, tot en met december 2025; volgt anders uit het aantal regels.")
  var months: Int?

  @Option(help: "Het getal waaruit alles volgt: dezelfde opties geven dezelfde bytes.")
  var seed: UInt64 = 1

  @Option(
    name: .customLong("fault-rate"),
    help: ArgumentHelp(
      "Het percentage nieuwe regels dat fout is, met hoogstens vier decimalen.", valueName: "percent"))
  var faultRate = FaultRate(perMillion: 13_000)

  func run() throws {
    let asked = GeneratorOptions(
      lines: lines, providers: providers, municipalities: municipalities, months: months, seed: seed,
      faultsPerMillion: faultRate.perMillion)
    let summary: GeneratedFolder.Summary
    do {
      summary = try GeneratedFolder(path: output).write(
        Generator(asked),
        progress: Terminal.progress(Bilingual(nl: "Schrijven", en: "Writing").text(in: options.language)))
    } catch {
      throw GeneratedFolderError(path: output, reason: error)
    }
    try Terminal.print(text(of: summary))
  }

  /// What was written, and how to settle it.
  private func text(of summary: GeneratedFolder.Summary) -> String {
    let language = options.language
    let allocations = Counted.allocations(summary.allocations).text(in: language)
    let declarations = Counted.declarations(summary.declarations).text(in: language)
    let lines = Counted.lines(summary.lines).text(in: language)
    let faults = HumanText.number(Int64(summary.faults), in: language)
    let claimed = HumanText.euros(summary.claimed, in: language)
    let granted = HumanText.euros(summary.granted, in: language)
    func quoted(_ suffix: String) -> String {
      let path = output + suffix
      return path.allSatisfy { $0.isLetter || $0.isNumber || "/._-".contains($0) } ? path : "'\(path)'"
    }
    let command =
      "saldo settle \(quoted("/inbox")) --region \(quoted("/region")) --ledger \(quoted(".saldo")) --out \(quoted("-uit"))"
      + " --as-of \(GeneratorOptions.asOf)"
    return Bilingual(
      nl: """
        \(allocations) en \(declarations) met \(lines), waarvan \(faults) fout.
        Ingediend \(claimed), waarvan toe te kennen \(granted).
        \(command)
        """,
      en: """
        \(allocations) and \(declarations) with \(lines), of which \(faults) wrong.
        Claimed \(claimed), of which to be granted \(granted).
        \(command)
        """
    ).text(in: language)
  }
}

/// A percentage of lines that are wrong.
struct FaultRate: ExpressibleByArgument {
  /// Lines of a million.
  let perMillion: Int

  init(perMillion: Int) { self.perMillion = perMillion }

  /// A percentage such as `1.3`, `1,3` or `1.3%`, with at most four decimals.
  init?(argument: String) {
    let text = argument.hasSuffix("%") ? argument.dropLast() : argument[...]
    let parts = text.split(omittingEmptySubsequences: false, whereSeparator: { ".,".contains($0) })
    guard (1...2).contains(parts.count), let whole = Self.digits(parts[0], upTo: 3) else { return nil }
    guard parts.count == 2 else {
      perMillion = whole * 10_000
      return
    }
    guard let fraction = Self.digits(parts[1], upTo: 4) else { return nil }
    perMillion = whole * 10_000 + fraction * [1000, 100, 10, 1][parts[1].count - 1]
  }

  /// The text that the help shows.
  var defaultValueDescription: String { "1.3" }

  private static func digits(_ text: Substring, upTo count: Int) -> Int? {
    guard (1...count).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}

/// A region that cannot be generated, with the path by which it was named.
struct GeneratedFolderError: Error {
  let path: String
  let reason: GeneratorError

  /// What is wrong, and what is possible.
  func text(in language: Language) -> String { words.text(in: language) }

  private var words: Bilingual {
    switch reason {
    case .outOfRange(let option, let range):
      guard option != "--fault-rate" else {
        return Bilingual(nl: "--fault-rate: verwacht: 0 tot en met 100.", en: "--fault-rate: expected: 0 up to 100.")
      }
      return Bilingual(
        nl: "\(option): verwacht: \(range.lowerBound) tot en met \(range.upperBound).",
        en: "\(option): expected: \(range.lowerBound) up to and including \(range.upperBound).")
    case .tooManyLinesPerProvider:
      return Bilingual(
        nl: """
          Er zijn te weinig burgerservicenummers om te testen voor zo veel regels in een maand van een aanbieder; vraag \
          meer maanden, gemeenten of aanbieders.
          """,
        en: """
          There are too few citizen service numbers for tests for so many lines of a provider in a month; ask for more \
          months, municipalities or providers.
          """)
    case .folderNotEmpty:
      return Bilingual(
        nl: "\(path): is niet leeg, of kan niet worden gemaakt.", en: "\(path): is not empty, or cannot be made.")
    case .notWritten:
      return Bilingual(nl: "\(path): kan niet worden geschreven.", en: "\(path): cannot be written.")
    }
  }
}
