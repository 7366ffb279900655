import SaldoDomain
import SaldoTestSupport

/// A small region with three months of care, made by chance from a seed: what providers and municipalities of both
/// domains send each other, and what an independent count of it grants.
///
/// Clients, parties and numbers are the same in both domains on purpose: nothing of one domain may touch the other.
struct CareCourse {
  /// One allocation as it stands after all messages about it.
  struct Care {
    let domain: Domain
    let municipality: MunicipalityCode
    let provider: ProviderCode
    let bsn: Bsn
    /// The version that counts; nil when no version is in force.
    var current: AllocatedProduct?
  }

  /// The requests (315, 317).
  var requests: [Message] = []
  /// The allocations (301), by their moments of decision.
  var allocations: [Message] = []
  /// The answers of providers to allocations (302).
  var returns: [Message] = []
  /// The starts and stops (305, 307).
  var notices: [Message] = []
  /// The declarations of January, February and March 2025, in the order in which they are settled.
  var declarations: [[DeclarationMessage]] = []
  /// The lines that the plain count approves, by declaration in the same order; nil when it is refused as a whole.
  var expected: [[Set<Int>?]] = []
  /// The plain count after the last declaration.
  var books = PlainBooks()
  /// The care that can be declared.
  var care: [Care] = []
  /// The counters that give numbers: each starts again in every domain.
  var numbers: [String: Int] = [:]

  /// The days on which the three months are settled.
  static let asOf: [CalendarDate] = ["2025-02-10", "2025-03-10", "2025-04-10"]
  /// The last day on which an allocation is decided.
  static let lastDecision: CalendarDate = "2025-01-25"

  static let municipalities = ["0363", "0599", "0344"].map { MunicipalityCode($0)! }
  static let providers = ["00000101", "00000202"].map { ProviderCode($0)! }
  /// Numbers that are not handed out and pass the eleven-test.
  static let bsns: [Bsn] = (999_900_006...999_999_990).lazy.map { Bsn(number: $0) }.filter(\.passesElevenTest)
    .prefix(12).map(\.self)

  /// The care of a seed.
  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for domain in Domain.allCases {
      for bsn in Self.bsns.shuffled(using: &random).prefix(4) {
        let municipality = Self.municipalities.randomElement(using: &random)!
        for _ in 0..<Int.random(in: 1...2, using: &random) {
          allocate(to: bsn, in: domain, by: municipality, &random)
        }
      }
    }
    allocations.shuffle(using: &random)
    declare(&random)
  }

  /// Everything but the declarations.
  var beforeDeclarations: [Message] { requests + allocations + returns + notices }

  /// Every message.
  var all: [Message] { beforeDeclarations + declarations.joined().map { .declaration($0) } }

  /// The next number of a kind for a party in a domain.
  mutating func next(_ kind: String, _ domain: Domain, of party: String) -> Int {
    numbers["\(kind) \(domain) \(party)", default: 0] += 1
    return numbers["\(kind) \(domain) \(party)"]!
  }

  /// A header with the next identification of its sender.
  mutating func header(_ kind: MessageKind, like care: Care, on date: CalendarDate) -> MessageHeader {
    var header = MessageHeader.sample(
      kind, provider: care.provider, municipality: care.municipality, date: date)
    header.standard = Standard(domain: care.domain, release: .v3_2)
    let sender = header.isFromProvider ? care.provider.description : care.municipality.description
    header.identification = ExactText("\(kind.rawValue)\(next(kind.rawValue, care.domain, of: sender))")
    return header
  }
}

/// One chance in so many.
func chance(_ count: Int, _ random: inout SeededGenerator) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }
