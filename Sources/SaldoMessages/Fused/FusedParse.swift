internal import CLibXML2
internal import SaldoDomain

/// The fast way through a message: one pass in which libxml2 reads, the table checks order, number and facets, and a
/// builder collects the values.
///
/// It accepts or it does not; why not is for ``MessageParse`` to find out, which judges by the schema and reads whatever
/// this pass leaves alone: attributes, CDATA, unusual spellings of numbers and dates. Everything that is accepted here
/// the schema accepts, with the same values.
struct FusedParse {
  /// One place of the table during a pass.
  private struct Slot {
    let place: FusedTable.Place
    /// Name and namespace, as addresses in the parser's dictionary.
    let name: UnsafePointer<xmlChar>?
    let namespace: UnsafePointer<xmlChar>?
    /// The child that may come next; the last one again when it can repeat.
    var next: Int
    /// Whether ``next`` has occurred.
    var hasNext = false
  }

  /// What is around the root element.
  private static let outside = -1

  private let library: SchemaLibrary
  private let parser: xmlParserCtxtPtr
  private var definition: MessageDefinition?
  private var builder: (any MessageBuilder)?
  private var slots = UnsafeMutableBufferPointer<Slot>(start: nil, count: 0)
  /// The position of the current element.
  private var current = Self.outside
  private var isComplete = false
  private var isRefused = false

  /// The text of the current leaf; a longer one is left to the schema.
  private let text = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 65_536)
  private var length = 0
  /// The line of the current leaf, 1-based.
  private var leafLine: Int32 = 0

  private init(library: SchemaLibrary, parser: xmlParserCtxtPtr) {
    self.library = library
    self.parser = parser
  }

  /// Reads the bytes, which have been found to be UTF-8 without a byte-order mark; nil when they are not accepted.
  static func run(
    _ bytes: UnsafeBufferPointer<UInt8>, library: SchemaLibrary, _ signals: [Finding]
  ) -> MessageReading? {
    var input = ByteInput(rest: bytes[...])
    var handler = Self.handler()
    return withUnsafeMutablePointer(to: &input) { input in
      let pass = UnsafeMutablePointer<FusedParse>.allocate(capacity: 1)
      defer { pass.deallocate() }
      guard
        let parser = xmlCreateIOParserCtxt(&handler, pass, ByteInput.read, nil, input, XML_CHAR_ENCODING_NONE)
      else { return nil }
      defer { xmlFreeParserCtxt(parser) }
      pass.initialize(to: FusedParse(library: library, parser: parser))
      defer {
        pass.pointee.freeMemory()
        pass.deinitialize(count: 1)
      }
      xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
      xmlParseDocument(parser)
      return pass.pointee.reading(signals)
    }
  }

  /// The message, when all of it was accepted.
  private func reading(_ signals: [Finding]) -> MessageReading? {
    guard isComplete, !isRefused, parser.pointee.wellFormed == 1, parser.pointee.nsWellFormed == 1,
      let definition, let message = builder?.message()
    else { return nil }
    var reading = MessageReading(result: .message(message), signals: signals)
    let standard = definition.profile.standard
    (reading.kind, reading.domain, reading.release) = (
      definition.message.kind, standard.domain, standard.release.rawValue
    )
    return reading
  }

  private func freeMemory() {
    slots.deinitialize()
    slots.deallocate()
    text.deallocate()
  }

  // MARK: Events of the parser

  private static func handler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { pass, name, _, namespace, _, _, attributeCount, _, _ in
      FusedParse.at(pass).pointee.open(name, namespace, hasAttributes: attributeCount != 0)
    }
    handler.endElementNs = { pass, _, _, _ in FusedParse.at(pass).pointee.close() }
    let characters: charactersSAXFunc = { pass, bytes, length in
      FusedParse.at(pass).pointee.take(UnsafeBufferPointer(start: bytes, count: Int(length)))
    }
    handler.characters = characters
    handler.ignorableWhitespace = characters
    handler.cdataBlock = { pass, _, _ in FusedParse.at(pass).pointee.refuse() }
    handler.reference = { pass, _ in FusedParse.at(pass).pointee.refuse() }
    handler.internalSubset = { pass, _, _, _ in FusedParse.at(pass).pointee.refuse() }
    handler.serror = { pass, error in
      guard let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
      FusedParse.at(pass).pointee.refuse()
    }
    return handler
  }

  private static func at(_ pass: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<FusedParse> {
    guard let pass else { preconditionFailure("libxml2 hands back what it was given") }
    return pass.assumingMemoryBound(to: FusedParse.self)
  }

  private mutating func refuse() {
    guard !isRefused else { return }
    isRefused = true
    xmlStopParser(parser)
  }

  /// An element opens: it must be the next one of its parent, or come after some that need not occur.
  private mutating func open(
    _ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?, hasAttributes: Bool
  ) {
    guard !isRefused, !hasAttributes else { return refuse() }
    guard current != Self.outside else { return openRoot(name, namespace) }
    let parent = current
    let end = slots[parent].place.children.upperBound
    var child = slots[parent].next
    var maySkip = slots[parent].hasNext
    while child < end, slots[child].name != name || slots[child].namespace != namespace {
      guard maySkip || slots[child].place.isOptional else { return refuse() }
      maySkip = false
      child += 1
    }
    guard child < end else { return refuse() }
    let isRepeatable = slots[child].place.isRepeatable
    slots[parent].next = isRepeatable ? child : child + 1
    slots[parent].hasNext = isRepeatable
    enter(child)
  }

  private mutating func openRoot(_ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?) {
    guard let name, let namespace, let definition = library[String(cString: namespace)], let table = definition.table
    else { return refuse() }
    let dictionary = parser.pointee.dict
    let own = xmlDictLookup(dictionary, definition.message.namespace, -1)
    let basic = xmlDictLookup(dictionary, definition.profile.basicNamespace, -1)
    slots = .allocate(capacity: table.places.count)
    _ = slots.initialize(
      from: table.places.map { place in
        Slot(
          place: place, name: xmlDictLookup(dictionary, place.element.rawValue, -1),
          namespace: place.isInBasicSchema ? basic : own, next: place.children.lowerBound)
      })
    guard name == slots[0].name, namespace == slots[0].namespace else { return refuse() }
    self.definition = definition
    builder = definition.makeBuilder()
    enter(0)
  }

  private mutating func enter(_ position: Int) {
    current = position
    if slots[position].place.rule != nil {
      length = 0
      leafLine = parser.pointee.input.pointee.line
    } else {
      slots[position].next = slots[position].place.children.lowerBound
      slots[position].hasNext = false
      let (element, line) = (slots[position].place.element, parser.pointee.input.pointee.line)
      builder?.open(element, line: line)
    }
  }

  /// The current element ends: a leaf must have a good value, any other element all that it cannot do without.
  private mutating func close() {
    guard !isRefused, current != Self.outside else { return refuse() }
    let parent = slots[current].place.parent
    let element = slots[current].place.element
    let parentElement = slots[parent].place.element
    if slots[current].place.rule != nil {
      let bytes = UnsafeBufferPointer(rebasing: text[..<length])
      guard let value = slots[current].place.rule?.value(of: bytes) else { return refuse() }
      let line = leafLine
      builder?.leaf(element, in: parentElement, value, line: line)
    } else {
      let rest = slots[current].hasNext ? slots[current].next + 1 : slots[current].next
      guard rest == slots[current].place.children.upperBound || slots[rest].place.endsParent else { return refuse() }
      builder?.close(element, in: parentElement)
    }
    isComplete = current == 0
    current = isComplete ? Self.outside : parent
  }

  /// Text comes in: a part of a leaf, or white space between elements.
  private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !isRefused, current != Self.outside else { return refuse() }
    if slots[current].place.rule != nil {
      guard bytes.count <= text.count - length else { return refuse() }
      _ = UnsafeMutableBufferPointer(rebasing: text[length...]).update(fromContentsOf: bytes)
      length += bytes.count
    } else {
      guard bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) else { return refuse() }
    }
  }
}
