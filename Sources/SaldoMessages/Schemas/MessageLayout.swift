/// The elements of one kind of message as a tree, laid out in one array: the table that drives the decoder.
///
/// It is made from the schemas, so that a further message is a further schema file and a builder.
struct MessageLayout: Sendable {
  /// One place in the tree. It holds no reference, because every element of a message copies one.
  struct Node: Sendable {
    let element: StandardElement
    /// Whether the element is in the namespace of the basic schema; otherwise it is in that of the message.
    let isInBasicSchema: Bool
    /// Whether the element is a class of the message, in contrast to a shared complex type or a leaf.
    let isClass: Bool
    /// What the text of a leaf stands for; nil for an element with children.
    let base: SimpleType.Base?
    let isOptional: Bool
    let isRepeatable: Bool
    /// The positions of the children, in the order of the schema; empty for a leaf.
    var children: Range<Int>
  }

  /// The nodes; the root (Standard: `Bericht`) comes first.
  private(set) var nodes: [Node]
  /// The type of each node that is a leaf, with the bounds that a finding shows.
  private(set) var types: [SimpleType?]

  /// Lays out the message of a schema that stands on a basic schema.
  init(message: SchemaOutline, basic: SchemaOutline) {
    guard let rootType = message.rootType else { preconditionFailure("schema: no root element") }
    let isBasic = { (name: SchemaOutline.Name) in basic.complexTypes[name] != nil }
    nodes = [
      Node(
        element: .bericht, isInBasicSchema: false, isClass: true, base: nil, isOptional: false, isRepeatable: false,
        children: 0..<0)
    ]
    types = [nil]
    var typeNames = [rootType]
    var position = 0
    while position < nodes.count {
      let type = typeNames[position]
      let first = nodes.count
      for child in message.complexTypes[type] ?? basic.complexTypes[type] ?? [] {
        guard let element = StandardElement(rawValue: child.name) else {
          preconditionFailure("schema: element \(child.name) is not in StandardElement")
        }
        let simpleType = Self.simpleType(child.type, message, basic)
        nodes.append(
          Node(
            element: element, isInBasicSchema: isBasic(type), isClass: message.complexTypes[child.type] != nil,
            base: simpleType?.base, isOptional: child.minimum == 0,
            isRepeatable: child.isRepeatable, children: 0..<0))
        types.append(simpleType)
        typeNames.append(child.type)
      }
      nodes[position].children = first..<nodes.count
      position += 1
    }
  }

  /// The children that may come next in a parent after the child `last` (nil: none yet).
  func expected(in parent: Int, after last: Int?) -> [Int] {
    let children = nodes[parent].children
    var result: [Int] = []
    if let last, nodes[last].isRepeatable { result.append(last) }
    for child in children where child > last ?? -1 {
      result.append(child)
      if !nodes[child].isOptional { break }
    }
    return result
  }

  /// A simple type with the facets of its base, or nil for a complex type.
  private static func simpleType(
    _ name: SchemaOutline.Name, _ message: SchemaOutline, _ basic: SchemaOutline
  ) -> SimpleType? {
    guard let (own, baseName) = message.simpleTypes[name] ?? basic.simpleTypes[name] else { return nil }
    guard let baseName, let base = simpleType(baseName, message, basic) else { return own }
    var type = base
    type.name = own.name
    type.pattern = own.pattern ?? base.pattern
    return type
  }
}
