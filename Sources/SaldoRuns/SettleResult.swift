public import SaldoDomain
import SaldoLedger
import SaldoSettlement
public import SaldoStore

/// What a settle run did.
public struct SettleResult: Hashable, Sendable {
  /// The journal numbers of the messages that were booked, in order.
  public internal(set) var booked: [JournalNumber] = []
  /// The journal numbers of the messages that the ledger already held.
  public internal(set) var known: [JournalNumber] = []
  /// The declarations among ``known``.
  var knownDeclarations: [JournalNumber] = []
  /// How many lines were rejected with each code, over all messages of the run; a line with two codes counts twice.
  public internal(set) var lineCodes: [ReturnCode: Int] = [:]
  /// How many declarations were rejected as a whole with each code, likewise.
  public internal(set) var declarationCodes: [ReturnCode: Int] = [:]
  /// How many declarations were settled before their turn and need not be settled again as a whole; that depends on chance.
  var settledEarly = 0
  /// Whether the run was a trial, which writes no answers.
  public internal(set) var isDryRun = false

  /// The declarations that had waited and were decided on the as-of date, in order of receipt.
  public internal(set) var decided: [HeldFigures] = []

  /// The declarations that wait for what the municipality still has to record, of this run and earlier ones, in order of
  /// receipt.
  public internal(set) var held: [HeldFigures] = []

  /// The journal numbers of the days that were booked, in order.
  public internal(set) var days: [JournalNumber] = []

  /// The journal numbers of all messages that the run judged, or that the ledger already held: what came in, what was
  /// decided after a hold, and what waits; in order.
  public var messages: [JournalNumber] { Set(booked + known + (decided + held).map(\.entry)).sorted() }

  /// Counts the codes of a declaration that was decided now; other messages have no lines, and what waits has no codes
  /// yet.
  mutating func count(_ decision: Decision) {
    guard case .judged(let judgement) = decision else { return }
    switch judgement.stage {
    case .lines: for code in judgement.lineCodes.values.flatMap({ Set($0) }) { lineCodes[code, default: 0] += 1 }
    case .header(let codes), .declaration(let codes):
      for code in Set(codes) { declarationCodes[code, default: 0] += 1 }
    }
  }

  /// Counts the codes of a declaration as it was recorded; other messages have no lines, and what waits has no codes yet.
  mutating func count(_ decided: MessagePayload) {
    switch decided.outcome {
    case .lines: for code in decided.lines.flatMap({ Set($0.codes) }) { lineCodes[code, default: 0] += 1 }
    case .header, .declaration: for code in Set(decided.codes) { declarationCodes[code, default: 0] += 1 }
    case .inForce, .notInForce, .held: break
    }
  }
}
