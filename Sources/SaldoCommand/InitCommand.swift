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

  func run() throws {
    do {
      try RegionTemplate.write(to: directory)
    } catch {
      throw TemplateFolderError(path: directory, reason: error)
    }
    try Terminal.print(
      Bilingual(
        nl: "\(directory) is klaar; lees \(directory)/README.md voor de eerste stappen.",
        en: "\(directory) is ready; read \(directory)/README.md for the first steps."
      ).text(in: options.language))
  }
}
