internal import CLibXML2

/// The types of one schema file, read from its document: enough to lay out a message and to word what is expected.
///
/// It understands the constructs that the files in `Schemas/` use. The judgement of a message is libxml2's alone.
struct SchemaOutline {
  /// A name with its namespace.
  struct Name: Hashable {
    var namespace: String
    var local: String
  }

  /// A child element of a complex type.
  struct Child {
    var name: String
    var type: Name
    var minimum: Int
    var isRepeatable: Bool
  }

  /// The simple types that restrict a type of the XML Schema standard or of another outline, with that type.
  private(set) var simpleTypes: [Name: (type: SimpleType, base: Name?)] = [:]
  /// The complex types: sequences of children.
  private(set) var complexTypes: [Name: [Child]] = [:]
  /// The type of the root element (Standard: `Bericht`); nil in the basic schema.
  private(set) var rootType: Name?

  private let targetNamespace: String
  private var namespaces: [String: String] = [:]

  /// Reads the document of a schema of ours.
  init(_ document: xmlDocPtr) {
    guard let root = xmlDocGetRootElement(document), let targetNamespace = root.attribute("targetNamespace") else {
      preconditionFailure("schema: no target namespace")
    }
    self.targetNamespace = targetNamespace
    var declaration = root.pointee.nsDef
    while let current = declaration {
      if let prefix = current.pointee.prefix, let uri = current.pointee.href {
        namespaces[String(cString: prefix)] = String(cString: uri)
      }
      declaration = current.pointee.next
    }
    for node in root.childElements {
      switch node.name {
      case "element": rootType = name(node.required("type"))
      case "complexType": complexTypes[target(node.required("name"))] = node.childElements.flatMap(children)
      case "simpleType": addSimpleType(node)
      case "import": break
      default: preconditionFailure("schema: \(node.name) is not known")
      }
    }
  }

  private func target(_ local: String) -> Name { Name(namespace: targetNamespace, local: local) }

  private func name(_ qualified: String) -> Name {
    let parts = qualified.split(separator: ":")
    guard parts.count == 2, let namespace = namespaces[String(parts[0])] else {
      preconditionFailure("schema: the name \(qualified) has no known prefix")
    }
    return Name(namespace: namespace, local: String(parts[1]))
  }

  private func children(of sequence: xmlNodePtr) -> [Child] {
    sequence.childElements.map { node in
      Child(
        name: node.required("name"), type: name(node.required("type")),
        minimum: node.attribute("minOccurs").flatMap { Int($0) } ?? 1,
        isRepeatable: node.attribute("maxOccurs") == "unbounded")
    }
  }

  private mutating func addSimpleType(_ node: xmlNodePtr) {
    let local = node.required("name")
    var codeList: String?
    for part in node.childElements {
      if part.name == "annotation" {
        codeList = part.childElements.first?.required("source")
        continue
      }
      let base = part.required("base")
      let primitive = SimpleType.Base(rawValue: base)
      var type = SimpleType(name: local, base: primitive ?? .text)
      type.codeList = codeList
      for facet in part.childElements { type.set(facet: facet.name, facet.required("value")) }
      simpleTypes[target(local)] = (type, primitive == nil ? name(base) : nil)
    }
  }
}

extension xmlNodePtr {
  fileprivate var name: String { String(cString: pointee.name) }

  fileprivate var childElements: [xmlNodePtr] {
    var result: [xmlNodePtr] = []
    var child = pointee.children
    while let current = child {
      if current.pointee.type == XML_ELEMENT_NODE { result.append(current) }
      child = current.pointee.next
    }
    return result
  }

  /// The value of an attribute without a namespace, read in place: libxml2's accessors hand out memory to free.
  fileprivate func attribute(_ name: String) -> String? {
    var attribute = pointee.properties
    while let current = attribute {
      if String(cString: current.pointee.name) == name {
        return current.pointee.children?.pointee.content.map { String(cString: $0) } ?? ""
      }
      attribute = current.pointee.next
    }
    return nil
  }

  fileprivate func required(_ name: String) -> String {
    guard let value = attribute(name) else { preconditionFailure("schema: \(self.name) without \(name)") }
    return value
  }
}
