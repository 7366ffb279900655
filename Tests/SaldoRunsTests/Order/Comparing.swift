import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoTestSupport

@testable import SaldoStore

extension CareCourse {
  /// The declarations with what the plain count approves of each.
  var judged: [(DeclarationMessage, Set<Int>?)] { Array(zip(declarations.joined(), expected.joined())) }

  /// The declarations of each month that are not refused as a whole.
  var processed: [[DeclarationMessage]] {
    zip(declarations, expected).map { zip($0, $1).filter { $1 != nil }.map(\.0) }
  }

  /// What the provider answered to an allocation.
  func returns(of allocation: Message) -> [Message] {
    returns.filter {
      $0.header.identification == allocation.header.identification
        && $0.header.municipality == allocation.header.municipality
        && $0.header.standard == allocation.header.standard
    }
  }
}

extension MessagePayload {
  /// The positions of the approved lines; nil when the declaration was refused as a whole.
  var approved: Set<Int>? {
    outcome == .lines ? Set(0..<lineCount).subtracting(lines.map(\.position)) : nil
  }

  /// The decision without what depends on journal numbers.
  var withoutNumbers: MessagePayload {
    with(self) {
      $0.postings = PostingSummary(count: postings.count, sha256: "")
      $0.answer = nil
    }
  }
}

extension Message {
  /// An answer without its own number.
  var withoutNumbers: Message {
    switch self {
    case .declarationAnswer(let answer): .declarationAnswer(with(answer) { $0.header.identification = "" })
    case .returned(let answer): .returned(with(answer) { $0.returnIdentification = "" })
    default: self
    }
  }
}

extension DeclarationAnswer {
  /// What is claimed less what comes back, in cents; nothing when the declaration is refused as a whole.
  var claimedLessRejected: Int64 {
    guard let declaration, [[.noRemark], [.grantedInFull]].contains(declaration.codes) else { return 0 }
    let rejected = declaration.clients.flatMap(\.lines).reduce(0) { $0 + $1.line.amount.signed.cents }
    return declaration.claimed.signed.cents - rejected
  }
}

extension DeclarationMessage {
  /// Each line as a declaration of its own, in the order in which they are judged.
  var splitByLine: [DeclarationMessage] {
    let order = lines.indices.filter { lines[$0].isCredit } + lines.indices.filter { !lines[$0].isCredit }
    return order.enumerated().map { place, position in
      var part = DeclarationMessage.sample(
        provider: header.provider, municipality: header.municipality,
        identification: ExactText("\(header.identification.string)-\(place)"), messageDate: header.date,
        number: ExactText("\(number.string)X\(place)"), period: period, date: date,
        clients: [clients[lines[position].client].bsn], lines: [with(lines[position]) { $0.client = 0 }])
      part.header.standard = header.standard
      return part
    }
  }
}
