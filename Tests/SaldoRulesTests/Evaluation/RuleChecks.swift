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
    municipality: MunicipalityCode = Sample.municipality, repeatsReference: Bool = false,
    in context: RuleContext = .sample(), sourceLocation: SourceLocation = #_sourceLocation
  ) -> Verdict {
    let message = DeclarationMessage.sample(
      provider: provider, municipality: municipality, clients: [bsn], lines: [line])
    let subject = LineSubject(line: line, at: 0, of: message, repeatsReference: repeatsReference, in: context)
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

extension DeclarationFormRule {
  /// What the rule finds in a declaration; each finding has the facts that the metadata lists.
  func findings(
    in message: DeclarationMessage, sourceLocation: SourceLocation = #_sourceLocation
  ) -> [Finding] {
    var findings: [Finding] = []
    judge(message) { place, facts in
      expectListed(facts, by: metadata, sourceLocation: sourceLocation)
      findings.append(metadata.finding(at: place, facts: facts))
    }
    return findings
  }

  /// Where the rule points, without the classes that only group: `Client[1]/Prestatie[2]/ProductTarief`.
  func places(in message: DeclarationMessage, sourceLocation: SourceLocation = #_sourceLocation) -> [String] {
    findings(in: message, sourceLocation: sourceLocation).map { finding in
      var path = finding.place.path
      for group in ["/Bericht/Declaratie/", "Clienten/", "Prestaties/"] { path = path.replacing(group, with: "") }
      return path
    }
  }
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
    provider: ProviderCode = Sample.provider, region: RegionContracts? = .sample, known: WorkingSet = .sample,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Verdict {
    let kind: MessageKind = if case .start = notice { .start } else { .stop }
    let subject = NoticeSubject(
      notice, header: .sample(kind, provider: provider), bsn: bsn, deliveries: DeliveryHistory(after: earlier))
    let verdict = verdict(on: subject, in: .sample(region: region, known: known))
    if case .fail(let facts) = verdict { expectListed(facts, by: metadata, sourceLocation: sourceLocation) }
    return verdict
  }
}
