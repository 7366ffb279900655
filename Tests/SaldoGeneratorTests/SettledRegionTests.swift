import Foundation
import SaldoDomain
import SaldoGenerator
import SaldoLedger
import SaldoRegion
import SaldoRuns
import SaldoStore
import Testing

/// A generated region, written to disk and settled.
struct SettledRegionTests {
  @Test func `a region without faults is clean, and every line is granted`() throws {
    let settled = try Settled(GeneratorOptions(lines: 700, months: 4, faultsPerMillion: 0))
    #expect(settled.warnings == 0)
    #expect(settled.summary.lines == 700 && settled.summary.faults == 0)
    #expect(settled.rejected.isEmpty)
    #expect(settled.granted == settled.summary.granted)
    #expect(settled.summary.granted == settled.summary.claimed)
  }

  @Test func `exactly the lines that are wrong are rejected, with the code of their fault`() throws {
    let options = GeneratorOptions(lines: 700, months: 4, seed: 7, faultsPerMillion: 200_000)
    let settled = try Settled(options)
    var planned: [String: LineFault] = [:]
    for declaration in try Everything(options).declarations {
      for (position, fault) in declaration.faults {
        planned["\(declaration.message.header.identification) \(position)"] = fault
      }
    }
    #expect(planned.count == settled.summary.faults && planned.count > 60)
    #expect(Set(planned.values) == Set(LineFault.allCases))
    #expect(Set(settled.rejected.keys) == Set(planned.keys))
    for (place, fault) in planned {
      let codes = settled.rejected[place] ?? []
      #expect(!codes.isDisjoint(with: fault.codes), "\(fault) got \(codes)")
    }
    #expect(settled.granted == settled.summary.granted)
    #expect(settled.summary.granted < settled.summary.claimed)
  }

  @Test func `one line and ten lines settle too`() throws {
    for lines in [1, 10] {
      let settled = try Settled(GeneratorOptions(lines: lines, faultsPerMillion: 0))
      #expect(settled.rejected.isEmpty && settled.granted == settled.summary.claimed)
    }
  }

  @Test func `the same options give the same files, and another seed gives others`() throws {
    func files(_ seed: UInt64) throws -> [String: Data] {
      let folder = Folder()
      defer { folder.remove() }
      _ = try GeneratedFolder(path: folder.path).write(Generator(GeneratorOptions(lines: 60, seed: seed)))
      var files: [String: Data] = [:]
      for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
        files[name] = FileManager.default.contents(atPath: folder.path + "/" + name)
      }
      return files
    }
    let first = try files(1)
    #expect(first.keys.contains("region/region.yaml"))
    #expect(try files(1) == first)
    #expect(try files(2) != first)
  }

  @Test func `a folder that holds something is left alone`() throws {
    let folder = Folder()
    defer { folder.remove() }
    try FileManager.default.createDirectory(atPath: folder.path + "/kept", withIntermediateDirectories: true)
    #expect(throws: GeneratorError.folderNotEmpty) {
      try GeneratedFolder(path: folder.path).write(Generator(GeneratorOptions(lines: 1)))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["kept"])
  }
}

extension LineFault {
  /// The return codes that tell of the fault; a fixed price says more than is due with 9321 or 9322.
  fileprivate var codes: Set<String> {
    switch self {
    case .tariff: ["0611"]
    case .amount: ["9346", "9321", "9322"]
    case .volume: ["9321"]
    case .unknownAllocation: ["9338"]
    case .outsideAllocation: ["9307", "9308"]
    case .product: ["9340"]
    case .unit: ["9341"]
    }
  }
}

/// A folder for one test.
private struct Folder {
  let path = FileManager.default.temporaryDirectory.path + "/saldo-" + UUID().uuidString
  func remove() { try? FileManager.default.removeItem(atPath: path) }
}

/// What a settlement of a generated region came to.
private struct Settled {
  let warnings: Int
  let summary: GeneratedFolder.Summary
  /// The return codes of rejected lines, by the number of their declaration and their position.
  var rejected: [String: Set<String>] = [:]
  var granted = Euros.zero

  init(_ options: GeneratorOptions) throws {
    let folder = Folder()
    defer { folder.remove() }
    summary = try GeneratedFolder(path: folder.path).write(Generator(options))
    let region = try RegionFolder.load(folder.path + "/region")
    warnings = region.warnings.count
    let ledger = try Ledger()
    let reception = try Reception(try Inbox([folder.path + "/inbox"]).files, for: region.snapshot)
    #expect(reception.unusable.isEmpty)
    let run = try SettleRun(into: ledger, region: region.snapshot, asOf: GeneratorOptions.asOf, answers: nil)
    let result = try run.settle(reception)
    #expect(result.booked.count == reception.messages.count)
    for (number, received) in zip(result.booked, reception.messages) {
      guard case .declaration(let message) = received.message else { continue }
      let payload = try ledger.payload(of: number)
      #expect(payload.outcome == .lines)
      granted += Euros(cents: payload.grantedCents)
      for line in payload.lines {
        rejected["\(message.header.identification) \(line.position)"] = Set(line.codes.map(\.rawValue))
      }
    }
  }
}
