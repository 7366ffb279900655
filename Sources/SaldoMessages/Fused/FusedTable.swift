/// The table that drives ``FusedParse``: the elements of one kind of message as the schema orders them, with a rule for
/// every leaf.
///
/// It is made from the layout of the message, so that a change of a schema is a change of the table.
struct FusedTable: Sendable {
  /// One place in the tree of elements; positions are those of the layout. It holds no reference, so that copying costs
  /// nothing.
  struct Place {
    let element: StandardElement
    let isInBasicSchema: Bool
    let isOptional: Bool
    let isRepeatable: Bool
    /// Whether neither this element nor one of its later siblings must occur.
    var endsParent: Bool
    /// The position of the element around it; the root stands in for its own.
    var parent: Int
    /// The positions of the children, in the order of the schema; empty for a leaf.
    let children: Range<Int>
    /// What the text must look like; nil for an element with children.
    let rule: LeafRule?
  }

  /// The places; the root comes first.
  let places: [Place]
  /// The names of the places in UTF-8, one after the other; made here, because each message looks all of them up.
  private let names: [UInt8]
  /// Where the name of each place ends.
  private let nameEnds: [Int]

  /// Hands the name of each place over, with its position.
  func eachName(_ body: (Int, UnsafeBufferPointer<UInt8>) -> Void) {
    names.withUnsafeBufferPointer { names in
      var start = 0
      for (position, end) in nameEnds.enumerated() {
        body(position, UnsafeBufferPointer(rebasing: names[start..<end]))
        start = end
      }
    }
  }

  /// The table of a layout; nil when a type uses what the rules do not know, and then only the schema judges.
  init?(_ layout: MessageLayout) {
    var places: [Place] = []
    for (node, type) in zip(layout.nodes, layout.types) {
      let rule = type.flatMap { LeafRule($0) }
      guard (rule == nil) == (type == nil) else { return nil }
      places.append(
        Place(
          element: node.element, isInBasicSchema: node.isInBasicSchema, isOptional: node.isOptional,
          isRepeatable: node.isRepeatable, endsParent: true, parent: 0, children: node.children, rule: rule))
    }
    for (position, node) in layout.nodes.enumerated() {
      var endsParent = true
      for child in node.children.reversed() {
        endsParent = endsParent && places[child].isOptional
        places[child].endsParent = endsParent
        places[child].parent = position
      }
    }
    self.places = places
    var names: [UInt8] = []
    nameEnds = places.map { place in
      names += place.element.rawValue.utf8
      return names.count
    }
    self.names = names
  }
}
