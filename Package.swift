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

    // Tests: one target per room.

    // Builders of values with sensible defaults, and a random generator with a seed.
    .target(
      name: "SaldoTestSupport", dependencies: ["SaldoDomain"], path: "Tests/SaldoTestSupport",
      swiftSettings: settings),
    .testTarget(
      name: "SaldoDomainTests", dependencies: ["SaldoDomain", "SaldoTestSupport"], swiftSettings: settings),
    .testTarget(
      name: "SaldoRulesTests", dependencies: ["SaldoDomain", "SaldoRules", "SaldoTestSupport"],
      swiftSettings: settings),
  ]
)
