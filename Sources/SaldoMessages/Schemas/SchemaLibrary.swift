internal import CLibXML2
internal import SaldoDomain
internal import Synchronization

/// One kind of message of one standard, ready to judge and to decode: its layout and, once it is needed, its schema.
final class MessageDefinition: Sendable {
  let profile: StandardProfile
  let message: MessageProfile
  let layout: MessageLayout
  /// The table of the fast pass; nil when only the schema can judge.
  let table: FusedTable?

  /// A compiled schema. libxml2 only reads it once it is made, from any number of threads.
  private struct Compiled: @unchecked Sendable {
    let schema: OpaquePointer
  }
  private let compiled = Mutex<Compiled?>(nil)
  private static let compiling = Mutex(())

  fileprivate init(profile: StandardProfile, message: MessageProfile) {
    self.profile = profile
    self.message = message
    let document = Self.document(message.schemaPath)
    let basic = Self.document(
      message.schemaPath.split(separator: "/").dropLast().joined(separator: "/") + "/basisschema.xsd")
    layout = MessageLayout(message: SchemaOutline(document), basic: SchemaOutline(basic))
    table = FusedTable(layout)
    xmlFreeDoc(document)
    xmlFreeDoc(basic)
  }

  deinit { compiled.withLock { xmlSchemaFree($0?.schema) } }

  /// The schema, compiled when the first message asks for it, on one thread at a time.
  ///
  /// Meanwhile libxml2's catalogs are off: looking up the import would read the system's catalog from disk, under a
  /// lock on which two threads of libxml2 2.9.14 can wait for each other for ever.
  var schema: OpaquePointer {
    let compiled = compiled.withLock { compiled in
      if let compiled { return compiled }
      let new = Self.compiling.withLock { _ in
        xmlInitializeCatalog()
        let catalogs = xmlCatalogGetDefaults()
        xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE)
        defer { xmlCatalogSetDefaults(catalogs) }
        let document = Self.document(message.schemaPath)
        defer { xmlFreeDoc(document) }
        return Compiled(schema: Self.compile(document, path: message.schemaPath))
      }
      compiled = new
      return new
    }
    return compiled.schema
  }

  private static func document(_ path: String) -> xmlDocPtr {
    guard let text = SchemaText.text(of: path) else { preconditionFailure("schema \(path) is not known") }
    let bytes = Array(text.utf8)
    let document = bytes.withUnsafeBytes { buffer in
      xmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count),
        EmbeddedSchemaInput.scheme + path, nil, Int32(XML_PARSE_NONET.rawValue))
    }
    guard let document else { preconditionFailure("schema \(path) is not well-formed") }
    return document
  }

  private static func compile(_ document: xmlDocPtr, path: String) -> OpaquePointer {
    guard let context = xmlSchemaNewDocParserCtxt(document) else { preconditionFailure("no memory for a schema") }
    defer { xmlSchemaFreeParserCtxt(context) }
    xmlSchemaSetParserStructuredErrors(
      context,
      { _, error in
        let line = error?.pointee.line ?? 0
        preconditionFailure("schema, line \(line): libxml2 error \(error?.pointee.code ?? 0)")
      }, nil)
    guard let schema = xmlSchemaParse(context) else { preconditionFailure("schema \(path) cannot be compiled") }
    return schema
  }
}

/// The messages that Saldo knows, by namespace. A message is laid out when the first one comes in.
final class SchemaLibrary: Sendable {
  /// The messages of every standard, shared by all readers.
  static let shared = SchemaLibrary(StandardProfile.all)

  private let messages: [String: (profile: StandardProfile, message: MessageProfile)]
  private let definitions = Mutex<[String: MessageDefinition]>([:])

  private init(_ profiles: [StandardProfile]) {
    precondition(EmbeddedSchemaInput.registered)
    var messages: [String: (profile: StandardProfile, message: MessageProfile)] = [:]
    for profile in profiles {
      for message in profile.messages { messages[message.namespace] = (profile, message) }
    }
    self.messages = messages
  }

  /// The message whose classes are in this namespace, or nil.
  subscript(namespace: String) -> MessageDefinition? {
    guard let (profile, message) = messages[namespace] else { return nil }
    return definitions.withLock { definitions in
      if let definition = definitions[namespace] { return definition }
      let definition = MessageDefinition(profile: profile, message: message)
      definitions[namespace] = definition
      return definition
    }
  }
}
