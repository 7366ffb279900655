internal import SaldoDomain

/// The open elements of a message, from the root to the current one.
struct ElementStack {
  /// One open element.
  struct Frame {
    /// The position in the layout; nil for an element that the layout does not have here.
    var node: Int?
    /// The name, when it is a name of the standard.
    var element: StandardElement?
    /// The line of the element, 1-based.
    var line: Int32
    /// The how-manieth of its name it is in its parent, from 1; 0 for an element that cannot repeat.
    var ordinal = 0
    /// The last child that stood in its place.
    var lastChild: Int?
    /// How many times ``lastChild`` occurred.
    var childCount = 0
    /// Whether a finding about its value was made.
    var hasValueFinding = false
  }

  private(set) var frames: [Frame] = []
  /// Positions of the current client and line in the whole message, counted from 0 (Standard: `Client`, `Prestatie`).
  private var clientCount = 0
  private var lineCount = 0

  var depth: Int { frames.count }
  var top: Frame? { frames.last }

  /// Opens the root element.
  mutating func pushRoot(_ frame: Frame) { frames.append(frame) }

  /// Opens a child of the current element; `node` is its position in the layout, if it has one here.
  ///
  /// Returns whether the child stands in its place.
  mutating func push(node: Int?, element: StandardElement?, line: Int32, in layout: MessageLayout) -> Bool {
    var frame = Frame(node: node, element: element, line: line)
    var isInPlace = false
    if let node, let parent = frames[frames.count - 1].node {
      let last = frames[frames.count - 1].lastChild
      let isRepeatable = layout.nodes[node].isRepeatable
      if last == node {
        frames[frames.count - 1].childCount += 1
        isInPlace = isRepeatable
      } else {
        isInPlace = layout.isNext(node, in: parent, after: last)
        if isInPlace {
          frames[frames.count - 1].lastChild = node
          frames[frames.count - 1].childCount = 1
        }
      }
      if isRepeatable { frame.ordinal = frames[frames.count - 1].childCount }
      switch element {
      case .client: clientCount += 1
      case .prestatie: lineCount += 1
      default: break
      }
    }
    frames.append(frame)
    return isInPlace
  }

  mutating func pop() { frames.removeLast() }

  mutating func noteValueFinding() { frames[frames.count - 1].hasValueFinding = true }

  /// The place of the current element. Names outside the standard are shown as `*`.
  func place(in layout: MessageLayout) -> Finding.Place {
    var path = ""
    var owner = ""
    var client: Int?
    var line: Int?
    for frame in frames {
      let name = frame.element?.rawValue ?? "*"
      path += "/" + name
      guard let node = frame.node else { continue }
      if frame.ordinal > 0 {
        path += "[\(frame.ordinal)]"
        if frame.element == .client { client = clientCount - 1 }
        if frame.element == .prestatie { line = lineCount - 1 }
      }
      if layout.nodes[node].isClass { owner = name }
    }
    return Finding.Place(element: owner, path: path, sourceLine: top?.line ?? 0, client: client, line: line)
  }
}

extension MessageLayout {
  /// Whether a child may follow the child `last`: every mandatory child between them would be missing.
  fileprivate func isNext(_ child: Int, in parent: Int, after last: Int?) -> Bool {
    let first = last.map { $0 + 1 } ?? nodes[parent].children.lowerBound
    guard child >= first else { return false }
    return (first..<child).allSatisfy { nodes[$0].isOptional }
  }
}
