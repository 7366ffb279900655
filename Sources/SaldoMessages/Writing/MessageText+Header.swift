internal import SaldoDomain

extension MessageText {
  /// Writes the header (Standard: `Header`).
  mutating func header(of message: Message) {
    element(.header) { text in
      text.common(message.header)
      switch message {
      case .declarationAnswer(let answer): text.answerHeader(answer)
      case .returned(let message): text.returnHeader(message)
      default: break
      }
    }
  }

  /// Writes what every header starts with.
  private mutating func common(_ header: MessageHeader) {
    let release = header.standard.release.version
    let (provider, municipality) = (header.provider.description, header.municipality.description)
    leaf(.berichtCode, names.code)
    leaf(.berichtVersie, String(release.major))
    leaf(.berichtSubversie, String(release.minor))
    leaf(.afzender, header.isFromProvider ? provider : municipality)
    leaf(.ontvanger, header.isFromProvider ? municipality : provider)
    identification(.berichtIdentificatie, header.identification, header.date)
    schemaVersion(.xsdVersie, header.schemaVersion)
  }

  /// Writes what the header of a declaration answer ends with.
  private mutating func answerHeader(_ answer: DeclarationAnswer) {
    identification(.declaratieIdentificatie, answer.declarationIdentification, answer.declarationDate)
    leaf(.xsltVersie, answer.styleSheetVersion)
    schemaVersion(.xsdVersieDeclaratie, answer.declarationSchemaVersion)
    codes(answer.codes)
  }

  /// Writes what the header of a return message ends with.
  private mutating func returnHeader(_ message: ReturnMessage) {
    leaf(.identificatieRetour, message.returnIdentification.string)
    leaf(.dagtekeningRetour, message.returnDate.iso)
    leaf(.xsltVersie, message.styleSheetVersion)
    schemaVersion(.xsdVersieRetour, message.returnSchemaVersion)
    if !message.codes.isEmpty { codes(message.codes) }
  }

  private mutating func identification(_ element: StandardElement, _ identification: ExactText, _ date: CalendarDate) {
    self.element(element) { text in
      text.part(.identificatie, identification.string)
      text.part(.dagtekening, date.iso)
    }
  }

  private mutating func schemaVersion(_ element: StandardElement, _ version: SchemaVersion) {
    self.element(element) { text in
      text.part(.basisschemaXsdVersie, version.basic)
      text.part(.berichtXsdVersie, version.message)
    }
  }
}
