import SaldoDomain

/// No class occurs twice in a message: its key is unique among its neighbours under the same class.
///
/// An absent part of a key equals an absent one. Lines are compared under their client: a reference that serves two
/// clients is told by TR314. The finding points at the later one and never shows a BSN. Source: iStandaarden 3.2, TR101
/// and its notes, with the keys; the reason of a stop is part of its key since release 3.2 (IV008).
struct TR101ClassesOccurOnce: FormRule {
  static let metadata = RuleMetadata(
    form: "TR101",
    kinds: [.allocation, .start, .stop, .allocationRequest, .changeRequest, .declaration, .declarationAnswer],
    title: Bilingual(
      nl: "Een klasse staat met haar sleutel één keer in een bericht, zoals een cliënt, een product of een regel.",
      en: "A class occurs in a message once by its key, such as a client, a product or a line."),
    sentence: Bilingual(
      nl: "{class} staat al in het bericht, als nummer {first}; verwacht is één vermelding.",
      en: "{class} is in the message already, as number {first}; one occurrence is expected."),
    hint: Bilingual(
      nl: "Voeg de dubbele gegevens samen, of geef elk een eigen sleutel, zoals een nieuw referentienummer.",
      en: "Join the doubles, or give each a key of its own, such as a new reference number."),
    facts: ["class", "first"])

  func judge(_ message: Message, report: (Finding.Place, Facts) -> Void) {
    switch message {
    case .allocation(let message): judge(message, report)
    case .start(let message):
      forEachRepeat(in: message.products.map { StartKey($0) }) { position, first in
        let place = StartMessage.place(ofProduct: position, message.products[position])
        report(place.place(of: "Begindatum"), facts(Self.start, first))
      }
    case .stop(let message):
      let hasReason = message.header.standard.release >= .v3_2
      forEachRepeat(in: message.products.map { StopKey($0, hasReason: hasReason) }) { position, first in
        let place = StopMessage.place(ofProduct: position, message.products[position])
        report(place.place(of: "Begindatum"), facts(Self.stop, first))
      }
    case .allocationRequest(let message):
      forEachRepeat(in: message.products.map(\.providerReference)) { position, first in
        let place = AllocationRequestMessage.place(ofProduct: position, message.products[position])
        report(place.place(of: "ReferentieAanbieder"), facts(Self.requested, first))
      }
    case .changeRequest(let message): judge(message, report)
    case .declaration(let message): judge(message, report)
    case .declarationAnswer(let message): judge(message, report)
    case .requestAnswer, .returned: break
    }
  }

  private func judge(_ message: AllocationMessage, _ report: (Finding.Place, Facts) -> Void) {
    let client = message.client
    forEachRepeat(in: client.contacts.map(\.kind)) { position, first in
      let place = AllocationMessage.place(ofContact: position, client.contacts[position])
      report(place.place(of: "Soort"), facts(Self.contact, first))
    }
    forEachRepeat(in: client.relations.map(\.number)) { position, first in
      let place = AllocationMessage.place(ofRelation: position, client.relations[position])
      report(place.place(of: "Nummer"), facts(Self.relation, first))
    }
    forEachRepeat(in: message.products.map(\.number)) { position, first in
      let place = AllocationMessage.place(ofProduct: position, message.products[position])
      report(place.place(of: "ToewijzingNummer"), facts(Self.allocated, first))
    }
  }

  private func judge(_ message: ChangeRequestMessage, _ report: (Finding.Place, Facts) -> Void) {
    forEachRepeat(in: message.unchanged.map(\.allocation)) { position, first in
      let place = ChangeRequestMessage.place(ofUnchanged: position, message.unchanged[position])
      report(place.place(of: "ToewijzingNummer"), facts(Self.unchanged, first))
    }
    forEachRepeat(in: message.changed.map(\.allocation)) { position, first in
      let place = ChangeRequestMessage.place(ofChanged: position, message.changed[position])
      report(place.place(of: "ToewijzingNummer"), facts(Self.changed, first))
    }
    forEachRepeat(in: message.new.map { NewKey($0) }) { position, first in
      let place = ChangeRequestMessage.place(ofNew: position, message.new[position])
      report(place.place(of: "GewensteIngangsdatum"), facts(Self.new, first))
    }
  }

  private func judge(_ message: DeclarationMessage, _ report: (Finding.Place, Facts) -> Void) {
    forEachRepeat(in: message.clients.lazy.map { $0.bsn }) { position, first in
      report(message.place(ofClient: position), facts(Self.client, first))
    }
    let lines = message.lines
    for client in message.clients where client.lines.count > 1 {
      // Most clients have no reference twice, and then no key is made.
      var repeatsReference = false
      forEachRepeat(in: client.lines.lazy.map { lines[$0].reference }) { _, _ in repeatsReference = true }
      guard repeatsReference else { continue }
      forEachRepeat(in: lines[client.lines].lazy.map { LineKey($0) }) { position, first in
        report(message.place(of: .reference, line: client.lines.lowerBound + position), facts(Self.line, first))
      }
    }
  }

  private func judge(_ message: DeclarationAnswer, _ report: (Finding.Place, Facts) -> Void) {
    forEachRepeat(in: message.clients.lazy.map(\.bsn)) { position, first in
      report(message.place(ofClient: position), facts(Self.client, first))
    }
    for (client, answered) in message.clients.enumerated() {
      forEachRepeat(in: answered.lines.lazy.map { LineKey($0.line) }) { position, first in
        report(message.place(of: .reference, client: client, line: position), facts(Self.line, first))
      }
    }
  }

  private func facts(_ words: Bilingual, _ first: Int) -> Facts {
    ["class": .phrase(words), "first": .number(Int64(first + 1))]
  }
}

// The keys of classes that have several parts, and the classes in words.
extension TR101ClassesOccurOnce {
  private struct LineKey: Hashable {
    let reference: ExactText
    let previousReference: ExactText?

    init(_ line: DeliveryLine) {
      reference = line.reference
      previousReference = line.previousReference
    }
  }

  private struct StopKey: Hashable {
    let start: StartKey
    let reason: StopReason?
    let end: CalendarDate

    init(_ product: StoppedProduct, hasReason: Bool) {
      start = StartKey(product.start)
      reason = hasReason ? product.reason : nil
      end = product.end
    }
  }

  private struct NewKey: Hashable {
    let category: ProductCategory?
    let code: ProductCode?
    let begin: CalendarDate

    init(_ product: ChangeRequestMessage.NewProduct) {
      category = product.category
      code = product.code
      begin = product.validity.begin
    }
  }

  private static let client = Bilingual(nl: "Deze cliënt", en: "This client")
  private static let line = Bilingual(nl: "Deze regel van de cliënt", en: "This line of the client")
  private static let contact = Bilingual(nl: "Een contact van deze soort", en: "A contact of this kind")
  private static let relation = Bilingual(nl: "Deze relatie", en: "This relation")
  private static let allocated = Bilingual(nl: "Deze toewijzing", en: "This allocation")
  private static let start = Bilingual(nl: "Deze start", en: "This start")
  private static let stop = Bilingual(nl: "Deze stop", en: "This stop")
  private static let requested = Bilingual(nl: "Deze referentie", en: "This reference")
  private static let unchanged = Bilingual(nl: "Dit ongewijzigde product", en: "This unchanged product")
  private static let changed = Bilingual(nl: "Dit te wijzigen product", en: "This product that should change")
  private static let new = Bilingual(nl: "Dit nieuwe product", en: "This new product")
}
