import ArgumentParser
import SaldoDomain
import SaldoRegion

/// `saldo init`: writes a new region folder that settles its own sample as it stands.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Maakt een nieuwe regiomap met uitleg en een voorbeeld dat meteen werkt.")

  @OptionGroup var options: CommonOptions

  @Argument(help: "De map die wordt gemaakt; zij mag nog niets bevatten.")
  var directory: String

  @Option(
    help: ArgumentHelp(
      "Een voorbeeldregio met een eigen manier van bekostigen: \(RegimeTemplate.names.joined(separator: ", ")).",
      valueName: "naam"))
  var regime: String?

  func validate() throws {
    guard !directory.isEmpty else {
      throw ValidationError(
        Bilingual(nl: "De naam van de map is leeg.", en: "The name of the folder is empty.").text(in: options.language))
    }
    guard let regime, !RegimeTemplate.names.contains(regime) else { return }
    let names = RegimeTemplate.names.joined(separator: ", ")
    throw ValidationError(
      Bilingual(
        nl: "Er is geen voorbeeldregio '\(regime)'; kies uit \(names).",
        en: "There is no sample region '\(regime)'; choose one of \(names)."
      ).text(in: options.language))
  }

  func run() throws {
    do {
      let files = regime.flatMap { RegimeTemplate.files(of: $0, in: options.language) } ?? RegionTemplate.files
      try RegionTemplate.write(files, to: directory)
    } catch {
      throw TemplateFolderError(path: directory, reason: error)
    }
    try Terminal.print(
      Bilingual(
        nl:
          "\(directory) is klaar; lees \(directory)/\(regime == nil ? "README" : "LEESMIJ").md voor de eerste stappen.",
        en: "\(directory) is ready; read \(directory)/README.md for the first steps."
      ).text(in: options.language))
  }
}
