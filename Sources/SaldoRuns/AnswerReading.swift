public import SaldoDomain
import SaldoRules
import SaldoSettlement

/// What the answer to a declaration (325) says: granted, refused line by line, and what can be credited from now on.
public struct AnswerReading: Sendable {
  /// The number of the declaration; nil when the whole message was refused at its header and nothing else is known.
  public let declarationNumber: ExactText?
  /// What was claimed, debit minus credit; nil as above.
  public let claimed: Euros?
  /// What is granted, debit minus credit.
  public let granted: Euros
  /// The codes by which the message or the declaration was refused as a whole; empty when its lines were judged.
  public let codes: [ReturnCode]
  /// The refused lines, in message order.
  public let refused: [Line]
  /// The references of the granted debit lines, which can be credited from now on; nil when the declaration is not known
  /// or the answer does not fit it.
  public let creditable: [ExactText]?

  /// A refused line.
  public struct Line: Sendable {
    /// Its reference.
    public let reference: ExactText
    /// What was claimed on it, debit positive.
    public let amount: Euros
    /// Why it was refused.
    public let codes: [ReturnCode]
  }

  /// Reads an answer.
  ///
  /// - Parameter declaration: The declaration that it answers; nil when it is not known or does not fit.
  init(of answer: DeclarationAnswer, to declaration: DeclarationMessage?) {
    declarationNumber = answer.declaration?.number ?? declaration?.number
    claimed = answer.declaration?.claimed.signed ?? declaration?.total.signed
    granted = answer.declaration?.granted.signed ?? .zero
    codes = answer.refusalCodes
    refused = answer.returnedLines.map {
      Line(reference: $0.line.reference, amount: $0.line.amount.signed, codes: $0.codes)
    }
    creditable = declaration.map { declaration in
      let judgement = Judgement(of: declaration, decidedBy: answer)
      return declaration.lines.enumerated().filter { judgement.approves($0.offset) && !$0.element.isCredit }
        .map(\.element.reference)
    }
  }
}
