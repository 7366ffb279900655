import SaldoDomain
import SaldoMessages

extension MessageWriter {
  /// The bytes of an answer; nil for a kind that cannot be written yet.
  func encode(_ answer: Message) -> [UInt8]? {
    guard case .declarationAnswer(let answer) = answer else { return nil }
    return encode(answer)
  }
}
