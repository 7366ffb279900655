import SaldoDomain

/// A rule of level 2 on each product that a 301, 315 or 317 allocates or asks for.
protocol CareTermsRule: FormRule {
  /// The element that a failure points at, by its path within the product.
  static func element(of terms: CareTerms) -> String

  /// Judges one product.
  func verdict(on terms: CareTerms) -> Verdict
}

extension CareTermsRule {
  /// Judges every product.
  func judge(_ message: Message, report: (Finding.Place, Facts) -> Void) {
    for terms in message.careTerms {
      if case .fail(let facts) = verdict(on: terms) { report(terms.place.place(of: Self.element(of: terms)), facts) }
    }
  }
}

/// A rule of level 2 on each birth date of a 301, 305, 307 or 315. It never shows the date.
protocol BirthDateRule: FormRule {
  /// The element that a failure points at, by its path within the client or relation.
  static var element: String { get }

  /// Judges one birth date in a message of a day.
  func verdict(on birthDate: BirthDate, messageDate: CalendarDate) -> Verdict
}

extension BirthDateRule {
  /// Judges every birth date.
  func judge(_ message: Message, report: (Finding.Place, Facts) -> Void) {
    for person in message.people {
      if case .fail(let facts) = verdict(on: person.birthDate, messageDate: message.header.date) {
        report(person.place.place(of: Self.element), facts)
      }
    }
  }
}

/// A rule of level 2 on allocation messages only.
protocol AllocationFormRule: FormRule {
  /// Judges one allocation message and reports each place where the rule does not hold.
  func judge(_ message: AllocationMessage, report: (Finding.Place, Facts) -> Void)
}

extension AllocationFormRule {
  /// Judges the message when it is an allocation.
  func judge(_ message: Message, report: (Finding.Place, Facts) -> Void) {
    if case .allocation(let allocation) = message { judge(allocation, report: report) }
  }
}

/// A rule of level 2 on each contact of a 301: those of the client and that of each relation.
protocol ContactRule: AllocationFormRule {
  /// The element that a failure points at, by its path within the contact; nil for the contact itself.
  static var element: String? { get }

  /// Judges one contact.
  func verdict(on contact: Contact) -> Verdict
}

extension ContactRule {
  /// Judges every contact.
  func judge(_ message: AllocationMessage, report: (Finding.Place, Facts) -> Void) {
    for placed in message.contacts {
      guard case .fail(let facts) = verdict(on: placed.contact) else { continue }
      report(Self.element.map(placed.place.place(of:)) ?? placed.place.place, facts)
    }
  }
}

/// A rule of level 2 on each product of a request for an allocation (315).
protocol RequestedProductRule: FormRule {
  /// The element that a failure points at, by its path within the product.
  static var element: String { get }

  /// Judges one product.
  func verdict(on product: RequestedProduct) -> Verdict
}

extension RequestedProductRule {
  /// Judges every requested product.
  func judge(_ message: Message, report: (Finding.Place, Facts) -> Void) {
    guard case .allocationRequest(let request) = message else { return }
    for (position, product) in request.products.enumerated() {
      guard case .fail(let facts) = verdict(on: product) else { continue }
      report(AllocationRequestMessage.place(ofProduct: position, product).place(of: Self.element), facts)
    }
  }
}

/// A rule of level 2 on the answer to a request (319).
protocol RequestAnswerRule: FormRule {
  /// The element that a failure points at, by its path within the answer.
  static var element: String { get }

  /// Judges the answer.
  func verdict(on message: RequestAnswerMessage) -> Verdict
}

extension RequestAnswerRule {
  /// Judges the message when it is an answer to a request.
  func judge(_ message: Message, report: (Finding.Place, Facts) -> Void) {
    guard case .requestAnswer(let answer) = message, case .fail(let facts) = verdict(on: answer) else { return }
    report(answer.answerPlace.place(of: Self.element), facts)
  }
}

/// A rule of level 2 on a request for a change (317) as a whole.
protocol ChangeRequestRule: FormRule {
  /// Judges one request and reports each place where the rule does not hold.
  func judge(_ message: ChangeRequestMessage, report: (Finding.Place, Facts) -> Void)
}

extension ChangeRequestRule {
  /// Judges the message when it is a request for a change.
  func judge(_ message: Message, report: (Finding.Place, Facts) -> Void) {
    if case .changeRequest(let request) = message { judge(request, report: report) }
  }
}
