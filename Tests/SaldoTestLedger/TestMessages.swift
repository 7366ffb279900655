public import SaldoDomain

/// Builders of the messages of a ``TestLedger``.
public enum TestMessages {
  /// A line on an allocation over a whole month of 2026.
  public static func line(
    _ reference: ExactText, on allocation: UInt32, _ product: Product, month: String, hours: Int64? = nil,
    cents: Int64, client: Int = 0
  ) -> DeliveryLine {
    let tariff: Int64 = product == TestRegion.hours ? 8000 : 4000
    return DeliveryLine(
      reference: reference, allocation: AllocationNumber(allocation), product: product,
      period: TestRegion.month(month).period, volume: hours ?? cents, unit: hours == nil ? .euro : .hour,
      tariff: hours == nil ? nil : Euros(cents: tariff),
      amount: StatedAmount(size: Euros(cents: cents), side: .debit), client: client)
  }

  /// The credit line that undoes a line.
  public static func credit(_ line: DeliveryLine, as reference: ExactText) -> DeliveryLine {
    var credit = line
    credit.reference = reference
    credit.previousReference = line.reference
    credit.amount = StatedAmount(size: line.amount.size, side: .credit)
    return credit
  }

  /// A declaration of lines; the total is their sum unless it is given.
  public static func declaration(
    _ number: ExactText, provider: Int, municipality: Int, month: String, date: String, clients: [Int],
    lines: [DeliveryLine], totalCents: Int64? = nil
  ) -> Message {
    let sum = lines.reduce(Euros.zero) { $0 + $1.amount.signed }
    let declared = clients.enumerated().map { position, client in
      let first = lines.firstIndex { $0.client == position } ?? 0
      let count = lines.count { $0.client == position }
      return DeclaredClient(bsn: TestRegion.clients[client], lines: first..<(first + count))
    }
    return .declaration(
      DeclarationMessage(
        header: header(
          .declaration, provider: provider, municipality: municipality, identification: number, date: date),
        number: number, period: TestRegion.month(month).period, date: TestRegion.day(date),
        total: StatedAmount(signed: totalCents.map { Euros(cents: $0) } ?? sum), clients: declared, lines: lines))
  }

  /// An allocation of a product in 2026.
  public static func allocation(
    _ number: UInt32, provider: Int, municipality: Int, client: Int, _ product: Product
  ) -> Message {
    let isMonthly = product == TestRegion.months
    let volume = AllocatedVolume(
      volume: isMonthly ? 25_000 : 100, unit: isMonthly ? .euro : .hour, frequency: .perMonth)
    return .allocation(
      AllocationMessage(
        header: header(
          .allocation, provider: provider, municipality: municipality, identification: ExactText("T\(number)"),
          date: "2026-01-05"),
        client: AllocatedClient(
          bsn: TestRegion.clients[client], birthDate: BirthDate(date: TestRegion.day("2012-05-01"), use: nil), sex: "1",
          name: PersonName(
            surname: Surname(name: "Voorbeeld", prefix: nil), partnerName: nil, givenNames: nil, initials: nil,
            nameUse: "1"),
          contacts: [
            Contact(
              kind: "02", address: nil, organisation: nil,
              telephones: [Telephone(number: "0201234567", country: "+31")], email: nil, period: nil)
          ]),
        products: [
          AllocatedProduct(
            number: AllocationNumber(number), category: product.category, code: product.code,
            decidedAt: DecisionMoment(date: TestRegion.day("2026-01-05"), millisecondOfDay: 0),
            validity: OpenPeriod(begin: TestRegion.day("2026-01-01"), end: TestRegion.day("2026-12-31")),
            volume: volume)
        ]))
  }

  /// A notice that delivery started.
  public static func start(on allocation: UInt32, provider: Int, municipality: Int, client: Int) -> Message {
    .start(
      StartMessage(
        header: header(
          .start, provider: provider, municipality: municipality, identification: ExactText("S\(allocation)"),
          date: "2026-01-12"),
        client: NoticeClient(
          bsn: TestRegion.clients[client], birthDate: BirthDate(date: TestRegion.day("2012-05-01"), use: nil), sex: "1",
          name: PersonName(
            surname: Surname(name: "Voorbeeld", prefix: nil), partnerName: nil, givenNames: nil, initials: nil,
            nameUse: nil)),
        products: [
          StartedProduct(
            allocation: AllocationNumber(allocation), category: TestRegion.hours.category,
            code: TestRegion.hours.code, allocationBegin: TestRegion.day("2026-01-01"),
            begin: TestRegion.day("2026-01-10"), status: .first)
        ]))
  }

  private static func header(
    _ kind: MessageKind, provider: Int, municipality: Int, identification: ExactText, date: String
  ) -> MessageHeader {
    MessageHeader(
      standard: .iJw(.v3_2), kind: kind, provider: TestRegion.providers[provider],
      municipality: TestRegion.municipalities[municipality], identification: identification,
      date: TestRegion.day(date), schemaVersion: SchemaVersion(basic: "1.0.0", message: "1.0.0"))
  }
}
