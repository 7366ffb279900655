import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

/// The path, class and source line of each place that a finding can name.
struct PlacesTests {
  @Test(
    arguments: [
      (.sender, "Afzender", 3), (.receiver, "Ontvanger", 4), (.identification, "BerichtIdentificatie/Identificatie", 5),
      (.date, "BerichtIdentificatie/Dagtekening", 6),
    ] as [(HeaderElement, String, Int32)])
  func `an element of a header`(element: HeaderElement, path: String, sourceLine: Int32) {
    let header = with(MessageHeader.sample(.declaration)) {
      $0.sourceLines.sender = 3
      $0.sourceLines.receiver = 4
      $0.sourceLines.identification = 5
      $0.sourceLines.date = 6
    }
    let place = Finding.Place(element: "Header", path: "/Bericht/Header/\(path)", sourceLine: sourceLine)
    #expect(header.place(of: element) == place)
  }

  @Test(
    arguments: [
      (.number, "DeclaratieNummer", 10), (.periodBegin, "DeclaratiePeriode/Begindatum", 11),
      (.periodEnd, "DeclaratiePeriode/Einddatum", 12), (.date, "DeclaratieDagtekening", 13),
      (.total, "TotaalIngediendBedrag", 14),
    ] as [(DeclarationElement, String, Int32)])
  func `an element of a declaration`(element: DeclarationElement, path: String, sourceLine: Int32) {
    let message = with(DeclarationMessage.sample()) {
      $0.sourceLines.number = 10
      $0.sourceLines.periodBegin = 11
      $0.sourceLines.periodEnd = 12
      $0.sourceLines.date = 13
      $0.sourceLines.total = 14
    }
    let place = Finding.Place(element: "Declaratie", path: "/Bericht/Declaratie/\(path)", sourceLine: sourceLine)
    #expect(message.place(of: element) == place)
  }

  @Test func `a line of the second client counts from one within it`() {
    let second = with(DeliveryLine.sample(reference: "R3", client: 1)) {
      $0.sourceLines = DeliveryLine.SourceLines(first: 60)
      $0.sourceLines[.tariff] = 68
    }
    let message = DeclarationMessage.sample(
      clients: [Sample.bsn, Sample.otherBsn], lines: [.sample(), .sample(reference: "R2", client: 1), second])
    let place = message.place(of: .tariff, line: 2)
    #expect(place.path == "/Bericht/Declaratie/Clienten/Client[2]/Prestaties/Prestatie[2]/ProductTarief")
    #expect(place.sourceLine == 68 && place.client == 1 && place.line == 2 && place.element == "Prestatie")
  }

  @Test func `a returned line is named within its client and counts over all clients`() {
    let answer = DeclarationAnswer.sample(clients: [
      (Sample.bsn, [.sample(), .sample(reference: "R2")]), (Sample.otherBsn, []),
      (Sample.thirdBsn, [.sample(reference: "R3"), .sample(reference: "R4")]),
    ])
    let expected = [(0, 1), (0, 2), (2, 1), (2, 2)]
    for (position, (client, within)) in expected.enumerated() {
      for place in [
        answer.place(of: .reference, returned: position),
        answer.place(of: .reference, client: client, line: within - 1),
      ] {
        #expect(
          place.path == "/Bericht/DeclaratieAntwoord/Clienten/Client[\(client + 1)]/Prestaties/Prestatie[\(within)]"
            + "/ProductReferentie/ReferentieNummer")
        #expect(place.client == client)
        #expect(place.line == position)
      }
    }
  }
}
