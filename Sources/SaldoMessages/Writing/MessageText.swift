internal import SaldoDomain

/// A message under construction: XML with the names of its standard.
///
/// A child of a class is in the namespace of the message, and is written with ``leaf(_:_:)`` and ``element(_:_:)``; a
/// child of a shared complex type is in that of the basic schema, and is written with ``part(_:_:)`` and
/// ``group(_:_:)``. A leaf without a value is left out.
struct MessageText {
  /// The standard of the message.
  let profile: StandardProfile
  /// The names of the message.
  let names: MessageProfile
  /// The codes of the classes, when the message comes back; nil in every other message.
  private let returned: [ReturnedClass: [ReturnCode]]?
  private var xml = XMLText()

  /// The text of a message, nothing written yet.
  init(of message: Message) {
    let header = message.header
    profile = StandardProfile.profile(of: header.standard)
    names = profile.message(header.kind)
    if case .returned(let message) = message { returned = message.content?.codes } else { returned = nil }
  }

  /// What was written.
  var bytes: [UInt8] { xml.bytes }

  /// Writes a message as a whole (Standard: `Bericht`).
  mutating func write(_ message: Message) {
    let root = XMLName(names.prefix, .bericht)
    xml.open(
      root,
      attributes:
        " xmlns:\(profile.basicPrefix)=\"\(profile.basicNamespace)\" xmlns:\(names.prefix)=\"\(names.namespace)\"")
    header(of: message)
    content(of: message)
    xml.close(root)
  }

  /// Writes what follows the header.
  private mutating func content(of message: Message) {
    switch message {
    case .allocation(let message): allocation(message)
    case .start(let message): start(message)
    case .stop(let message): stop(message)
    case .allocationRequest(let message): allocationRequest(message)
    case .changeRequest(let message): changeRequest(message)
    case .requestAnswer(let message): requestAnswer(message)
    case .declaration(let message): declaration(message)
    case .declarationAnswer(let message): declarationAnswer(message)
    case .returned(let message): if let answered = message.content?.message { content(of: answered) }
    }
  }

  /// Writes a class, or a child of a class that has parts.
  mutating func element(_ element: StandardElement, _ children: (inout MessageText) -> Void) {
    nest(XMLName(names.prefix, element), children)
  }

  /// Writes a child of a class that has a text.
  mutating func leaf(_ element: StandardElement, _ text: String?) {
    if let text { xml.leaf(XMLName(names.prefix, element), text) }
  }

  /// Writes a child of a shared complex type that has parts of its own.
  mutating func group(_ element: StandardElement, _ children: (inout MessageText) -> Void) {
    nest(XMLName(profile.basicPrefix, element), children)
  }

  /// Writes a child of a shared complex type that has a text.
  mutating func part(_ element: StandardElement, _ text: String?) {
    if let text { xml.leaf(XMLName(profile.basicPrefix, element), text) }
  }

  private mutating func nest(_ name: XMLName, _ children: (inout MessageText) -> Void) {
    xml.open(name)
    children(&self)
    xml.close(name)
  }

  /// Writes codes (Standard: `RetourCodes`).
  mutating func codes(_ codes: [ReturnCode]) {
    element(.retourCodes) { text in
      for code in codes { text.leaf(.retourCode, code.rawValue) }
    }
  }

  /// Writes the codes of a class, when the message comes back.
  mutating func codes(of place: ReturnedClass) {
    if let returned { codes(returned[place] ?? []) }
  }
}
