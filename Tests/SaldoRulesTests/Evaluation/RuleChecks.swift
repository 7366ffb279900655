import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

extension RuleContext {
  /// 10 March 2025, with the sample region and the sample allocation known.
  static func sample(
    asOf: CalendarDate = "2025-03-10", region: RegionContracts? = .sample, known: WorkingSet? = .sample,
    creditedNow: Set<LineID> = []
  ) -> RuleContext {
    var context = RuleContext(asOf: asOf, region: region, known: known)
    context.creditedNow = creditedNow
    return context
  }
}

/// Records an issue unless the facts are those that the rule's metadata lists, in its order, and give nothing away.
func expectListed(_ facts: Facts, by metadata: RuleMetadata, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(facts.entries.map(\.name) == metadata.facts, sourceLocation: sourceLocation)
  for entry in facts.entries {
    guard case .code(let code) = entry.fact else { continue }
    for bsn in [Sample.bsn, Sample.otherBsn] { #expect(!code.contains(bsn.digits), sourceLocation: sourceLocation) }
  }
}

extension LineRule {
  /// The verdict on one line of the sample client; a failure has the facts that the metadata lists.
  func judge(
    _ line: DeliveryLine = .sample(), bsn: Bsn = Sample.bsn, provider: ProviderCode = Sample.provider,
    municipality: MunicipalityCode = Sample.municipality, release: Release = .v3_2, repeatsReference: Bool = false,
    in context: RuleContext = .sample(), sourceLocation: SourceLocation = #_sourceLocation
  ) -> Verdict {
    var message = DeclarationMessage.sample(
      provider: provider, municipality: municipality, clients: [bsn], lines: [line])
    message.header.standard = .iJw(release)
    let subject = LineSubject(at: 0, of: message, repeatsReference: repeatsReference, in: context)
    let verdict = verdict(on: subject, in: context)
    if case .fail(let facts) = verdict { expectListed(facts, by: metadata, sourceLocation: sourceLocation) }
    return verdict
  }
}

extension HeaderRule {
  /// The verdict on a message; a failure has the facts that the metadata lists.
  func judge(
    _ message: Message, in context: RuleContext = .sample(), sourceLocation: SourceLocation = #_sourceLocation
  ) -> Verdict {
    let verdict = verdict(on: message, in: context)
    if case .fail(let facts) = verdict { expectListed(facts, by: metadata, sourceLocation: sourceLocation) }
    return verdict
  }
}

extension FormRule {
  /// What the rule finds in a message of its kind; each finding has the facts that the metadata lists.
  func findings(in message: Message, sourceLocation: SourceLocation = #_sourceLocation) -> [Finding] {
    #expect(metadata.kinds.contains(message.header.kind), sourceLocation: sourceLocation)
    var findings: [Finding] = []
    judge(message) { place, facts in
      expectListed(facts, by: metadata, sourceLocation: sourceLocation)
      findings.append(metadata.finding(at: place, facts: facts))
    }
    return findings
  }

  /// What the rule finds in a declaration; each finding has the facts that the metadata lists.
  func findings(
    in message: DeclarationMessage, sourceLocation: SourceLocation = #_sourceLocation
  ) -> [Finding] {
    findings(in: .declaration(message), sourceLocation: sourceLocation)
  }

  /// Where the rule points in a declaration, without the classes that only group:
  /// `Client[1]/Prestatie[2]/ProductTarief`.
  func places(in message: DeclarationMessage, sourceLocation: SourceLocation = #_sourceLocation) -> [String] {
    findings(in: message, sourceLocation: sourceLocation).map { finding in
      var path = finding.place.path
      for group in ["/Bericht/Declaratie/", "Clienten/", "Prestaties/"] { path = path.replacing(group, with: "") }
      return path
    }
  }
}

extension AnswerRule {
  /// What the rule finds in an answer beside a declaration; each finding has the facts that the metadata lists.
  func findings(
    in answer: DeclarationAnswer, to declaration: DeclarationMessage,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> [Finding] {
    var findings: [Finding] = []
    judge(answer, to: declaration) { place, facts in
      expectListed(facts, by: metadata, sourceLocation: sourceLocation)
      findings.append(metadata.finding(at: place, facts: facts))
    }
    return findings
  }
}

/// The rules of level 2 that a message breaks, each once, with the place of each finding: `CD005 Adres/LandCode`.
///
/// All rules are judged, so that a test sees what else a message breaks. The place is the path below the last class of
/// which there can be several, else below `Bericht`.
func broken(_ message: Message, sourceLocation: SourceLocation = #_sourceLocation) -> [String] {
  MessageEvaluator(.sample()).formFindings(message).map { finding in
    let metadata = RuleBook.metadata.first { $0.code == finding.rule }
    if let metadata { expectListed(finding.facts, by: metadata, sourceLocation: sourceLocation) }
    #expect(finding.returnCode == .technicallyRejected, sourceLocation: sourceLocation)
    let steps = finding.place.path.split(separator: "/").dropFirst()
    let last = steps.lastIndex { $0.hasSuffix("]") } ?? steps.startIndex - 1
    return "\(finding.rule) \(steps[(last + 1)...].joined(separator: "/"))"
  }
}

/// A message of each kind that allocates or asks for care, with one product on these terms; dated the day before.
///
/// A 317 occurs twice: the terms are those of a new product, or of an allocation that should change; the latter names
/// no product.
func careMessages(
  category: ProductCategory? = Sample.product.category, code: ProductCode? = Sample.product.code,
  validity: OpenPeriod = OpenPeriod("2025-01-13", "2025-06-30"),
  volume: AllocatedVolume? = AllocatedVolume(volume: 3, unit: .hour, frequency: .perWeek), budget: Int64? = nil
) -> (allocation: Message, request: Message, new: Message, changed: Message) {
  let date = validity.begin.adding(days: -1)
  let budget = budget.map { Euros(cents: $0) }
  return (
    .allocation(
      .sample(
        date: date,
        products: [
          .sample(
            category: category, code: code, decidedOn: date, validity: validity, volume: volume, budget: budget)
        ])),
    .allocationRequest(
      .sample(
        date: date,
        products: [.sample(category: category, code: code, validity: validity, volume: volume, budget: budget)])),
    .changeRequest(
      .sample(
        date: date, unchanged: [.init(allocation: AllocationNumber(1001))], changed: [],
        new: [.sample(category: category, code: code, validity: validity, volume: volume, budget: budget)])),
    .changeRequest(
      .sample(date: date, changed: [.sample(validity: validity, volume: volume, budget: budget)]))
  )
}

extension Verdict {
  /// Whether the rule does not hold.
  var fails: Bool {
    if case .fail = self { return true }
    return false
  }
}

extension NoticeRule {
  /// The verdict on one start or stop of the sample client after earlier ones; a failure has the facts that the
  /// metadata lists.
  func judge(
    _ notice: DeliveryNotice, after earlier: [DeliveryNotice] = [], bsn: Bsn = Sample.bsn,
    provider: ProviderCode = Sample.provider, release: Release = .v3_2, region: RegionContracts? = .sample,
    known: WorkingSet = .sample, sourceLocation: SourceLocation = #_sourceLocation
  ) -> Verdict {
    let kind: MessageKind = if case .start = notice { .start } else { .stop }
    var header = MessageHeader.sample(kind, provider: provider)
    header.standard = .iJw(release)
    let subject = NoticeSubject(notice, header: header, bsn: bsn, deliveries: DeliveryHistory(after: earlier))
    let verdict = verdict(on: subject, in: .sample(region: region, known: known))
    if case .fail(let facts) = verdict { expectListed(facts, by: metadata, sourceLocation: sourceLocation) }
    return verdict
  }
}
