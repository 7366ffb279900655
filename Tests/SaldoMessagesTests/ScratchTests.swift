import Foundation
import SaldoDomain
import SaldoMessages
import Testing

@Test func scratch() throws {
  let reader = MessageReader()
  for path in (ProcessInfo.processInfo.environment["SCRATCH"] ?? "").split(separator: " ") {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: String(path))))
    let r = reader.read(bytes)
    print("=====", path, r.kind as Any, r.domain as Any, r.release as Any)
    for s in r.signals { print("signal", s.rule, s.place.sourceLine, s.facts.entries) }
    for s in r.findings { print("finding", s.rule, s.place, s.facts.entries) }
    if let m = r.message { dump(m, maxItems: 400) }
    print("validate:", reader.validate(bytes).count)
  }
}
