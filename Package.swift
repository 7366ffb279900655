// swift-tools-version: 6.2

import PackageDescription

/// Every target of ours is built with the same settings: Swift 6 mode, no implicit existentials, explicit imports,
/// and warnings as errors.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "Saldo",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Saldo", targets: ["Saldo"]),
    .executable(name: "saldo", targets: ["SaldoCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    // The core: values in, values out. No clock, no files, no database, no dependency outside this package.

    // Every value that two rooms share: dates, money, messages, contracts, decisions.
    .target(name: "SaldoDomain", swiftSettings: settings),
    // One file per rule of the standard, and the evaluator that runs them.
    .target(name: "SaldoRules", dependencies: ["SaldoDomain"], swiftSettings: settings),
    // One file per funding model; ceilings as counters.
    .target(name: "SaldoFunding", dependencies: ["SaldoDomain"], swiftSettings: settings),
    // Accounts, postings, journal entries, balances.
    .target(name: "SaldoLedger", dependencies: ["SaldoDomain"], swiftSettings: settings),
    // One month as a pure function: decide, value, post, answer.
    .target(
      name: "SaldoSettlement",
      dependencies: ["SaldoDomain", "SaldoRules", "SaldoFunding", "SaldoLedger"],
      swiftSettings: settings),

    // The shell: files, threads and libraries around the core.

    // libxml2 as installed on the system.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    // XML messages to values and back: schemas, decoder, encoder.
    .target(name: "SaldoMessages", dependencies: ["SaldoDomain", "CLibXML2"], swiftSettings: settings),
    // A region folder to values; its linter, its description in words, the folder that `saldo init` writes.
    .target(
      name: "SaldoRegion", dependencies: ["SaldoDomain", "Yams", .product(name: "SwiftCSV", package: "SwiftCSV")],
      swiftSettings: settings),
    // zstd as installed on the system, for the stored messages.
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
    // The journal, the register and the postings on disk.
    .target(
      name: "SaldoStore",
      dependencies: [
        "CZstd", "SaldoDomain", "SaldoFunding", "SaldoLedger", "SaldoSettlement",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    // libxlsxwriter from the system, for spreadsheets.
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    // Reports as values, then as JSON, CSV, HTML and XLSX.
    .target(
      name: "SaldoReports",
      dependencies: [
        "CXlsxWriter", "SaldoDomain", "SaldoLedger", "SaldoStore",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: settings),
    // libzip as installed on the system, for messages in ZIP files.
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    // Settle, check, replay: files around the core.
    .target(
      name: "SaldoRuns",
      dependencies: [
        "CLibZip", "SaldoDomain", "SaldoLedger", "SaldoMessages", "SaldoRules", "SaldoSettlement", "SaldoStore",
      ],
      swiftSettings: settings),
    // An invented region with its messages, to measure with: a plan from a seed, then values, then files.
    .target(name: "SaldoGenerator", dependencies: ["SaldoDomain", "SaldoMessages"], swiftSettings: settings),
    // What is set once for a program: in SQLite and the C library, as installed on the system.
    .systemLibrary(
      name: "CProcessSettings", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite3"])]),
    // The command line: parse arguments, call one run, print.
    .executableTarget(
      name: "SaldoCommand",
      dependencies: [
        "CProcessSettings", "SaldoDomain", "SaldoGenerator", "SaldoLedger", "SaldoMessages", "SaldoRegion",
        "SaldoReports", "SaldoRuns", "SaldoSettlement", "SaldoStore",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    // The stages of a settlement by themselves, for whoever makes them faster; see Benchmarks/README.md.
    .executableTarget(
      name: "saldo-bench",
      dependencies: [
        "SaldoDomain", "SaldoGenerator", "SaldoMessages", "SaldoRegion", "SaldoRules", "SaldoSettlement", "SaldoStore",
      ],
      path: "Benchmarks/Stages", swiftSettings: settings),
    // The library for software of providers: the core, messages and regions, without a database.
    .target(
      name: "Saldo",
      dependencies: [
        "SaldoDomain", "SaldoRules", "SaldoFunding", "SaldoLedger", "SaldoSettlement", "SaldoMessages", "SaldoRegion",
      ],
      swiftSettings: settings),

    // Tests: one target per room.

    // Builders of messages, allocations and contracts for every test target.
    .target(
      name: "SaldoTestSupport", dependencies: ["SaldoDomain"], path: "Tests/SaldoTestSupport",
      swiftSettings: settings),
    // The arrows between the rooms, as the package manager sees them.
    .testTarget(name: "SaldoHouseTests", swiftSettings: settings),
    // Each funding model against sums by hand, and against a slow model of its own.
    .testTarget(
      name: "SaldoFundingTests", dependencies: ["SaldoDomain", "SaldoFunding", "SaldoTestSupport"],
      swiftSettings: settings),
    // Dates, money, contracts.
    .testTarget(name: "SaldoDomainTests", dependencies: ["SaldoDomain", "SaldoTestSupport"], swiftSettings: settings),
    // Accept and reject tables, hostile input, golden answers.
    .testTarget(
      name: "SaldoMessagesTests", dependencies: ["SaldoDomain", "SaldoMessages", "SaldoTestSupport"],
      exclude: ["Fixtures"], swiftSettings: settings),
    // Each error of a region folder, the description in words, and the folder that `saldo init` writes.
    .testTarget(
      name: "SaldoRegionTests", dependencies: ["SaldoDomain", "SaldoRegion", "SaldoTestSupport"],
      swiftSettings: settings),
    // Each rule as a table, and the order of the evaluator.
    .testTarget(
      name: "SaldoRulesTests", dependencies: ["SaldoDomain", "SaldoRules", "SaldoTestSupport"],
      swiftSettings: settings),
    // One message decided, valued and posted; what falls due by date; the behaviours of the regimes.
    .testTarget(
      name: "SaldoSettlementTests",
      dependencies: ["SaldoDomain", "SaldoFunding", "SaldoLedger", "SaldoSettlement", "SaldoTestSupport"],
      swiftSettings: settings),
    // The program itself, run as people run it: exit codes, texts, broken input, kills, other places and time zones.
    .testTarget(
      name: "SaldoCommandTests",
      dependencies: [
        "SaldoCommand", "SaldoDomain", "SaldoMessages", "SaldoRegion", "SaldoTestSupport",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Golden"], swiftSettings: settings),
    // The sample settled, twice, shuffled, killed and replayed.
    .testTarget(
      name: "SaldoRunsTests",
      dependencies: [
        "SaldoDomain", "SaldoLedger", "SaldoMessages", "SaldoRegion", "SaldoReports", "SaldoRuns", "SaldoSettlement",
        "SaldoStore", "SaldoTestLedger", "SaldoTestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Fixtures"], swiftSettings: settings),
    // Generated regions: the same bytes for the same seed, valid, and judged as planned.
    .testTarget(
      name: "SaldoGeneratorTests",
      dependencies: [
        "SaldoDomain", "SaldoGenerator", "SaldoLedger", "SaldoMessages", "SaldoRegion", "SaldoRuns", "SaldoStore",
      ],
      swiftSettings: settings),
    // The sample regions of each regime against their hand-made tables.
    .testTarget(
      name: "SaldoRegimeTests",
      dependencies: [
        "SaldoDomain", "SaldoFunding", "SaldoLedger", "SaldoMessages", "SaldoRegion", "SaldoReports", "SaldoRuns",
        "SaldoSettlement", "SaldoStore", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    // The conformance cases, judged by check and settle; their coverage of the rules.
    .testTarget(
      name: "SaldoConformanceTests",
      dependencies: [
        "SaldoDomain", "SaldoLedger", "SaldoMessages", "SaldoRegion", "SaldoRules", "SaldoRuns", "SaldoStore",
      ],
      swiftSettings: settings),
    // A small region and a ledger of its months, for the tests of the store and of the reports.
    .target(
      name: "SaldoTestLedger", dependencies: ["SaldoDomain", "SaldoLedger", "SaldoSettlement", "SaldoStore"],
      path: "Tests/SaldoTestLedger", swiftSettings: settings),
    // The ledger file, its keys, and every way to tamper with it.
    .testTarget(
      name: "SaldoStoreTests",
      dependencies: [
        "SaldoDomain", "SaldoLedger", "SaldoSettlement", "SaldoStore", "SaldoTestLedger", "SaldoTestSupport",
        .product(name: "Crypto", package: "swift-crypto"), .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    // Report figures against hand calculations and plain SQL; golden pages.
    .testTarget(
      name: "SaldoReportsTests",
      dependencies: [
        "SaldoDomain", "SaldoLedger", "SaldoReports", "SaldoSettlement", "SaldoStore", "SaldoTestLedger",
        .product(name: "Crypto", package: "swift-crypto"), .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      exclude: ["Golden"], swiftSettings: settings),
  ]
)
