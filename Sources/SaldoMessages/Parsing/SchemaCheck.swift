internal import CLibXML2

/// libxml2's schema check of one message, fed event by event; its verdict is the truth of level 1.
///
/// The reader calls the check itself instead of letting libxml2 split the events, so that it knows exactly at which
/// element an error is raised. The check never loads a schema that a message names (`xsi:schemaLocation`), because it
/// has been given one.
struct SchemaCheck {
  private let context: OpaquePointer
  private let plug: OpaquePointer
  /// libxml2 keeps the addresses of these two until the check ends, so they live in memory of their own.
  private let slots:
    UnsafeMutablePointer<(handler: UnsafeMutablePointer<xmlSAXHandler>?, data: UnsafeMutableRawPointer?)>

  /// The functions of the check.
  let handler: UnsafeMutablePointer<xmlSAXHandler>
  /// What the functions of the check want as first argument.
  let data: UnsafeMutableRawPointer?

  /// Starts a check; errors go to `report` with `receiver` as first argument.
  init?(schema: OpaquePointer, receiver: UnsafeMutableRawPointer, report: xmlStructuredErrorFunc) {
    guard let context = xmlSchemaNewValidCtxt(schema) else { return nil }
    xmlSchemaSetValidStructuredErrors(context, report, receiver)
    slots = .allocate(capacity: 1)
    slots.initialize(to: (nil, nil))
    guard let plug = xmlSchemaSAXPlug(context, &slots.pointee.handler, &slots.pointee.data),
      let handler = slots.pointee.handler
    else {
      slots.deallocate()
      xmlSchemaFreeValidCtxt(context)
      return nil
    }
    self.context = context
    self.plug = plug
    self.handler = handler
    data = slots.pointee.data
  }

  /// Ends the check and says whether the message is valid.
  func finish() -> Bool {
    xmlSchemaSAXUnplug(plug)
    let isValid = xmlSchemaIsValid(context) == 1
    xmlSchemaFreeValidCtxt(context)
    slots.deallocate()
    return isValid
  }
}
