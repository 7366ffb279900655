/// A municipality's answer to a request, when it does not allocate (antwoordbericht, 319).
public struct RequestAnswerMessage: Located, Hashable, Sendable {
  /// The header.
  public var header: MessageHeader
  /// The reference of the request (Standard: `Antwoord/ReferentieAanbieder`).
  public var providerReference: ExactText
  /// What the answer is (Standard: `VerzoekAntwoord`).
  public var answer: Answer
  /// Why the request was rejected, a code (Standard: `RedenAfwijzingVerzoek`).
  public var rejectionReason: String?
  /// The municipality that is responsible by place of residence; only in iJw (Standard: `Woonplaatsbeginsel/Gemeente`).
  public var residence: MunicipalityCode?
  /// The line of `Antwoord` in the file, 1-based.
  public var sourceLine: Int32
  /// Where its elements stood in the file.
  public var offsets = LineOffsets<RequestAnswerElement>()

  /// What a municipality answers to a request (Standard: `LDT_VerzoekAntwoord`).
  public enum Answer: String, CaseIterable, Hashable, Sendable, Codable {
    /// The request is rejected (afgewezen).
    case rejected = "1"
    /// The request is being examined (in onderzoek).
    case underInvestigation = "2"
  }

  /// A message with these values.
  public init(
    header: MessageHeader, providerReference: ExactText, answer: Answer, rejectionReason: String? = nil,
    residence: MunicipalityCode? = nil, sourceLine: Int32 = 0
  ) {
    self.header = header
    self.providerReference = providerReference
    self.answer = answer
    self.rejectionReason = rejectionReason
    self.residence = residence
    self.sourceLine = sourceLine
  }
}
