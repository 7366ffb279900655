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

    // The shell: files, schemas, databases and the command line around the core.

    // zstd from the system, for the stored messages.
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    // The journal, the register and the postings on disk.
    .target(
      name: "SaldoStore",
      dependencies: [
        "CZstd", "SaldoDomain", "SaldoLedger", "SaldoSettlement", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
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

    // Tests: one target per room.

    // A small region and a ledger of its months, for the tests of the store and of the reports.
    .target(
      name: "SaldoTestLedger", dependencies: ["SaldoDomain", "SaldoLedger", "SaldoSettlement", "SaldoStore"],
      path: "Tests/SaldoTestLedger", swiftSettings: settings),
    .testTarget(
      name: "SaldoStoreTests",
      dependencies: [
        "SaldoDomain", "SaldoLedger", "SaldoSettlement", "SaldoStore", "SaldoTestLedger",
        .product(name: "Crypto", package: "swift-crypto"), .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
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
