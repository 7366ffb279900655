import ArgumentParser
import SaldoDomain
import SaldoRegion

/// `saldo region`: checks a region folder and shows what was understood.
struct RegionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "region", abstract: "Controleert een regiomap en vertelt wat erin staat.")

  @OptionGroup var options: CommonOptions

  @Argument(help: "De regiomap.")
  var directory: String

  func run() throws {
    try Terminal.print(RegionDescription(try RegionFolderError.load(directory)).text(in: options.language))
  }
}
