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
        contacts: [.sample()]),
      products: products)
  }
}

extension Contact {
  /// A home address in the Netherlands, without a telephone number.
  public static func sample(_ kind: String = "01") -> Contact {
    Contact(
      kind: kind,
      address: Address(
        house: Address.House(number: 1, letter: nil, addition: nil, designation: nil), postalCode: "1011AB",
        street: "Verzonnenstraat", town: "Voorbeeld", country: "NL"),
      organisation: nil, telephones: [], email: nil, period: nil)
  }
}

extension Relation {
  /// A parent of the sample client.
  public static func sample(_ number: ExactText = "P1") -> Relation {
    Relation(
      number: number, order: 1, kind: "03", birthDate: BirthDate(date: "1980-02-03", use: nil), sex: "2",
      name: PersonName(
        surname: Surname(name: "Voorbeeld", prefix: nil), partnerName: nil, givenNames: nil, initials: nil,
        nameUse: "1"), contact: .sample())
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
  public static var sample: NoticeClient {
    NoticeClient(
      bsn: Sample.bsn, birthDate: BirthDate(date: "2012-05-01", use: nil), sex: "1",
      name: PersonName(
        surname: Surname(name: "Voorbeeld", prefix: nil), partnerName: nil, givenNames: nil, initials: nil, nameUse: nil
      ))
  }
}

extension StartedProduct {
  /// Delivery on allocation 1001.
  public static func sample(
    allocationBegin: CalendarDate? = "2025-01-13", begin: CalendarDate = "2025-01-14"
  ) -> StartedProduct {
    StartedProduct(
      allocation: AllocationNumber(1001), category: Sample.product.category, code: Sample.product.code,
      allocationBegin: allocationBegin, begin: begin, status: .first)
  }
}

extension RequestedProduct {
  /// Request REF1 for the care of allocation 1001, referred by a general practitioner.
  public static func sample(
    reference: ExactText = "REF1", category: ProductCategory? = Sample.product.category,
    code: ProductCode? = Sample.product.code, validity: OpenPeriod = OpenPeriod("2025-01-13", "2025-06-30"),
    volume: AllocatedVolume? = AllocatedVolume(volume: 3, unit: .hour, frequency: .perWeek), budget: Euros? = nil
  ) -> RequestedProduct {
    RequestedProduct(
      providerReference: reference, category: category, code: code, validity: validity, volume: volume, budget: budget,
      referrer: Referrer(kind: "02", code: ProviderCode("01000001")))
  }
}

extension AllocationRequestMessage {
  /// A request of 10 January 2025 for these products.
  public static func sample(
    date: CalendarDate = "2025-01-10", products: [RequestedProduct] = [.sample()]
  ) -> AllocationRequestMessage {
    AllocationRequestMessage(
      header: .sample(.allocationRequest, date: date), client: RequestClient(person: .sample), products: products)
  }
}

extension ChangeRequestMessage.ChangedProduct {
  /// Four hours a week on allocation 1001 from April 2025.
  public static func sample(
    allocation: UInt32 = 1001, validity: OpenPeriod = OpenPeriod("2025-04-01", "2025-06-30"),
    volume: AllocatedVolume? = AllocatedVolume(volume: 4, unit: .hour, frequency: .perWeek), budget: Euros? = nil
  ) -> ChangeRequestMessage.ChangedProduct {
    ChangeRequestMessage.ChangedProduct(
      allocation: AllocationNumber(allocation), validity: validity, volume: volume, budget: budget)
  }
}

extension ChangeRequestMessage.NewProduct {
  /// Three hours a week of the sample product from April 2025.
  public static func sample(
    category: ProductCategory? = Sample.product.category, code: ProductCode? = Sample.product.code,
    validity: OpenPeriod = OpenPeriod("2025-04-01", "2025-06-30"),
    volume: AllocatedVolume? = AllocatedVolume(volume: 3, unit: .hour, frequency: .perWeek), budget: Euros? = nil
  ) -> ChangeRequestMessage.NewProduct {
    ChangeRequestMessage.NewProduct(category: category, code: code, validity: validity, volume: volume, budget: budget)
  }
}

extension ChangeRequestMessage {
  /// A request of 3 March 2025 to change allocation 1001.
  public static func sample(
    date: CalendarDate = "2025-03-03", unchanged: [UnchangedProduct] = [], changed: [ChangedProduct] = [.sample()],
    new: [NewProduct] = []
  ) -> ChangeRequestMessage {
    ChangeRequestMessage(
      header: .sample(.changeRequest, date: date), bsn: Sample.bsn, providerReference: "REF2", reason: "1",
      unchanged: unchanged, changed: changed, new: new)
  }
}

extension RequestAnswerMessage {
  /// The rejection of request REF1, because there is no contract (3).
  public static func sample(
    answer: Answer = .rejected, reason: String? = "3", residence: MunicipalityCode? = nil
  ) -> RequestAnswerMessage {
    RequestAnswerMessage(
      header: .sample(.requestAnswer, date: "2025-01-14"), providerReference: "REF1", answer: answer,
      rejectionReason: reason, residence: residence)
  }
}

extension DeclarationAnswer {
  /// The answer of 10 March 2025: of € 90.00 claimed € 50.00 is granted, and line R1 of € 40.00 comes back.
  public static func sample(
    date: CalendarDate = "2025-03-10", claimed: StatedAmount = .debit(9000), granted: StatedAmount = .debit(5000),
    clients: [(bsn: Bsn, lines: [DeliveryLine])] = [(Sample.bsn, [.sample()])], codes: [ReturnCode] = [.noRemark]
  ) -> DeclarationAnswer {
    DeclarationAnswer(
      header: .sample(.declarationAnswer, date: date), declarationIdentification: "ID1",
      declarationDate: "2025-03-03", declarationSchemaVersion: SchemaVersion(basic: "1.0.0", message: "1.0.0"),
      codes: [.noRemark],
      declaration: Declaration(
        number: "D1", claimed: claimed, granted: granted,
        clients: clients.map { client in
          Client(
            bsn: client.bsn,
            lines: client.lines.map { Line(line: $0, codes: [ReturnCode(rawValue: "9321")]) }, codes: [.noRemark])
        }, codes: codes))
  }
}

/// A value with a change: for samples that differ in one element.
public func with<Value>(_ value: Value, _ change: (inout Value) -> Void) -> Value {
  var changed = value
  change(&changed)
  return changed
}

extension Message {
  /// The message in another standard; its values stay as they are.
  public func following(_ standard: Standard) -> Message {
    switch self {
    case .allocation(let message): .allocation(with(message) { $0.header.standard = standard })
    case .start(let message): .start(with(message) { $0.header.standard = standard })
    case .stop(let message): .stop(with(message) { $0.header.standard = standard })
    case .allocationRequest(let message): .allocationRequest(with(message) { $0.header.standard = standard })
    case .changeRequest(let message): .changeRequest(with(message) { $0.header.standard = standard })
    case .requestAnswer(let message): .requestAnswer(with(message) { $0.header.standard = standard })
    case .declaration(let message): .declaration(with(message) { $0.header.standard = standard })
    case .declarationAnswer(let message): .declarationAnswer(with(message) { $0.header.standard = standard })
    case .returned(let message): .returned(with(message) { $0.header.standard = standard })
    }
  }
}
