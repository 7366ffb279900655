internal import SaldoDomain

extension MessageText {
  /// Writes a declaration (Standard: `Declaratie` of 323).
  mutating func declaration(_ message: DeclarationMessage) {
    element(.declaratie) { text in
      text.leaf(.declaratieNummer, message.number.string)
      text.period(.declaratiePeriode, message.period)
      text.leaf(.declaratieDagtekening, message.date.iso)
      text.amount(.totaalIngediendBedrag, .totaalBedrag, message.total)
      text.element(.clienten) { text in
        for client in message.clients {
          text.element(.client) { text in
            text.leaf(.bsn, client.bsn.digits)
            text.element(.prestaties) { text in
              for line in message.lines[client.lines] { text.element(.prestatie) { $0.line(line) } }
            }
          }
        }
      }
    }
  }

  /// Writes the answer to a declaration (Standard: `DeclaratieAntwoord` of 325).
  mutating func declarationAnswer(_ answer: DeclarationAnswer) {
    guard let declaration = answer.declaration else { return }
    element(.declaratieAntwoord) { text in
      text.leaf(.declaratieNummer, declaration.number.string)
      text.amount(.totaalIngediendBedrag, .totaalBedrag, declaration.claimed)
      text.amount(.totaalToegekendBedrag, .totaalBedrag, declaration.granted)
      if !declaration.clients.isEmpty {
        text.element(.clienten) { text in
          for client in declaration.clients { text.answeredClient(client) }
        }
      }
      text.codes(declaration.codes)
    }
  }

  private mutating func answeredClient(_ client: DeclarationAnswer.Client) {
    element(.client) { text in
      text.leaf(.bsn, client.bsn.digits)
      text.element(.prestaties) { text in
        for answered in client.lines {
          text.element(.prestatie) { text in
            text.line(answered.line)
            text.codes(answered.codes)
          }
        }
      }
      text.codes(client.codes)
    }
  }

  /// Writes what a declared line says (Standard: the children of `Prestatie`).
  private mutating func line(_ line: DeliveryLine) {
    element(.productReferentie) { text in
      text.part(.referentieNummer, line.reference.string)
      text.part(.vorigReferentieNummer, line.previousReference?.string)
    }
    leaf(.toewijzingNummer, line.allocation.description)
    leaf(.productCategorie, line.product.category.rawValue)
    leaf(.productCode, line.product.code.string)
    period(.productPeriode, line.period)
    leaf(.geleverdVolume, String(line.volume))
    leaf(.eenheid, line.unit.rawValue)
    leaf(.productTarief, line.tariff.map { String($0.cents) })
    amount(.ingediendBedrag, .bedrag, line.amount)
  }
}
