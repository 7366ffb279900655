import SaldoDomain
import SaldoMessages
import Testing

struct ConcurrencyTests {
  @Test func `one reader serves many tasks at once`() async {
    let good = Draft.declaration.bytes
    let bad = Draft.declaration.with("Bsn", "1").bytes
    let expected = (reader.read(good), reader.read(bad))
    let differences = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          (0..<25).count { _ in MessageReader().read(good) != expected.0 || reader.read(bad) != expected.1 }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(differences == 0)
  }
}
