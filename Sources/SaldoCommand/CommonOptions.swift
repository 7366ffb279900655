public import ArgumentParser
import Foundation
public import SaldoDomain

/// Options that every command takes.
struct CommonOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: "Taal van de teksten: nl of en.")
  var language: Language = .dutch

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Peildatum van check, settle en report, JJJJ-MM-DD; standaard vandaag, bij report de dag van de laatste journaalpost.",
      valueName: "date"))
  var givenAsOf: CalendarDate?

  /// The as-of date: as given, else today in the Netherlands. The only place that reads the clock.
  var asOf: CalendarDate {
    if let givenAsOf { return givenAsOf }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/Amsterdam") ?? .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: Date())
    return CalendarDate(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1)
      ?? CalendarDate(daysSince1970: 0)
  }

  /// The language that the arguments ask for, also when they cannot be parsed.
  static var languageOfArguments: Language {
    let arguments = CommandLine.arguments
    if arguments.contains("--lang=en") { return .english }
    guard let index = arguments.firstIndex(of: "--lang"), index + 1 < arguments.count else { return .dutch }
    return Language(rawValue: arguments[index + 1]) ?? .dutch
  }
}

extension Language: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
  /// The day written as `YYYY-MM-DD`.
  public init?(argument: String) { self.init(iso: argument) }
}

extension CalendarMonth: ExpressibleByArgument {
  /// The month written as `YYYY-MM`.
  public init?(argument: String) { self.init(iso: argument) }
}
