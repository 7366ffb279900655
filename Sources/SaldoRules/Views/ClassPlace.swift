import SaldoDomain

/// Where a class stands in a message: what the places of the elements in it start from.
///
/// The texts are made when a finding asks for them: nearly every class has none.
struct ClassPlace: Sendable {
  /// Its path, without the position of the class itself.
  private let base: String
  /// Which one of its kind it is, from 0; nil when there can be one only.
  private let position: Int?
  /// Its line in the file, 1-based; 0 when unknown.
  let sourceLine: Int32

  /// A class at a path; the class is the last step of the path.
  init(_ path: String, sourceLine: Int32) {
    base = path
    position = nil
    self.sourceLine = sourceLine
  }

  /// A class of which there can be several; positions count from 0 and the path from 1, as in XPath.
  init(_ path: String, _ position: Int, sourceLine: Int32) {
    base = path
    self.position = position
    self.sourceLine = sourceLine
  }

  /// Its path, for instance `/Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]`.
  var path: String { position.map { "\(base)[\($0 + 1)]" } ?? base }

  /// The class in the standard's words, for instance `ToegewezenProduct`.
  var element: String {
    let step = base.split(separator: "/").last ?? ""
    return String(step.prefix { $0 != "[" })
  }

  /// The place of the class itself.
  var place: Finding.Place { Finding.Place(element: element, path: path, sourceLine: sourceLine) }

  /// The place of an element in the class, by its path from there.
  func place(of part: String) -> Finding.Place {
    Finding.Place(element: element, path: "\(path)/\(part)", sourceLine: sourceLine)
  }
}
