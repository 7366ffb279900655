import Foundation
import Testing

/// `saldo generate` as people run it.
struct GenerateTests {
  @Test func `a generated region settles with the command that is printed`() throws {
    let scratch = try Scratch()
    let made = try SaldoProcess.run(
      ["generate", "--out", "regio", "--lines", "12", "--fault-rate", "0", "--lang", "en"], in: scratch.folder)
    #expect(made.status == 0)
    #expect(made.stdout.contains("with 12 lines, of which 0 wrong."))
    let command = try #require(made.stdout.split(separator: "\n").last)
    let settled = try SaldoProcess.run(
      command.split(separator: " ").dropFirst().map(String.init) + ["--lang", "en"], in: scratch.folder)
    #expect(settled.status == 0)
    #expect(settled.stdout.contains("12 lines: 12 granted, 0 rejected."))
  }

  @Test func `texts are Dutch unless English is asked for`() throws {
    let scratch = try Scratch()
    let made = try SaldoProcess.run(["generate", "--out", scratch.path("een"), "--lines", "1", "--fault-rate", "0"])
    #expect(made.stdout.hasPrefix("1 toewijzing en 1 declaratie met 1 regel, waarvan 0 fout.\n"))
  }

  @Test(arguments: ["100", "100%", "100,0", "100.0000%"])
  func `a fault rate is a percentage`(rate: String) throws {
    let scratch = try Scratch()
    let made = try SaldoProcess.run(
      ["generate", "--out", scratch.path("een"), "--lines", "2", "--fault-rate", rate, "--lang", "en"])
    #expect(made.stdout.contains("with 2 lines, of which 2 wrong."))
  }

  @Test(arguments: [
    ["--lines", "0"], ["--lines", "1", "--months", "61"], ["--lines", "1", "--fault-rate", "100,0001"],
    ["--lines", "1", "--fault-rate", "1.23456"], ["--lines", "1", "--fault-rate", ""],
    ["--lines", "1", "--seed", "-1"],
    ["--lines", "120000", "--providers", "1", "--municipalities", "1", "--months", "1"],
  ])
  func `what cannot be asked for ends with exit code 2 and writes nothing`(arguments: [String]) throws {
    let scratch = try Scratch()
    let outcome = try SaldoProcess.run(["generate", "--out", scratch.path("een")] + arguments)
    #expect(outcome.status == 2)
    #expect(!outcome.stderr.isEmpty)
    #expect(!scratch.holds("een"))
  }

  @Test func `a folder that holds something is named and left alone`() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "vol/bestand")
    let outcome = try SaldoProcess.run(["generate", "--out", scratch.path("vol"), "--lines", "1", "--lang", "en"])
    #expect(outcome.status == 2)
    #expect(outcome.complaints == ["\(scratch.path("vol")): is not empty, or cannot be made."])
  }
}
