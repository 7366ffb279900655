internal import SaldoDomain

/// Collects the answer to a request (Standard: `Bericht` of 319).
struct RequestAnswerBuilder: MessageBuilder {
  private var header: HeaderBuilder
  private var providerReference: ExactText?
  private var answer: RequestAnswerMessage.Answer?
  private var rejectionReason: String?
  private var residence: MunicipalityCode?
  private var answerLine: Int32 = 0
  private var offsets = LineOffsets<RequestAnswerElement>()

  init(header: HeaderBuilder) { self.header = header }

  mutating func open(_ element: StandardElement, line: Int32) {
    if element == .antwoord { answerLine = line }
    if element == .woonplaatsbeginsel { offsets[.residence] = line - answerLine }
    header.open(element, line: line)
  }

  mutating func leaf(_ element: StandardElement, in parent: StandardElement, _ value: LeafValue, line: Int32) {
    switch (parent, element) {
    case (.antwoord, .referentieAanbieder):
      providerReference = ExactText(value.string)
      offsets[.providerReference] = line - answerLine
    case (.antwoord, .verzoekAntwoord):
      answer = RequestAnswerMessage.Answer(rawValue: value.string)
      offsets[.answer] = line - answerLine
    case (.antwoord, .redenAfwijzingVerzoek):
      rejectionReason = value.string
      offsets[.rejectionReason] = line - answerLine
    case (.woonplaatsbeginsel, .gemeente): residence = MunicipalityCode(value.string)
    default: _ = header.leaf(element, in: parent, value, line: line)
    }
  }

  mutating func close(_ element: StandardElement, in parent: StandardElement) {}

  func message() -> Message? {
    guard let header = header.header(), let providerReference, let answer else { return nil }
    var message = RequestAnswerMessage(
      header: header, providerReference: providerReference, answer: answer, rejectionReason: rejectionReason,
      residence: residence, sourceLine: answerLine)
    message.offsets = offsets
    return .requestAnswer(message)
  }
}
