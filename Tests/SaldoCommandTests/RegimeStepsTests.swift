import Foundation
import SaldoDomain
import SaldoRegion
import Testing

/// `saldo init --regime`: a new folder that does what its explanation says.
struct RegimeStepsTests {
  @Test(arguments: RegimeTemplate.names, [Language.dutch, .english])
  func `the commands of the explanation work as they stand`(name: String, language: Language) throws {
    let scratch = try Scratch()
    let key = language == .dutch ? "nl" : "en"
    let written = try SaldoProcess.run(["init", "regio", "--regime", name, "--lang", key], in: scratch.folder)
    let file = language == .dutch ? "LEESMIJ.md" : "README.md"
    #expect(written.status == 0)
    #expect(written.stdout.contains(file))
    let text = try scratch.text("regio/\(file)")
    let commands = text.split(separator: "\n").filter { $0.hasPrefix("    saldo ") }
      .map { $0.split(separator: " ").dropFirst().map(String.init) }
    #expect(commands.contains(["region", "."]))
    #expect(commands.filter { $0.first == "settle" }.count >= 2)
    for command in commands {
      let outcome = try SaldoProcess.run(command, in: scratch.path("regio"))
      #expect(outcome.status == 0, "saldo \(command.joined(separator: " ")): \(outcome.stderr)")
    }
    let verified = try SaldoProcess.run(["verify", "--ledger", "grootboek.saldo"], in: scratch.path("regio"))
    #expect(verified.status == 0)
  }

  @Test func `an unknown regime is wrong use, and names those that there are`() throws {
    let scratch = try Scratch()
    for (language, words) in [("nl", "Er is geen voorbeeldregio"), ("en", "There is no sample region")] {
      let outcome = try SaldoProcess.run(
        ["init", scratch.path("regio"), "--regime", "rotterdam", "--lang", language])
      #expect(outcome.status == 2)
      #expect(outcome.stderr.contains(words) && outcome.stderr.contains("roosendaal"))
      #expect(!FileManager.default.fileExists(atPath: scratch.path("regio")))
    }
  }
}
