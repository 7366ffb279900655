internal import SaldoDomain

/// Collects the client of a notice (Standard: `Client` of 305, 307 and 315).
struct NoticeClientBuilder {
  private var bsn: Bsn?
  private var sex: String?
  private var person = PersonBuilder()

  mutating func open(_ element: StandardElement, line: Int32) { person.open(element, line: line) }

  mutating func leaf(
    _ element: StandardElement, in parent: StandardElement, _ value: LeafValue, line: Int32
  ) -> Bool {
    switch (parent, element) {
    case (.client, .bsn):
      bsn = value.bsn
      person.sourceLine = line
    case (.client, .geslacht): sex = value.string
    default: return person.leaf(element, in: parent, value, line: line)
    }
    return true
  }

  mutating func close(_ element: StandardElement) { person.close(element) }

  func client() -> NoticeClient? {
    guard let bsn, let sex, let birthDate = person.birthDate, let name = person.name else { return nil }
    var client = NoticeClient(bsn: bsn, birthDate: birthDate, sex: sex, name: name, sourceLine: person.sourceLine)
    client.offsets = person.offsets
    return client
  }
}
