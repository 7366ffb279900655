import SaldoDomain

/// Where a class stands in a message: what the places of the elements in it start from.
struct ClassPlace: Sendable {
  /// The class in the standard's words, for instance `ToegewezenProduct`.
  let element: String
  /// Its path, for instance `/Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]`.
  let path: String
  /// Its line in the file, 1-based; 0 when unknown.
  let sourceLine: Int32

  /// A class at a path; the class is the last step of the path.
  init(_ path: String, sourceLine: Int32) {
    let step = path.split(separator: "/").last ?? ""
    element = String(step.prefix { $0 != "[" })
    self.path = path
    self.sourceLine = sourceLine
  }

  /// A class of which there can be several; positions count from 0 and the path from 1, as in XPath.
  init(_ path: String, _ position: Int, sourceLine: Int32) {
    self.init("\(path)[\(position + 1)]", sourceLine: sourceLine)
  }

  /// The place of the class itself.
  var place: Finding.Place { Finding.Place(element: element, path: path, sourceLine: sourceLine) }

  /// The place of an element in the class, by its path from there.
  func place(of part: String) -> Finding.Place {
    Finding.Place(element: element, path: "\(path)/\(part)", sourceLine: sourceLine)
  }
}
