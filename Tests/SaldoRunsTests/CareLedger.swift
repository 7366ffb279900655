import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoRuns
import SaldoSettlement
import SaldoStore
import SaldoTestSupport

/// A ledger in memory that takes messages one by one, as a settle run does, with the bytes that the writer makes.
struct CareLedger {
  let ledger: Ledger
  let region = RegionContracts.sample(municipalities: [Municipality(code: Sample.municipality, name: "Voorbeeldstad")])
  private let writer = MessageWriter()

  /// A ledger that holds these messages; in memory, unless an empty one is given.
  init(_ messages: [Message] = [], in ledger: Ledger? = nil) throws {
    self.ledger = try ledger ?? Ledger()
    try self.ledger.append(region.snapshot, asOf: "2025-01-02")
    for message in messages { try take(message) }
  }

  /// Settles and books a message.
  @discardableResult
  func take(_ message: Message, asOf: CalendarDate = "2025-12-31") throws -> Booking {
    let number = try ledger.nextNumber()
    let known = try ledger.workingSet(for: WorkingSetKeys(of: message), region: region.snapshot)
    let booking = Settlement(asOf: asOf, region: region).settle(message, as: number, known: known)
    _ = try ledger.append(
      booking, as: number, asOf: asOf, raw: PackedBytes(writer.encode(message)),
      answer: booking.answer.map { writer.encode($0) })
    return booking
  }

  /// The codes with which a message is refused or judged, each once, sorted; empty when it is in force.
  func codes(_ message: Message) throws -> [String] {
    Set(try take(message).decision.findings.compactMap(\.returnCode?.rawValue)).sorted()
  }
}

extension Message {
  /// Allocation 1001 of the sample client, with an identification and a reference of the provider.
  static func allocated(
    _ identification: ExactText, _ products: [AllocatedProduct] = [.sample()], date: CalendarDate = "2025-01-10"
  ) -> Message {
    var message = AllocationMessage.sample(date: date, products: products)
    message.header.identification = identification
    return .allocation(message)
  }

  /// The answer of the provider to an allocation: without codes it accepts.
  static func returned(
    _ allocation: Message, codes: [ReturnCode] = [], identification: ExactText = "R1"
  ) -> Message {
    var header = allocation.header
    header.kind = .allocationReturn
    return .returned(
      ReturnMessage(
        header: header, returnIdentification: identification, returnDate: "2025-01-14",
        returnSchemaVersion: SchemaVersion(basic: "1.0.0", message: "1.0.0"), codes: codes, content: nil))
  }

  /// A request of the sample provider for the sample client.
  static func requested(
    _ reference: ExactText, identification: ExactText = "V1", date: CalendarDate = "2025-01-06"
  ) -> Message {
    .allocationRequest(
      AllocationRequestMessage(
        header: .sample(.allocationRequest, identification: identification, date: date),
        client: RequestClient(person: StartMessage.sample().client, guardianIsKnown: "1"),
        products: [
          RequestedProduct(
            providerReference: reference, category: Sample.product.category, code: Sample.product.code,
            validity: OpenPeriod("2025-01-13", "2025-06-30"),
            volume: AllocatedVolume(volume: 3, unit: .hour, frequency: .perWeek), referrer: Referrer(kind: "01"))
        ]))
  }
}
