import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CD007Tests {
  /// What a 301 breaks with this form of communication.
  private func communicating(_ communication: Communication?) -> [String] {
    broken(.allocation(with(.sample()) { $0.client.communication = communication }))
  }

  @Test(
    arguments: [
      ("1", "ara", []), ("1", nil, ["CD007 Client/Communicatie/Taal"]), ("2", nil, []), ("3", nil, []),
      ("2", "ara", ["CD007 Client/Communicatie/Taal"]), ("3", "ara", ["CD007 Client/Communicatie/Taal"]),
    ] as [(String, String?, [String])])
  func `a language comes with form 1 only`(form: String, language: String?, expected: [String]) {
    #expect(communicating(Communication(form: form, language: language)) == expected)
  }

  @Test func `without a form of communication there is nothing to compare`() {
    #expect(communicating(nil) == [])
  }

  @Test func `the facts tell the form, what stands there and what should`() {
    let language = Bilingual(nl: "een taal", en: "a language")
    let none = Bilingual(nl: "geen taal", en: "no language")
    func facts(_ form: String, _ language: String?) -> [Facts] {
      let communication = Communication(form: form, language: language)
      let message = Message.allocation(with(.sample()) { $0.client.communication = communication })
      return CD007LanguageForInterpreter().findings(in: message).map(\.facts)
    }
    #expect(facts("1", nil) == [["form": .code("1"), "found": .phrase(none), "expected": .phrase(language)]])
    #expect(facts("2", "ara") == [["form": .code("2"), "found": .phrase(language), "expected": .phrase(none)]])
  }
}
