import Foundation
import SaldoDomain
import Testing

/// Runs the program `saldo` as people do: a process of its own, with arguments, an environment and standard input.
struct SaldoProcess {
  /// What a run came to.
  struct Outcome {
    /// The exit code, or the signal that ended the process when `wasKilled`.
    let status: Int32
    let wasKilled: Bool
    let stdout: String
    let stderr: String

    /// The lines of standard error.
    var complaints: [String] { stderr.split(separator: "\n").map(String.init) }
  }

  struct TimedOut: Error { let arguments: [String] }

  /// The program, as built beside the test bundle.
  static let executable: String? = {
    let starts =
      [Bundle.main.executablePath, Bundle.main.bundlePath, CommandLine.arguments.first].compactMap(\.self)
      + Bundle.allBundles.map(\.bundlePath)
    for start in starts {
      var folder = URL(fileURLWithPath: start).standardizedFileURL
      for _ in 0..<4 {
        folder.deleteLastPathComponent()
        let candidate = folder.appendingPathComponent("saldo").path
        if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
      }
    }
    return nil
  }()

  /// Runs the program to its end and gives what it wrote.
  ///
  /// A run that crashes, or that shows a citizen service number, is an issue of the test in any case.
  ///
  /// - Parameters:
  ///   - folder: The working directory.
  ///   - environment: Variables on top of those of the tests.
  ///   - output: Where standard output goes instead of into the outcome.
  ///   - seconds: How long it may take before it is killed and ``TimedOut`` is thrown.
  static func run(
    _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:], input: Data = Data(),
    output: String? = nil, within seconds: Double = 120, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Outcome {
    let started = try Started(arguments, in: folder, environment: environment, input: input, output: output)
    let outcome = try started.wait(within: seconds)
    let text = outcome.stdout + outcome.stderr
    #expect(!outcome.wasKilled, "the program crashed: \(outcome.stderr)", sourceLocation: sourceLocation)
    for trace in ["Fatal error", "Crash:", "Thread 0", ".swift:", "SaldoStore.", "SaldoRuns."] {
      #expect(!text.contains(trace), "the output shows \(trace): \(text)", sourceLocation: sourceLocation)
    }
    #expect(!CitizenNumberMask.contains(text), "the output shows a BSN", sourceLocation: sourceLocation)
    return outcome
  }

  /// Runs the program and kills it after a while, unless it ended before.
  static func run(_ arguments: [String], killedAfter seconds: Double) throws -> Outcome {
    let started = try start(arguments, in: nil, environment: [:], input: Data())
    Thread.sleep(forTimeInterval: seconds)  // The moment of the kill is what these tests are about.
    started.kill()
    return try started.wait(within: 60)
  }

  /// Starts the program without waiting for it.
  static func start(
    _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:], input: Data = Data()
  ) throws -> Started {
    try Started(arguments, in: folder, environment: environment, input: input, output: nil)
  }

  /// A process that was started. Its output goes into files, so that it never waits for a reader.
  final class Started {
    private let process = Process()
    private let ended = DispatchSemaphore(value: 0)
    private let scratch: Scratch
    private let arguments: [String]

    fileprivate init(
      _ arguments: [String], in folder: String?, environment: [String: String], input: Data, output: String?
    ) throws {
      let executable = try #require(SaldoProcess.executable, "saldo is not built beside the tests")
      scratch = try Scratch()
      self.arguments = arguments
      try scratch.write(input, to: "stdin")
      try scratch.write(Data(), to: "stdout")
      try scratch.write(Data(), to: "stderr")
      process.executableURL = URL(fileURLWithPath: executable)
      process.arguments = arguments
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
      process.currentDirectoryURL = folder.map { URL(fileURLWithPath: $0) }
      let input = try FileHandle(forReadingFrom: URL(fileURLWithPath: scratch.path("stdin")))
      let output = try FileHandle(forWritingTo: URL(fileURLWithPath: output ?? scratch.path("stdout")))
      let complaints = try FileHandle(forWritingTo: URL(fileURLWithPath: scratch.path("stderr")))
      // Foundation keeps the handles of an ended process, and crashes when a thousand of them are open.
      defer { for handle in [input, output, complaints] { try? handle.close() } }
      process.standardInput = input
      process.standardOutput = output
      process.standardError = complaints
      process.terminationHandler = { [ended] _ in ended.signal() }
      try process.run()
    }

    /// Sends SIGKILL when the process still runs.
    func kill() {
      if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
    }

    /// Waits for the end.
    func wait(within seconds: Double) throws -> Outcome {
      if ended.wait(timeout: .now() + seconds) == .timedOut {
        kill()
        throw TimedOut(arguments: arguments)
      }
      return Outcome(
        status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
        stdout: try scratch.text("stdout"), stderr: try scratch.text("stderr"))
    }
  }
}
