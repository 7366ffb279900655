public import SaldoDomain

/// Writes messages in the form that the standard asks for: UTF-8 without byte-order mark, CR LF at every line end.
///
/// The same answer always gives the same bytes. Elements stand in the order of the schema, indented with tabs, and the
/// prefixes are fixed (`jw325` and `ijw`). Source: iStandaarden 3.2, OP192, IV087 and IV088.
public struct MessageWriter: Sendable {
  /// A writer.
  public init() {}

  /// The bytes of a declaration answer (325).
  ///
  /// `XsltVersie` is written when the answer names one; Saldo itself runs no style sheets. The writer copies what it is given, so
  /// that an answer whose values break the schema, such as an empty list of codes, gives an invalid message;
  /// ``MessageReader/validate(_:)`` tells.
  ///
  /// - Precondition: the header names a standard that Saldo knows.
  public func encode(_ answer: DeclarationAnswer) -> [UInt8] {
    guard let profile = StandardProfile.profile(of: answer.header.standard),
      let message = profile.message(.declarationAnswer)
    else { preconditionFailure("no profile for the standard of the answer") }
    return AnswerText(profile: profile, message: message).bytes(of: answer)
  }
}

/// The elements of a declaration answer (Standard: `Bericht` of 325).
private struct AnswerText {
  let profile: StandardProfile
  let message: MessageProfile

  /// The name of a class or of a child of a class.
  private func own(_ element: StandardElement) -> XMLName { XMLName(message.prefix, element) }

  /// The name of a child of a shared complex type.
  private func basic(_ element: StandardElement) -> XMLName { XMLName(profile.basicPrefix, element) }

  func bytes(of answer: DeclarationAnswer) -> [UInt8] {
    var xml = XMLText()
    let namespaces =
      " xmlns:\(profile.basicPrefix)=\"\(profile.basicNamespace)\" xmlns:\(message.prefix)=\"\(message.namespace)\""
    xml.element(own(.bericht), attributes: namespaces) { xml in
      header(answer, &xml)
      if let declaration = answer.declaration { self.declaration(declaration, &xml) }
    }
    return xml.bytes
  }

  private func header(_ answer: DeclarationAnswer, _ xml: inout XMLText) {
    let header = answer.header
    xml.element(own(.header)) { xml in
      xml.leaf(own(.berichtCode), message.code)
      xml.leaf(own(.berichtVersie), String(profile.version.major))
      xml.leaf(own(.berichtSubversie), String(profile.version.minor))
      xml.leaf(own(.afzender), header.municipality.description)
      xml.leaf(own(.ontvanger), header.provider.description)
      identification(.berichtIdentificatie, header.identification, header.date, &xml)
      schemaVersion(.xsdVersie, header.schemaVersion, &xml)
      identification(.declaratieIdentificatie, answer.declarationIdentification, answer.declarationDate, &xml)
      if let version = answer.styleSheetVersion { xml.leaf(own(.xsltVersie), version) }
      schemaVersion(.xsdVersieDeclaratie, answer.declarationSchemaVersion, &xml)
      codes(answer.codes, &xml)
    }
  }

  private func declaration(_ declaration: DeclarationAnswer.Declaration, _ xml: inout XMLText) {
    xml.element(own(.declaratieAntwoord)) { xml in
      xml.leaf(own(.declaratieNummer), declaration.number.string)
      amount(.totaalIngediendBedrag, .totaalBedrag, declaration.claimed, &xml)
      amount(.totaalToegekendBedrag, .totaalBedrag, declaration.granted, &xml)
      if !declaration.clients.isEmpty {
        xml.element(own(.clienten)) { xml in
          for client in declaration.clients { self.client(client, &xml) }
        }
      }
      codes(declaration.codes, &xml)
    }
  }

  private func client(_ client: DeclarationAnswer.Client, _ xml: inout XMLText) {
    xml.element(own(.client)) { xml in
      xml.leaf(own(.bsn), client.bsn.digits)
      xml.element(own(.prestaties)) { xml in
        for line in client.lines { self.line(line, &xml) }
      }
      codes(client.codes, &xml)
    }
  }

  private func line(_ answered: DeclarationAnswer.Line, _ xml: inout XMLText) {
    let line = answered.line
    xml.element(own(.prestatie)) { xml in
      xml.element(own(.productReferentie)) { xml in
        xml.leaf(basic(.referentieNummer), line.reference.string)
        if let previous = line.previousReference { xml.leaf(basic(.vorigReferentieNummer), previous.string) }
      }
      xml.leaf(own(.toewijzingNummer), line.allocation.description)
      xml.leaf(own(.productCategorie), line.product.category.rawValue)
      xml.leaf(own(.productCode), line.product.code.string)
      xml.element(own(.productPeriode)) { xml in
        xml.leaf(basic(.begindatum), line.period.begin.iso)
        xml.leaf(basic(.einddatum), line.period.end.iso)
      }
      xml.leaf(own(.geleverdVolume), String(line.volume))
      xml.leaf(own(.eenheid), line.unit.rawValue)
      if let tariff = line.tariff { xml.leaf(own(.productTarief), String(tariff.cents)) }
      amount(.ingediendBedrag, .bedrag, line.amount, &xml)
      codes(answered.codes, &xml)
    }
  }

  private func identification(
    _ element: StandardElement, _ identification: ExactText, _ date: CalendarDate, _ xml: inout XMLText
  ) {
    xml.element(own(element)) { xml in
      xml.leaf(basic(.identificatie), identification.string)
      xml.leaf(basic(.dagtekening), date.iso)
    }
  }

  private func schemaVersion(_ element: StandardElement, _ version: SchemaVersion, _ xml: inout XMLText) {
    xml.element(own(element)) { xml in
      xml.leaf(basic(.basisschemaXsdVersie), version.basic)
      xml.leaf(basic(.berichtXsdVersie), version.message)
    }
  }

  private func amount(
    _ element: StandardElement, _ size: StandardElement, _ amount: StatedAmount, _ xml: inout XMLText
  ) {
    xml.element(own(element)) { xml in
      xml.leaf(basic(size), String(amount.size.cents))
      xml.leaf(basic(.debetCredit), amount.side.rawValue)
    }
  }

  private func codes(_ codes: [ReturnCode], _ xml: inout XMLText) {
    xml.element(own(.retourCodes)) { xml in
      for code in codes { xml.leaf(own(.retourCode), code.rawValue) }
    }
  }
}
