import ArgumentParser
import Foundation

/// The entry of the program: parses the arguments, runs a command, and maps every way to end to an exit code.
///
/// The codes are a contract: 0 and 1 say what a command found, 2 stands for wrong use and unreadable input.
@main
enum Main {
  static func main() {
    ProcessSettings.apply()
    do {
      var command = try SaldoCommand.parseAsRoot()
      try command.run()
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch {
      end(with: error)
    }
  }

  private static func end(with error: any Error) -> Never {
    let language = CommonOptions.languageOfArguments
    switch SaldoCommand.exitCode(for: error) {
    case .success:
      let isWritten = (try? Terminal.print(SaldoCommand.fullMessage(for: error))) != nil
      exit(isWritten ? 0 : 2)
    case .validationFailure:
      Terminal.complain(SaldoCommand.fullMessage(for: error))
    default:
      Terminal.complain(ErrorText.text(of: error, in: language) ?? ErrorText.unexpected(error, in: language))
    }
    exit(2)
  }
}

/// The command `saldo` with its subcommands.
struct SaldoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "saldo",
    abstract: "Handelt declaraties van jeugdhulp en Wmo af: controleren, boeken, beantwoorden, verantwoorden.",
    discussion: """
      Settles declarations of Dutch youth care and social support (iStandaarden iJw and iWmo).
      Texts are Dutch; --lang en, after the subcommand, gives English.
      Een eerste maand: saldo init regio, dan saldo settle regio/inbox --region regio --ledger grootboek.saldo --out uit
      """,
    version: "0.1.0",
    subcommands: [
      CheckCommand.self, SettleCommand.self, ReportCommand.self, CloseCommand.self, ReplayCommand.self,
      VerifyCommand.self,
      InitCommand.self, RegionCommand.self, GenerateCommand.self, RulesCommand.self,
    ])
}
