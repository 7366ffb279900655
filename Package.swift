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

    // The rooms around the core: files in, files out.

    // A region folder to values: reader, linter, description, and the template of `saldo init`.
    .target(
      name: "SaldoRegion",
      dependencies: [
        "SaldoDomain",
        .product(name: "Yams", package: "Yams"),
        .product(name: "SwiftCSV", package: "SwiftCSV"),
      ],
      swiftSettings: settings),

    // Tests: one target per room.

    .testTarget(name: "SaldoRegionTests", dependencies: ["SaldoRegion", "SaldoDomain"], swiftSettings: settings),
  ]
)
