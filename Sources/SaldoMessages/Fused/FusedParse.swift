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
    /// The slots of the element around it and of its first child, and the end of its children.
    let parent: UnsafeMutablePointer<Slot>
    let first: UnsafeMutablePointer<Slot>
    let end: UnsafeMutablePointer<Slot>
    /// The child that may come next; the last one again when it can repeat.
    var next: UnsafeMutablePointer<Slot>
    /// Whether ``next`` has occurred.
    var hasNext = false
  }

  private let library: SchemaLibrary
  private var parser: xmlParserCtxtPtr?
  private var definition: MessageDefinition?
  private var builder: (any MessageBuilder)?
  /// The builder of a declaration, by far the largest message: it is called without detours.
  private var declaration: UnsafeMutablePointer<DeclarationBuilder>?
  /// The slots of all places.
  private var slots: UnsafeMutablePointer<Slot>?
  /// The current element; nil outside the root.
  private var current: UnsafeMutablePointer<Slot>?
  private var isComplete = false
  private var isRefused = false

  /// The text of the current leaf; a longer one is left to the schema.
  private let text = UnsafeMutablePointer<UInt8>.allocate(capacity: longestText)
  private static let longestText = 65_536
  private var length = 0
  /// The line of the current leaf, 1-based.
  private var leafLine: Int32 = 0

  private init(library: SchemaLibrary) { self.library = library }

  /// Reads the bytes, which have been found to be UTF-8 without a byte-order mark; nil when they are not accepted.
  static func run(
    _ bytes: UnsafeBufferPointer<UInt8>, library: SchemaLibrary, _ signals: [Finding]
  ) -> MessageReading? {
    var input = ByteInput(rest: bytes[...])
    return run(&input, ByteInput.read, library: library) { $0.reading(signals) }
  }

  /// Reads bytes that come in block by block; nil when they are not accepted.
  static func run(_ input: inout BlockInput, library: SchemaLibrary) -> MessageReading? {
    withUnsafeMutablePointer(to: &input) { input in
      // What is remarked on the form of the file is known after it was read; nothing when it cannot be used.
      run(input, BlockInput.read, library: library) { pass in input.pointee.signals.flatMap { pass.reading($0) } }
    }
  }

  /// Reads the first bytes of a declaration, and gives its head when all of that was accepted; what follows is no matter.
  static func declarationHead(of bytes: UnsafeBufferPointer<UInt8>, library: SchemaLibrary) -> DeclarationHead? {
    var input = ByteInput(rest: bytes[...])
    return run(&input, ByteInput.read, library: library) { $0.declaration?.pointee.head() }
  }

  /// - Parameter outcome: What came of the pass.
  private static func run<Outcome>(
    _ input: UnsafeMutableRawPointer, _ read: @escaping xmlInputReadCallback, library: SchemaLibrary,
    _ outcome: (FusedParse) -> Outcome?
  ) -> Outcome? {
    var handler = Self.handler()
    let pass = UnsafeMutablePointer<FusedParse>.allocate(capacity: 1)
    pass.initialize(to: FusedParse(library: library))
    defer {
      pass.pointee.freeMemory()
      pass.deinitialize(count: 1)
      pass.deallocate()
    }
    guard let parser = xmlCreateIOParserCtxt(&handler, pass, read, nil, input, XML_CHAR_ENCODING_NONE) else {
      return nil
    }
    defer { xmlFreeParserCtxt(parser) }
    pass.pointee.parser = parser
    xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
    xmlParseDocument(parser)
    return outcome(pass.pointee)
  }

  /// The message, when all of it was accepted.
  private func reading(_ signals: [Finding]) -> MessageReading? {
    guard isComplete, !isRefused, let parser, parser.pointee.wellFormed == 1, parser.pointee.nsWellFormed == 1,
      let definition, let message = declaration?.pointee.message() ?? builder?.message()
    else { return nil }
    var reading = MessageReading(result: .message(message), signals: signals)
    let standard = definition.profile.standard
    (reading.kind, reading.domain, reading.release) = (
      definition.message.kind, standard.domain, standard.release.rawValue
    )
    return reading
  }

  private func freeMemory() {
    slots?.deallocate()
    declaration?.deinitialize(count: 1)
    declaration?.deallocate()
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

  @inline(never)
  private mutating func refuse() {
    guard !isRefused else { return }
    isRefused = true
    if let parser { xmlStopParser(parser) }
  }

  /// An element opens: it must be the next one of its parent, or come after some that need not occur.
  @inline(__always)
  private mutating func open(
    _ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?, hasAttributes: Bool
  ) {
    guard !isRefused, !hasAttributes else { return refuse() }
    guard let parent = current else { return openRoot(name, namespace) }
    let end = parent.pointee.end
    var child = parent.pointee.next
    var maySkip = parent.pointee.hasNext
    while child < end, child.pointee.name != name || child.pointee.namespace != namespace {
      guard maySkip || child.pointee.place.isOptional else { return refuse() }
      maySkip = false
      child += 1
    }
    guard child < end else { return refuse() }
    let isRepeatable = child.pointee.place.isRepeatable
    parent.pointee.next = isRepeatable ? child : child + 1
    parent.pointee.hasNext = isRepeatable
    enter(child)
  }

  @inline(never)
  private mutating func openRoot(_ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?) {
    guard !isComplete, let name, let namespace, let parser, let definition = library[String(cString: namespace)],
      let table = definition.table
    else { return refuse() }
    let dictionary = parser.pointee.dict
    let own = xmlDictLookup(dictionary, definition.message.namespace, -1)
    let basic = xmlDictLookup(dictionary, definition.profile.basicNamespace, -1)
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: table.places.count)
    table.eachName { position, name in
      let place = table.places[position]
      let first = slots + place.children.lowerBound
      (slots + position).initialize(
        to: Slot(
          place: place, name: xmlDictLookup(dictionary, name.baseAddress, Int32(name.count)),
          namespace: place.isInBasicSchema ? basic : own, parent: slots + place.parent, first: first,
          end: slots + place.children.upperBound, next: first))
    }
    self.slots = slots
    guard name == slots.pointee.name, namespace == slots.pointee.namespace else { return refuse() }
    self.definition = definition
    let builder = definition.makeBuilder()
    if let builder = builder as? DeclarationBuilder {
      declaration = .allocate(capacity: 1)
      declaration?.initialize(to: builder)
    } else {
      self.builder = builder
    }
    enter(slots)
  }

  @inline(__always)
  private mutating func enter(_ slot: UnsafeMutablePointer<Slot>) {
    current = slot
    let line = parser?.pointee.input.pointee.line ?? 0
    if slot.pointee.place.rule != nil {
      length = 0
      leafLine = line
    } else {
      slot.pointee.next = slot.pointee.first
      slot.pointee.hasNext = false
      let element = slot.pointee.place.element
      if let declaration { declaration.pointee.open(element, line: line) } else { builder?.open(element, line: line) }
    }
  }

  /// The current element ends: a leaf must have a good value, any other element all that it cannot do without.
  @inline(__always)
  private mutating func close() {
    guard !isRefused, let slot = current else { return refuse() }
    let parent = slot.pointee.parent
    let (element, around) = (slot.pointee.place.element, parent.pointee.place.element)
    if let rule = slot.pointee.place.rule {
      let line = leafLine
      guard let value = rule.value(of: UnsafeBufferPointer(start: text, count: length)) else { return refuse() }
      if let declaration {
        declaration.pointee.leaf(element, in: around, value, line: line)
      } else {
        builder?.leaf(element, in: around, value, line: line)
      }
    } else {
      let rest = slot.pointee.hasNext ? slot.pointee.next + 1 : slot.pointee.next
      guard rest == slot.pointee.end || rest.pointee.place.endsParent else { return refuse() }
      if let declaration { declaration.pointee.close(element, in: around) } else { builder?.close(element, in: around) }
    }
    isComplete = slot == parent
    current = isComplete ? nil : parent
  }

  /// Text comes in: a part of a leaf, or white space between elements.
  @inline(__always)
  private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !isRefused, let slot = current, let start = bytes.baseAddress else { return refuse() }
    if slot.pointee.place.rule != nil {
      guard bytes.count <= Self.longestText - length else { return refuse() }
      (text + length).update(from: start, count: bytes.count)
      length += bytes.count
    } else {
      guard Self.isBlank(bytes) else { return refuse() }
    }
  }

  /// Whether all bytes are white space of XML.
  private static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = bytes.count
    guard let start = UnsafeRawPointer(bytes.baseAddress), count > 0 else { return true }
    if count >= 8 {
      // The last eight may overlap the ones before.
      var offset = 0
      while offset < count - 8 {
        guard isBlank(start.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) else { return false }
        offset += 8
      }
      return isBlank(start.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
    }
    if count >= 4 {
      let first = start.loadUnaligned(as: UInt32.self)
      let last = start.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      return isBlank(UInt64(first) << 32 | UInt64(last))
    }
    return bytes.allSatisfy { $0 <= 0x20 }
  }

  /// Whether eight bytes are white space: added to an ASCII byte, 0x5F sets its highest bit when it is above 0x20. Of what
  /// lies below, XML knows white space only, and libxml2 ends the pass at anything else.
  private static func isBlank(_ word: UInt64) -> Bool {
    ((word &+ 0x5F5F_5F5F_5F5F_5F5F) | word) & 0x8080_8080_8080_8080 == 0
  }
}
