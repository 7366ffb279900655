internal import CLibXML2
internal import SaldoDomain

/// One pass over the bytes of one message: libxml2 reads, the schema check judges, a builder collects the values.
///
/// No tree is made. The names of elements are compared as addresses in the parser's dictionary; text is collected in
/// one buffer that every leaf uses again.
final class MessageParse {
  /// How deep elements may be nested; the deepest message of the standard needs ten.
  static let maximumDepth = 100

  private let library: SchemaLibrary
  private let buildsMessage: Bool

  /// What the root element says about the message.
  private(set) var recognised: (kind: MessageKind?, domain: Domain?, release: String?) = (nil, nil, nil)
  /// Why the bytes are no message at all, and where that showed.
  private(set) var unusable: (reason: UnusableReason, line: Int32)?
  /// The differences from the schema.
  private(set) var findings = FindingList()
  /// Values that the schema accepts and our types cannot hold; only of interest when the message is valid.
  private var unreadable = FindingList()

  private var definition: MessageDefinition?
  private var builder: (any MessageBuilder)?
  private var check: SchemaCheck?
  private var stack = ElementStack()
  /// Why the element that was opened last is out of place; nil when it is not.
  private var misplacement: SchemaReason?
  private var isOpening = false

  private var text: [UInt8] = []
  private var collectsText = false

  /// The parser, for its dictionary and its line number.
  private var parser: xmlParserCtxtPtr?
  /// The names of the layout's elements and the two namespaces, as addresses in the parser's dictionary.
  private var names: [UnsafePointer<xmlChar>?] = []
  private var messageNamespace: UnsafePointer<xmlChar>?
  private var basicNamespace: UnsafePointer<xmlChar>?

  /// A pass that builds a message, or only judges it.
  init(library: SchemaLibrary, buildsMessage: Bool) {
    self.library = library
    self.buildsMessage = buildsMessage
    text.reserveCapacity(256)
  }

  /// Reads the bytes, which have been found to be UTF-8 without a byte-order mark.
  func run(_ bytes: UnsafeBufferPointer<UInt8>) -> Message? {
    let receiver = Unmanaged.passUnretained(self).toOpaque()
    var input = ByteInput(rest: bytes[...])
    var handler = Self.handler()
    withUnsafeMutablePointer(to: &input) { input in
      guard
        let parser = xmlCreateIOParserCtxt(
          &handler, receiver, ByteInput.read, nil, input, XML_CHAR_ENCODING_NONE)
      else { return refuse(.notWellFormed) }
      xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
      self.parser = parser
      xmlParseDocument(parser)
      if parser.pointee.wellFormed != 1 || parser.pointee.nsWellFormed != 1 { refuse(.notWellFormed) }
      self.parser = nil
      xmlFreeParserCtxt(parser)
    }
    let isValid = check?.finish() ?? false
    check = nil
    guard unusable == nil else { return nil }
    if !isValid && findings.isEmpty { report(.other) }
    guard isValid, findings.isEmpty else { return nil }
    return finished()
  }

  /// The message of a valid file; nil when a value cannot be held, which is then a finding.
  private func finished() -> Message? {
    guard unreadable.isEmpty else {
      findings = unreadable
      return nil
    }
    guard buildsMessage else { return nil }
    let message = builder?.message()
    if message == nil { report(.other) }
    return message
  }

  // MARK: Events of the parser, from ParserEvents.swift

  func startElement(
    _ name: UnsafePointer<xmlChar>, namespace: UnsafePointer<xmlChar>?, forward: (SchemaCheck) -> Void
  ) {
    guard unusable == nil else { return }
    let line = parser.map { xmlSAX2GetLineNumber($0) } ?? 0
    if definition == nil {
      guard recognise(namespace) else { return }
      start(name, namespace: namespace, line: line)
    } else {
      guard stack.depth < Self.maximumDepth else { return refuse(.tooDeep(limit: Self.maximumDepth)) }
      startChild(name, namespace: namespace, line: line)
    }
    isOpening = true
    if let check { forward(check) }
    isOpening = false
  }

  func endElement(forward: (SchemaCheck) -> Void) {
    guard unusable == nil, let frame = stack.top else { return }
    if let check { forward(check) }
    if findings.isEmpty, let node = frame.node, let definition {
      let place = definition.layout.nodes[node]
      if let base = place.base {
        deliver(place.element, base, line: frame.line)
      } else {
        builder?.close(place.element, in: parentElement)
      }
    }
    collectsText = false
    stack.pop()
  }

  func characters(_ bytes: UnsafeBufferPointer<UInt8>, forward: (SchemaCheck) -> Void) {
    guard unusable == nil, let check else { return }
    if collectsText { text.append(contentsOf: bytes) }
    forward(check)
  }

  /// Stops reading for a reason; the first one counts.
  func refuse(_ reason: UnusableReason, line: Int32? = nil) {
    guard unusable == nil else { return }
    unusable = (reason, line ?? parser.map { xmlSAX2GetLineNumber($0) } ?? 1)
    builder = nil
    if let parser { xmlStopParser(parser) }
  }

  /// Takes an error of the schema check, which has just been handed an event of the current element.
  func schemaError(_ code: Int32) {
    switch xmlParserErrors(UInt32(bitPattern: code)) {
    case XML_SCHEMAV_ELEMENT_CONTENT, XML_SCHEMAV_CVC_ELT_1:
      report(isOpening ? misplacement ?? .unexpectedElement : .missingElement)
    default: report(SchemaReason(schemaError: code))
    }
  }

  // MARK: The tree

  /// Finds out which message this is by the namespace of its root element.
  private func recognise(_ namespace: UnsafePointer<xmlChar>?) -> Bool {
    guard let parser, let namespace, let parts = MessageNamespace(String(cString: namespace)) else {
      refuse(.notStandard)
      return false
    }
    recognised = (MessageKind(rawValue: parts.number), parts.domain, parts.release)
    guard let definition = library[String(cString: namespace)] else {
      refuse(parts.refusal)
      return false
    }
    let receiver = Unmanaged.passUnretained(self).toOpaque()
    self.definition = definition
    builder = buildsMessage ? definition.makeBuilder() : nil
    check = SchemaCheck(
      schema: definition.schema, receiver: receiver,
      report: { receiver, error in
        MessageParse.of(receiver)?.schemaError(error?.pointee.code ?? 0)
      })
    let dictionary = parser.pointee.dict
    names = definition.layout.nodes.map { xmlDictLookup(dictionary, $0.element.rawValue, -1) }
    messageNamespace = xmlDictLookup(dictionary, definition.message.namespace, -1)
    basicNamespace = xmlDictLookup(dictionary, definition.profile.basicNamespace, -1)
    return true
  }

  private func start(_ name: UnsafePointer<xmlChar>, namespace: UnsafePointer<xmlChar>?, line: Int32) {
    let isRoot = name == names[0]
    misplacement = isRoot ? nil : .unknownElement
    stack.pushRoot(
      ElementStack.Frame(
        node: isRoot ? 0 : nil, element: StandardElement(rawValue: String(cString: name)), line: line))
  }

  private func startChild(_ name: UnsafePointer<xmlChar>, namespace: UnsafePointer<xmlChar>?, line: Int32) {
    guard let definition, let parent = stack.top else { return }
    let layout = definition.layout
    var found: Int?
    var hasName = false
    if let node = parent.node {
      for child in layout.nodes[node].children where names[child] == name {
        hasName = true
        if namespace == (layout.nodes[child].isInBasicSchema ? basicNamespace : messageNamespace) { found = child }
      }
    }
    let element = found.map { layout.nodes[$0].element } ?? StandardElement(rawValue: String(cString: name))
    let isRepeat = found != nil && found == parent.lastChild
    let isInPlace = stack.push(node: found, element: element, line: line, in: layout)
    if found == nil {
      misplacement = hasName ? .wrongNamespace : .unknownElement
    } else {
      misplacement = isInPlace ? nil : isRepeat ? .repeatedElement : .unexpectedElement
    }
    collectsText = false
    guard let found, findings.isEmpty else { return }
    if layout.nodes[found].base != nil {
      text.removeAll(keepingCapacity: true)
      collectsText = true
    } else {
      builder?.open(layout.nodes[found].element, line: line)
    }
  }

  /// The element around the current one; the root stands in for its own parent.
  private var parentElement: StandardElement {
    stack.depth > 1 ? stack.frames[stack.depth - 2].element ?? .bericht : .bericht
  }

  /// Reads the text of a leaf as its type says and hands it to the builder.
  private func deliver(_ element: StandardElement, _ base: SimpleType.Base, line: Int32) {
    text.withUnsafeBufferPointer { bytes in
      if let value = LeafValue(bytes, as: base) {
        builder?.leaf(element, in: parentElement, value, line: line)
      } else {
        unreadable.append(finding(.outOfRange), line: line)
      }
    }
  }

  // MARK: Findings

  /// Adds a finding at the current element. From then on no value is read: an invalid message has none.
  private func report(_ reason: SchemaReason) {
    collectsText = false
    if reason.isAboutValue {
      guard stack.top?.hasValueFinding != true else { return }
      if stack.depth > 0 { stack.noteValueFinding() }
    }
    findings.append(finding(reason), line: stack.top?.line ?? 1)
  }

  private func finding(_ reason: SchemaReason) -> Finding {
    guard let layout = definition?.layout else { return UnusableReason.notStandard.finding(line: 1) }
    return Finding(
      rule: .xsd, level: .schema, severity: .reject, place: stack.place(in: layout),
      facts: [
        "element": .code(stack.top?.element?.rawValue ?? "*"), "reason": .phrase(reason.words),
        "expected": .phrase(expectation(reason, in: layout)),
      ])
  }

  /// What the schema accepts where the finding is made.
  private func expectation(_ reason: SchemaReason, in layout: MessageLayout) -> Bilingual {
    switch reason {
    case .unexpectedAttribute: return Bilingual(nl: "geen attributen", en: "no attributes")
    case .unexpectedText: return Bilingual(nl: "alleen elementen", en: "elements only")
    case .wrongNamespace:
      return Bilingual(nl: "de naamruimte van het schema", en: "the namespace of the schema")
    case .unknownElement, .unexpectedElement, .repeatedElement:
      guard stack.depth > 1 else { return Self.words(for: ["Bericht"]) }
      return next(in: stack.frames[stack.depth - 2], layout)
    case .missingElement: return stack.top.map { next(in: $0, layout) } ?? Self.words(for: ["Bericht"])
    default:
      guard let node = stack.top?.node else { return Self.words(for: []) }
      return layout.types[node]?.expectation ?? next(in: stack.frames[stack.depth - 1], layout)
    }
  }

  private func next(in frame: ElementStack.Frame, _ layout: MessageLayout) -> Bilingual {
    guard let node = frame.node else { return Self.words(for: []) }
    let expected = layout.expected(in: node, after: frame.lastChild)
    return Self.words(for: expected.map { layout.nodes[$0].element.rawValue })
  }

  private static func words(for names: [String]) -> Bilingual {
    guard !names.isEmpty else { return Bilingual(nl: "geen element meer", en: "no further element") }
    return Bilingual(nl: names.joined(separator: " of "), en: names.joined(separator: " or "))
  }
}
