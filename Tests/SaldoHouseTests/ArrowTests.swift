import Foundation
import Testing

/// The house: which room may use which. A wrong arrow in `Package.swift` fails here.
struct ArrowTests {
  /// The arrows that are allowed, by target: targets of ours, then products of others.
  private static let arrows: [String: (targets: Set<String>, products: Set<String>)] = [
    "SaldoDomain": ([], []),
    "SaldoRules": (["SaldoDomain"], []),
    "SaldoFunding": (["SaldoDomain"], []),
    "SaldoLedger": (["SaldoDomain"], []),
    "SaldoSettlement": (["SaldoDomain", "SaldoRules", "SaldoFunding", "SaldoLedger"], []),
    "SaldoMessages": (["SaldoDomain", "CLibXML2"], []),
    "SaldoRegion": (["SaldoDomain"], ["Yams", "SwiftCSV"]),
    "SaldoStore": (
      ["SaldoDomain", "SaldoFunding", "SaldoLedger", "SaldoSettlement", "CZstd"], ["GRDB", "GRDBSQLite", "Crypto"]
    ),
    "SaldoReports": (["SaldoDomain", "SaldoLedger", "SaldoStore", "CXlsxWriter"], ["Mustache"]),
    "SaldoRuns": (
      ["SaldoDomain", "SaldoLedger", "SaldoMessages", "SaldoRules", "SaldoSettlement", "SaldoStore", "CLibZip"], []
    ),
    "SaldoGenerator": (["SaldoDomain", "SaldoMessages"], []),
    "SaldoCommand": (
      [
        "CProcessSettings", "SaldoDomain", "SaldoGenerator", "SaldoLedger", "SaldoMessages", "SaldoRegion",
        "SaldoReports", "SaldoRuns", "SaldoSettlement", "SaldoStore",
      ], ["ArgumentParser"]
    ),
    "Saldo": (
      [
        "SaldoDomain", "SaldoRules", "SaldoFunding", "SaldoLedger", "SaldoSettlement", "SaldoMessages", "SaldoRegion",
      ], []
    ),
  ]

  private struct Description: Decodable {
    let targets: [Target]

    struct Target: Decodable {
      let name: String
      let type: String
      let path: String
      let targetDependencies: [String]?
      let productDependencies: [String]?

      private enum CodingKeys: String, CodingKey {
        case name, type, path
        case targetDependencies = "target_dependencies"
        case productDependencies = "product_dependencies"
      }
    }
  }

  private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// What the package manager says of the package.
  private static func describe() throws -> Description {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["swift", "package", "--ignore-lock", "describe", "--type", "json"]
    process.currentDirectoryURL = package
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode(Description.self, from: data)
  }

  @Test func `every arrow between rooms is allowed`() throws {
    let targets = try Self.describe().targets.filter { $0.path.hasPrefix("Sources/") && $0.type != "system-target" }
    #expect(Set(targets.map(\.name)) == Set(Self.arrows.keys))
    for target in targets {
      let allowed = try #require(Self.arrows[target.name])
      #expect(Set(target.targetDependencies ?? []) == allowed.targets, "targets of \(target.name)")
      #expect(Set(target.productDependencies ?? []) == allowed.products, "products of \(target.name)")
    }
  }

  @Test func `the core imports nothing but rooms of the core`() throws {
    let core = ["SaldoDomain", "SaldoRules", "SaldoFunding", "SaldoLedger", "SaldoSettlement"]
    for room in core {
      let folder = Self.package.appending(path: "Sources/\(room)").path
      let files = try #require(FileManager.default.enumerator(atPath: folder)?.allObjects as? [String])
      for file in files where file.hasSuffix(".swift") {
        let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
        let modules = text.matches(of: /(?m)^(?:@\w+\s+)?(?:public |internal |package |private )?import (\w+)/)
          .map { String($0.1) }
        #expect(modules.allSatisfy(core.contains), "\(room)/\(file) imports \(modules)")
      }
    }
  }

  @Test func `no floating point in the sources`() throws {
    let folder = Self.package.appending(path: "Sources").path
    let files = try #require(FileManager.default.enumerator(atPath: folder)?.allObjects as? [String])
    // A spreadsheet holds numbers as floating point; its writer is the one edge where that is so.
    for file in files where file.hasSuffix(".swift") && !file.contains("XLSX") {
      let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
      #expect(text.firstMatch(of: /\b(Double|Float|CGFloat)\b/) == nil, "\(file)")
    }
  }
}
