public import SaldoDomain

extension DeliveryLine {
  /// Ten hours at € 4.00 on allocation 1001 in February 2025; a change of one element leaves the others alone.
  public static func sample(
    reference: ExactText = "R1", previousReference: ExactText? = nil, allocation: UInt32 = 1001,
    product: Product = Sample.product, period: Period = Sample.period, volume: Int64 = 10, unit: CareUnit = .hour,
    tariff: Int64? = 400, amount: StatedAmount = .debit(4000), client: Int = 0
  ) -> DeliveryLine {
    DeliveryLine(
      reference: reference, previousReference: previousReference, allocation: AllocationNumber(allocation),
      product: product, period: period, volume: volume, unit: unit, tariff: tariff.map { Euros(cents: $0) },
      amount: amount, client: client)
  }

  /// The credit line that undoes this line.
  public func credited(as reference: ExactText) -> DeliveryLine {
    var credit = self
    credit.reference = reference
    credit.previousReference = self.reference
    credit.amount = StatedAmount(size: amount.size, side: .credit)
    return credit
  }
}

extension DeclarationMessage {
  /// Declaration D1 over February 2025, with one client and one line.
  ///
  /// The total is the sum of the lines and the clients' ranges follow the lines, unless they are given.
  public static func sample(
    provider: ProviderCode = Sample.provider, municipality: MunicipalityCode = Sample.municipality,
    identification: ExactText = "ID1", messageDate: CalendarDate = "2025-03-03", number: ExactText = "D1",
    period: Period = Period("2025-02-01", "2025-02-28"), date: CalendarDate = "2025-03-03",
    total: StatedAmount? = nil, clients: [Bsn] = [Sample.bsn], lines: [DeliveryLine] = [.sample()]
  ) -> DeclarationMessage {
    let sum = lines.reduce(Euros.zero) { $0 + $1.amount.signed }
    let declared = clients.enumerated().map { position, bsn in
      let first = lines.firstIndex { $0.client == position } ?? 0
      let count = lines.count { $0.client == position }
      return DeclaredClient(bsn: bsn, lines: first..<(first + count), sourceLine: Int32(100 * (position + 1)))
    }
    return DeclarationMessage(
      header: .sample(
        .declaration, provider: provider, municipality: municipality, identification: identification,
        date: messageDate),
      number: number, period: period, date: date, total: total ?? StatedAmount(signed: sum), clients: declared,
      lines: lines)
  }
}

extension MessageHeader {
  /// The header of a message of 3 March 2025 between the sample parties.
  public static func sample(
    _ kind: MessageKind, provider: ProviderCode = Sample.provider,
    municipality: MunicipalityCode = Sample.municipality, identification: ExactText = "ID1",
    date: CalendarDate = "2025-03-03"
  ) -> MessageHeader {
    MessageHeader(
      standard: .iJw(.v3_2), kind: kind, provider: provider, municipality: municipality,
      identification: identification, date: date, schemaVersion: SchemaVersion(basic: "1.0.0", message: "1.0.0"))
  }
}

extension AllocatedProduct {
  /// Allocation 1001: three hours per week of the sample product, from 13 January up to 30 June 2025.
  public static func sample(
    number: UInt32 = 1001, category: ProductCategory? = Sample.product.category,
    code: ProductCode? = Sample.product.code, decidedOn: CalendarDate = "2025-01-10",
    validity: OpenPeriod = OpenPeriod("2025-01-13", "2025-06-30"), changeReason: ChangeReason? = nil,
    volume: AllocatedVolume? = AllocatedVolume(volume: 3, unit: .hour, frequency: .perWeek), budget: Euros? = nil
  ) -> AllocatedProduct {
    AllocatedProduct(
      number: AllocationNumber(number), category: category, code: code,
      decidedAt: DecisionMoment(date: decidedOn, millisecondOfDay: 36_000_000), validity: validity,
      changeReason: changeReason, volume: volume, budget: budget)
  }
}

extension AllocationMessage {
  /// A message that allocates these products to the sample client.
  public static func sample(
    municipality: MunicipalityCode = Sample.municipality, date: CalendarDate = "2025-01-10",
    products: [AllocatedProduct] = [.sample()]
  ) -> AllocationMessage {
    AllocationMessage(
      header: .sample(.allocation, municipality: municipality, date: date),
      client: AllocatedClient(
        bsn: Sample.bsn, birthDate: BirthDate(date: "2012-05-01", use: nil), sex: "1",
        name: PersonName(
          surname: Surname(name: "Voorbeeld", prefix: nil), partnerName: nil, givenNames: nil, initials: nil,
          nameUse: "1"),
        contacts: []),
      products: products)
  }
}

extension StartMessage {
  /// A notice that delivery on allocation 1001 started.
  public static func sample(
    municipality: MunicipalityCode = Sample.municipality, date: CalendarDate = "2025-01-15",
    allocationBegin: CalendarDate? = "2025-01-13", begin: CalendarDate = "2025-01-14"
  ) -> StartMessage {
    StartMessage(
      header: .sample(.start, municipality: municipality, date: date), client: .sample,
      products: [.sample(allocationBegin: allocationBegin, begin: begin)])
  }
}

extension StopMessage {
  /// A notice that delivery on allocation 1001 stopped.
  public static func sample(
    municipality: MunicipalityCode = Sample.municipality, date: CalendarDate = "2025-04-02",
    allocationBegin: CalendarDate? = "2025-01-13", begin: CalendarDate = "2025-01-14",
    end: CalendarDate = "2025-03-31"
  ) -> StopMessage {
    StopMessage(
      header: .sample(.stop, municipality: municipality, date: date), client: .sample,
      products: [
        StoppedProduct(
          start: .sample(allocationBegin: allocationBegin, begin: begin), reason: StopReason(rawValue: "31"), end: end)
      ])
  }
}

extension NoticeClient {
  /// The sample client as notices name it.
  static var sample: NoticeClient {
    NoticeClient(
      bsn: Sample.bsn, birthDate: BirthDate(date: "2012-05-01", use: nil), sex: "1",
      name: PersonName(
        surname: Surname(name: "Voorbeeld", prefix: nil), partnerName: nil, givenNames: nil, initials: nil, nameUse: nil
      ))
  }
}

extension StartedProduct {
  /// Delivery on allocation 1001.
  static func sample(allocationBegin: CalendarDate?, begin: CalendarDate) -> StartedProduct {
    StartedProduct(
      allocation: AllocationNumber(1001), category: Sample.product.category, code: Sample.product.code,
      allocationBegin: allocationBegin, begin: begin, status: .first)
  }
}
