import Foundation
public import SaldoDomain
import SaldoMessages

/// Writes an invented region to disk: the region folder and the messages of each month.
///
///     region/                                    the region folder
///     inbox/2025-12/301/0096/T17.xml             allocations of a month, by municipality
///     inbox/2025-12/323/D4.xml                   declarations of a month
public struct GeneratedFolder {
  private let path: String

  /// A folder; it is made, and may not hold anything yet.
  public init(path: String) { self.path = path }

  /// What was written.
  public struct Summary: Hashable, Sendable {
    /// The number of allocation messages.
    public var allocations = 0
    /// The number of declarations.
    public var declarations = 0
    /// The number of declared lines.
    public var lines = 0
    /// The number of lines that are wrong on purpose.
    public var faults = 0
    /// The sum of all lines, credits deducted.
    public var claimed = Euros.zero
    /// The sum of the lines that are not wrong, credits deducted: what a settlement grants.
    public var granted = Euros.zero

    /// Nothing yet.
    public init() {}

    /// Counts a message.
    public mutating func count(_ message: GeneratedMessage) {
      switch message {
      case .allocation: allocations += 1
      case .declaration(let declaration):
        declarations += 1
        lines += declaration.message.lines.count
        faults += declaration.faults.count
        for (position, line) in declaration.message.lines.enumerated() {
          claimed += line.amount.signed
          if declaration.faults[position] == nil { granted += line.amount.signed }
        }
      }
    }
  }

  /// Writes everything that a generator makes, one file at a time.
  ///
  /// - Parameter progress: Called after each declaration with the number of lines written and the total.
  /// - Throws: ``GeneratorError/folderNotEmpty``, ``GeneratorError/notWritten``.
  public func write(
    _ generator: Generator, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(GeneratorError) -> Summary {
    if let held = try? FileManager.default.contentsOfDirectory(atPath: path), !held.isEmpty { throw .folderNotEmpty }
    guard make(path) else { throw .folderNotEmpty }
    do {
      return try writeAll(generator, progress)
    } catch {
      throw .notWritten
    }
  }

  private func writeAll(_ generator: Generator, _ progress: (Int, Int) -> Void) throws -> Summary {
    for (name, text) in generator.regionFiles { try write(Array(text.utf8), "region", name) }
    var summary = Summary()
    let writer = MessageWriter()
    try generator.forEachMessage { message in
      switch message {
      case .allocation(let month, let allocation):
        try write(
          writer.encode(.allocation(allocation)), "inbox/\(month)/301/\(allocation.header.municipality)",
          "\(allocation.header.identification).xml")
      case .declaration(let declaration):
        try write(
          writer.encode(.declaration(declaration.message)), "inbox/\(declaration.month)/323",
          "\(declaration.message.header.identification).xml")
      }
      summary.count(message)
      if case .declaration = message { progress(summary.lines, generator.options.lines) }
    }
    return summary
  }

  private func write(_ bytes: [UInt8], _ folder: String, _ name: String) throws {
    guard make(path + "/" + folder) else { throw GeneratorError.notWritten }
    try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(folder)/\(name)"))
  }

  private func make(_ folder: String) -> Bool {
    (try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)) != nil
  }
}
