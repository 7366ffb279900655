import SaldoDomain
import SaldoMessages

/// A month of one provider and municipality: exactly the lines that were dealt to it, as declarations.
struct MonthOfCell {
  private let lines: CourseLines
  private let month: Int
  private var entries: [Entry] = []
  /// How many slots have had a line of this month, sent or late; the next month needs it.
  private(set) var opened = 0

  /// A line to be sent: where it comes from, and in which guise.
  private struct Entry {
    let slot: Int
    let guise: Guise
  }

  private enum Guise: Int {
    case credit, afterCredit, late, again, plain, firstTry, faulty
  }

  /// The lines of a month, counted from the first.
  ///
  /// - Parameter opened: ``opened`` of the month before.
  init(_ plan: RegionPlan, _ cell: RegionPlan.Cell, month: Int, openedBefore opened: Int) {
    lines = CourseLines(plan: plan, cell: cell)
    self.month = month
    var room = plan.lines(of: cell, in: month)
    if month > 0 { carryOver(&room, opened) }
    while room > 0 {
      let slot = self.opened
      self.opened += 1
      switch lines.fate(slot: slot, month: month) {
      case .late: continue
      case .plain: entries.append(Entry(slot: slot, guise: .plain))
      case .corrected: entries.append(Entry(slot: slot, guise: .firstTry))
      case .faulty: entries.append(Entry(slot: slot, guise: .faulty))
      }
      room -= 1
    }
    let clients = cell.clients
    entries.sort { ($0.slot % clients, $0.guise.rawValue, $0.slot) < ($1.slot % clients, $1.guise.rawValue, $1.slot) }
  }

  /// What the month before left to be sent, as far as there is room.
  private mutating func carryOver(_ room: inout Int, _ opened: Int) {
    for slot in 0..<opened {
      let carried: [Guise]
      switch lines.fate(slot: slot, month: month - 1) {
      case .late: carried = [.late]
      case .corrected: carried = isWorthCrediting(slot) ? [.credit, .afterCredit] : []
      case .faulty(isSentAgain: true): carried = [.again]
      default: carried = []
      }
      guard carried.count <= room else { continue }
      entries += carried.map { Entry(slot: slot, guise: $0) }
      room -= carried.count
    }
  }

  /// A line of zero is not credited: the standard writes zero on the debit side only (CS325).
  private func isWorthCrediting(_ slot: Int) -> Bool {
    lines.line(slot: slot, month: month - 1, .first, isFirstTry: true).amount.size != .zero
  }

  /// The declarations, in files of the size that the standard lets pass (OP179).
  ///
  /// - Parameter next: The number of the next declaration of the run; counts on.
  func forEachDeclaration(
    numberedFrom next: inout Int, _ body: (GeneratedDeclaration) throws -> Void
  ) rethrows {
    var first = 0
    while first < entries.count {
      var size = Self.envelopeBytes
      var end = first
      while end < entries.count {
        let isNewClient = end == first || client(of: entries[end]) != client(of: entries[end - 1])
        size += mostBytes(of: entries[end]) + (isNewClient ? Self.clientBytes : 0)
        if size > TechnicalSignals.sizeLimit { break }
        end += 1
      }
      next += 1
      try body(declaration(entries[first..<end], number: next))
      first = end
    }
  }

  /// At least the bytes of a header with its declaration, and of a client without lines, as `MessageWriter` writes them.
  private static let (envelopeBytes, clientBytes) = (2_000, 126)

  /// At least the bytes of a line: its tags, its references, and nine digits for allocation and eight for each of volume,
  /// tariff and amount.
  private func mostBytes(of entry: Entry) -> Int {
    let reference = lines.referenceBytes(slot: entry.slot, month: month)
    return 788 + 9 + 3 * 8 + reference + (entry.guise == .credit ? 64 + reference : 0)
  }

  private func client(of entry: Entry) -> Int { entry.slot % lines.cell.clients }

  private func declaration(_ entries: ArraySlice<Entry>, number: Int) -> GeneratedDeclaration {
    let (plan, cell) = (lines.plan, lines.cell)
    let period = plan.options.firstMonth.adding(months: month)
    let date = period.last.adding(days: 3 + cell.index % 9)
    var clients: [DeclaredClient] = []
    var made: [DeliveryLine] = []
    var faults: [Int: LineFault] = [:]
    made.reserveCapacity(entries.count)
    for entry in entries {
      let bsn = TestNumbers.all[(cell.firstClient + client(of: entry)) % TestNumbers.all.count]
      if clients.last?.bsn == bsn {
        clients[clients.count - 1].lines = clients[clients.count - 1].lines.lowerBound..<(made.count + 1)
      } else {
        clients.append(DeclaredClient(bsn: bsn, lines: made.count..<(made.count + 1)))
      }
      var line: DeliveryLine
      switch entry.guise {
      case .plain: line = lines.line(slot: entry.slot, month: month, .first)
      case .firstTry: line = lines.line(slot: entry.slot, month: month, .first, isFirstTry: true)
      case .late: line = lines.line(slot: entry.slot, month: month - 1, .first)
      case .again, .afterCredit: line = lines.line(slot: entry.slot, month: month - 1, .again)
      case .credit: line = lines.credit(slot: entry.slot, month: month - 1)
      case .faulty:
        let faulty = lines.faulty(slot: entry.slot, month: month)
        faults[made.count] = faulty.fault
        line = faulty.line
      }
      line.client = clients.count - 1
      made.append(line)
    }
    let message = DeclarationMessage(
      header: plan.header(.declaration, of: cell, identification: "D\(number)", date: date),
      number: ExactText("N\(number)"), period: period.period, date: date,
      total: StatedAmount(signed: made.reduce(.zero) { $0 + $1.amount.signed }), clients: clients, lines: made)
    return GeneratedDeclaration(month: period, message: message, faults: faults)
  }
}

extension RegionPlan {
  /// The header of a message between the parties of a cell.
  func header(_ kind: MessageKind, of cell: Cell, identification: String, date: CalendarDate) -> MessageHeader {
    MessageHeader(
      standard: .iJw(.v3_2), kind: kind, provider: providers[cell.provider].code,
      municipality: municipalities[cell.municipality], identification: ExactText(identification), date: date,
      schemaVersion: SchemaVersion(basic: "1.0.0", message: "1.0.0"))
  }
}
