internal import CLibXML2

extension MessageParse {
  /// The pass behind the first argument of a callback.
  static func of(_ receiver: UnsafeMutableRawPointer?) -> MessageParse? {
    receiver.map { Unmanaged<MessageParse>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The callbacks. Those that are missing here (entities, notations, external parts) do nothing at all.
  static func handler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.internalSubset = { receiver, _, _, _ in MessageParse.of(receiver)?.refuse(.documentType) }
    handler.startElementNs = {
      receiver, name, prefix, uri, namespaceCount, namespaces, attributeCount, defaultedCount, attributes in
      guard let name else { return }
      MessageParse.of(receiver)?.startElement(name, namespace: uri) { check in
        check.handler.pointee.startElementNs?(
          check.data, name, prefix, uri, namespaceCount, namespaces, attributeCount, defaultedCount, attributes)
      }
    }
    handler.endElementNs = { receiver, name, prefix, uri in
      MessageParse.of(receiver)?.endElement { check in
        check.handler.pointee.endElementNs?(check.data, name, prefix, uri)
      }
    }
    let characters: charactersSAXFunc = { receiver, bytes, length in
      MessageParse.of(receiver)?.characters(UnsafeBufferPointer(start: bytes, count: Int(length))) { check in
        check.handler.pointee.characters?(check.data, bytes, length)
      }
    }
    handler.characters = characters
    handler.ignorableWhitespace = characters
    handler.cdataBlock = { receiver, bytes, length in
      MessageParse.of(receiver)?.characters(UnsafeBufferPointer(start: bytes, count: Int(length))) { check in
        check.handler.pointee.cdataBlock?(check.data, bytes, length)
      }
    }
    handler.reference = { receiver, _ in MessageParse.of(receiver)?.refuse(.entity) }
    handler.serror = { receiver, error in
      guard let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
      MessageParse.of(receiver)?.refuse(UnusableReason(parserError: error.pointee.code), line: error.pointee.line)
    }
    return handler
  }
}

/// The bytes of a message, handed to libxml2 piece by piece: it would copy them whole otherwise.
struct ByteInput {
  var rest: Slice<UnsafeBufferPointer<UInt8>>

  static let read: @convention(c) (UnsafeMutableRawPointer?, UnsafeMutablePointer<CChar>?, Int32) -> Int32 = {
    context, buffer, length in
    guard let context, let buffer, length > 0 else { return 0 }
    let input = context.assumingMemoryBound(to: ByteInput.self)
    let part = input.pointee.rest.prefix(Int(length))
    UnsafeMutableRawBufferPointer(start: buffer, count: Int(length)).copyBytes(from: part)
    input.pointee.rest.removeFirst(part.count)
    return Int32(part.count)
  }
}
