import SaldoDomain

/// The rules of the register that a message must have cases for, written by hand from the rule report.
///
/// All levels of 301, 305, 307, 323 and 325; levels 1 and 2 of 315, 317 and 319. Source: iStandaarden 3.2, TR, CD, CS.
enum RequiredRules {
  static let kinds: [MessageKind] = [
    .allocation, .start, .stop, .allocationRequest, .changeRequest, .requestAnswer, .declaration, .declarationAnswer,
  ]

  /// The codes for a message in a domain, in order.
  static func codes(_ kind: MessageKind, _ domain: Domain) -> [String] {
    (all[kind, default: []] + (domain == .jw ? onlyYouthCare[kind, default: []] : [])).sorted()
  }

  /// The codes that the schemas judge (level 1).
  static let ofSchemas: Set<String> = ["CS015", "CS025", "CS319"]

  /// The messages that have cases of levels 1 and 2 only.
  static let upToLevelTwo: Set<MessageKind> = [.allocationRequest, .changeRequest, .requestAnswer]

  private static let all: [MessageKind: [String]] = [
    .allocation: words(
      """
      CS015 CS025 CD005 CD007 CD009 CD025 CD034 CD041 CD075 CD076 CD077 CD078 CD079 CD080 CS002 CS003 CS050 CS089 CS139
      CS335 CS336 CS338 TR002 TR006 TR061 TR101 TR134 TR302 TR056 TR332 TR379 TR385 TR135 TR378 TR381
      """),
    .start: words(
      """
      CS015 CS025 CS002 CS058 CS139 TR002 TR101 TR134 TR019 TR056 TR063 TR071 TR074 TR326 TR135 TR378 TR381
      """),
    .stop: words(
      """
      CS015 CS025 CS002 CS058 CS139 TR002 TR018 TR101 TR134 TR019 TR056 TR063 TR074 TR382 TR413 TR414 TR415 TR135 TR378
      TR381
      """),
    .allocationRequest: words(
      """
      CS015 CS025 CD041 CD043 CD066 CD067 CD068 CD075 CD076 CD077 CD078 CD079 CD095 CS002 CS003 CS139 CS343 TR002 TR101
      TR134 TR383 TR386
      """),
    .changeRequest: words(
      """
      CS015 CS025 CD041 CD075 CD076 CD077 CD078 CD079 CD096 CS002 CS003 CS338 TR101 TR352 TR353 TR380 TR410
      """),
    .requestAnswer: words("CS015 CS025 CD085 CD086"),
    .declaration: words(
      """
      CS015 CS025 CS319 CD060 CD087 CS002 CS100 CS325 CS337 CS339 CS340 TR101 TR134 TR137 TR315 TR316 TR335 TR358 TR416
      TR056 TR304 TR307 TR308 TR314 TR318 TR319 TR321 TR322 TR323 TR333 TR338 TR339 TR340 TR341 TR369 TR384 TR387 TR388
      TR389 TR390 TR418 TR135 TR346 TR378 TR381
      """),
    .declarationAnswer: words(
      """
      CS015 CS025 CD060 CS002 CS325 TR101 TR134 TR137 TR342 TR056 TR304 TR337 TR366 TR367 TR371 TR376 TR135 TR378
      """),
  ]

  private static let onlyYouthCare: [MessageKind: [String]] = [
    .allocation: ["CS318"], .requestAnswer: ["TR377", "TR409"],
  ]

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
