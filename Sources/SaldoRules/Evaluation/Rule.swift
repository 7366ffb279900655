public import SaldoDomain

/// A rule: its metadata and one check. Rules are pure and never change what they judge.
///
/// Each rule lives in a file named after it, with its metadata, sentences and check together.
public protocol Rule: Sendable {
  /// What the rule is.
  static var metadata: RuleMetadata { get }
  /// Whether it holds for messages with this header.
  func governs(_ header: MessageHeader) -> Bool
  /// What it needs to know besides the message.
  var needs: Knowledge { get }
}

extension Rule {
  /// What the rule is.
  public var metadata: RuleMetadata { Self.metadata }
  /// Whether it holds for messages with this header; asked of each rule for each message, without a copy of what it is.
  public func governs(_ header: MessageHeader) -> Bool { Self.metadata.governs(header) }
  /// What it needs to know besides the message.
  public var needs: Knowledge { Self.metadata.needs }
}

/// A rule on the header of any message, at level 3 or 4.
public protocol HeaderRule: Rule {
  /// The element of the header that a failure points at.
  static func element(of header: MessageHeader) -> HeaderElement

  /// Judges one message by its header.
  func verdict(on message: Message, in context: RuleContext) -> Verdict
}

extension MessageKind {
  /// The messages whose header is judged: all but those that answer with a copied header.
  static let withHeaderRules: [MessageKind] = allCases.filter { $0.returnedKind == nil }
}

/// A rule of level 3 or 4 on each product of an allocation message (301).
///
/// A 301 that breaks one is not in force; its codes travel in the 302 that the provider sends.
public protocol AllocationRule: Rule {
  /// Judges one allocated product.
  func verdict(on product: AllocatedProduct, of message: AllocationMessage, in context: RuleContext) -> Verdict
}

/// A rule of level 3 or 4 on each product of a start or stop message (305, 307).
///
/// A removal (status 3) is judged by the rules on removals only. Source: iStandaarden 3.2, TR063.
public protocol NoticeRule: Rule {
  /// Whether it judges removals; otherwise it judges all other deliveries.
  static var judgesRemovals: Bool { get }

  /// Judges one start or stop.
  func verdict(on subject: NoticeSubject, in context: RuleContext) -> Verdict
}

extension NoticeRule {
  /// Most rules judge what is delivered, not what is removed.
  public static var judgesRemovals: Bool { false }
}

/// A rule on an allocation message that its provider sent back (302).
public protocol ReturnRule: Rule {
  /// Judges one return message.
  func verdict(on message: ReturnMessage, in context: RuleContext) -> Verdict
}

/// A rule of level 3 on the answer to a declaration (325), judged by the provider that sent the declaration.
///
/// No message answers a 325: what is wrong with it is a matter for the telephone.
public protocol AnswerRule: Rule {
  /// Judges one answer beside the declaration that it names, and reports each place where the rule does not hold.
  func judge(
    _ answer: DeclarationAnswer, to declaration: DeclarationMessage, report: (Finding.Place, Facts) -> Void)
}

/// A rule of level 2: it looks at one message alone.
///
/// It loops over its subjects itself, so that a message costs one dynamic call per rule.
public protocol FormRule: Rule {
  /// Judges one message and reports each place where the rule does not hold. Of a message that is not of its kinds it
  /// reports nothing.
  func judge(_ message: Message, report: (Finding.Place, Facts) -> Void)
}

/// A rule of level 2 on declarations only.
public protocol DeclarationFormRule: FormRule {
  /// Judges one declaration and reports each place where the rule does not hold.
  func judge(_ message: DeclarationMessage, report: (Finding.Place, Facts) -> Void)
}

extension DeclarationFormRule {
  /// Judges the message when it is a declaration.
  public func judge(_ message: Message, report: (Finding.Place, Facts) -> Void) {
    if case .declaration(let declaration) = message { judge(declaration, report: report) }
  }
}

/// A rule of level 2 on one element of each line of a declaration.
public protocol LineFormRule: DeclarationFormRule {
  /// The element that a failure points at.
  static var element: DeliveryLine.Element { get }

  /// Judges one line of a declaration.
  func verdict(on line: DeliveryLine, in message: DeclarationMessage) -> Verdict
}

extension LineFormRule {
  /// Judges every line.
  public func judge(_ message: DeclarationMessage, report: (Finding.Place, Facts) -> Void) {
    for position in message.lines.indices {
      if case .fail(let facts) = verdict(on: message.lines[position], in: message) {
        report(message.place(of: Self.element, line: position), facts)
      }
    }
  }
}

/// A rule of level 3 or 4 on the declaration class.
public protocol DeclarationRule: Rule {
  /// The element that a failure points at.
  static var element: DeclarationElement { get }

  /// Judges one declaration.
  func verdict(on message: DeclarationMessage, in context: RuleContext) -> Verdict
}

/// A rule of level 3 or 4 on each client of a declaration.
public protocol ClientRule: Rule {
  /// Judges one client.
  func verdict(on client: DeclaredClient, of message: DeclarationMessage, in context: RuleContext) -> Verdict
}

/// A rule of level 3, 4 or 5 on each line of a declaration.
public protocol LineRule: Rule {
  /// The element that a failure points at.
  static var element: DeliveryLine.Element { get }
  /// Which lines it judges; credits are refused on technical grounds only (IV085).
  static var sides: Set<DebitCredit> { get }

  /// Whether there is anything to judge in a context, whatever the line: it is asked once per message, so that a rule of
  /// the region costs nothing in a region that does not have it.
  static func applies(in context: RuleContext) -> Bool

  /// Judges one line.
  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict
}

extension LineRule {
  /// Most rules look at every line.
  public static func applies(in context: RuleContext) -> Bool { true }
}
