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
