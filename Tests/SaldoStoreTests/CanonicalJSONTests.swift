import Foundation
import SaldoLedger
import SaldoTestLedger
import SaldoTestSupport
import Testing

@testable import SaldoStore

/// The bytes that journal entries hash: by hand, and beside the encoder of Foundation, which wrote those of older ledgers.
struct CanonicalJSONTests {
  private func text(_ value: some Encodable, _ layout: CanonicalJSON.Layout = .compact) throws -> String {
    String(decoding: try CanonicalJSON.encode(value, layout), as: UTF8.self)
  }

  /// The same of Foundation, with the line feed at the end of files.
  private func foundation(_ value: some Encodable, _ layout: CanonicalJSON.Layout) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if layout == .lines { encoder.outputFormatting.insert(.prettyPrinted) }
    return String(decoding: try encoder.encode(value), as: UTF8.self) + (layout == .lines ? "\n" : "")
  }

  private struct Line: Encodable {
    var reference = "R/1"
    var amountCents = -12
    var isCredit = true
    var note: String?
    var codes: [String] = []
    var months = ["2026-01": 2, "2025-12": 1]
    var nested = [Pair(b: 1, a: nil), Pair(b: 2, a: 3)]
  }

  private struct Pair: Encodable {
    var b: Int
    var a: Int?
  }

  @Test func `fields stand in the order of their names, without white space`() throws {
    #expect(
      try text(Line()) == """
        {"amountCents":-12,"codes":[],"isCredit":true,"months":{"2025-12":1,"2026-01":2},"nested":[{"b":1},{"a":3,"b":2}],\
        "reference":"R/1"}
        """)
  }

  @Test func `in lines each value has one, and what is empty two`() throws {
    #expect(
      try text(Line(), .lines) == """
        {
          "amountCents" : -12,
          "codes" : [

          ],
          "isCredit" : true,
          "months" : {
            "2025-12" : 1,
            "2026-01" : 2
          },
          "nested" : [
            {
              "b" : 1
            },
            {
              "a" : 3,
              "b" : 2
            }
          ],
          "reference" : "R/1"
        }

        """)
  }

  @Test(arguments: [
    ("plain / é 😀 \u{2028} \u{7F}", "\"plain / é 😀 \u{2028} \u{7F}\""),
    ("\"\\", #""\"\\""#),
    ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
    ("a\u{0}b\u{F}\u{10}\u{1B}\u{1F}c", #""a\u0000b\u000f\u0010\u001b\u001fc""#),
    ("", #""""#),
  ])
  func `only quotes, backslashes and control characters are escaped`(value: String, expected: String) throws {
    #expect(try text(value) == expected)
    #expect(try text(value) == foundation(value, .compact))
  }

  @Test func `integers have all their digits`() throws {
    #expect(try text([Int64.min, 0, Int64.max]) == "[-9223372036854775808,0,9223372036854775807]")
    #expect(try text([UInt64.max]) == "[18446744073709551615]")
    #expect(try text([Int8.min]) == "[-128]")
    #expect(try text([UInt8.max]) == "[255]")
    #expect(try text(7) == "7")
  }

  @Test func `a number with a fraction is an error`() {
    #expect(throws: EncodingError.self) { try CanonicalJSON.encode(0.5) }
    #expect(throws: EncodingError.self) { try CanonicalJSON.encode([Float(1)]) }
    #expect(throws: EncodingError.self) { try CanonicalJSON.encode(["a": 1.5]) }
  }

  private struct Nothing: Encodable { func encode(to encoder: any Encoder) {} }

  @Test func `a value that writes nothing is an empty object`() throws {
    #expect(try text([Nothing()]) == "[{}]")
    #expect(try text([String: Int]()) == "{}")
    #expect(try text([Int?.none, 1]) == "[null,1]")
    #expect(try text(Bool?.none) == "null")
  }

  private enum Choice: Encodable {
    case none
    case one(Int)
    case named(b: String, a: [Choice])
  }

  private struct Outer: Encodable {
    func encode(to encoder: any Encoder) throws {
      var object = encoder.container(keyedBy: Key.self)
      var list = object.nestedUnkeyedContainer(forKey: .z)
      try list.encode(1)
      var inList = list.nestedContainer(keyedBy: Key.self)
      try inList.encode("in", forKey: .z)
      try inList.encode("list", forKey: .a)
      var deeper = list.nestedUnkeyedContainer()
      try deeper.encode(true)
      try list.encode(2)
      try object.encode([3], forKey: .m)
      try Pair(b: 1, a: 2).encode(to: object.superEncoder(forKey: .a))
      _ = object.nestedContainer(keyedBy: Key.self, forKey: .empty)
    }

    private enum Key: String, CodingKey { case a, m, z, empty }
  }

  @Test func `containers within containers end when the outer one goes on`() throws {
    #expect(
      try text(Outer()) == #"{"a":{"a":2,"b":1},"empty":{},"m":[3],"z":[1,{"a":"list","z":"in"},[true],2]}"#)
    #expect(
      try text([Choice.none, .one(7), .named(b: "x", a: [.none, .one(1)])])
        == #"[{"none":{}},{"one":{"_0":7}},{"named":{"a":[{"none":{}},{"one":{"_0":1}}],"b":"x"}}]"#)
    for layout in [CanonicalJSON.Layout.compact, .lines] {
      #expect(try text(Outer(), layout) == foundation(Outer(), layout))
      let choices: [Choice] = [.none, .one(7), .named(b: "x", a: [.none])]
      #expect(try text(choices, layout) == foundation(choices, layout))
    }
  }

  @Test(arguments: [CanonicalJSON.Layout.compact, .lines])
  func `any value has the bytes that Foundation gives it`(layout: CanonicalJSON.Layout) throws {
    var random = SeededGenerator(seed: 41)
    for _ in 0..<2_000 {
      let value = Value.random(depth: 4, with: &random)
      let (ours, theirs) = (try text(value, layout), try foundation(value, layout))
      #expect(ours == theirs)
    }
  }

  @Test func `the payloads and regions of a ledger have the bytes that Foundation gives them`() throws {
    let ledger = try Ledger()
    _ = try TestLedger.fill(ledger)
    #expect(try text(TestRegion.snapshot()) == foundation(TestRegion.snapshot(), .compact))
    var payloads = 0
    for number in 1..<(try ledger.nextNumber()) {
      guard let entry = try ledger.entry(number), let payload = try? MessagePayload(entry) else { continue }
      #expect(try CanonicalJSON.encode(payload) == entry.payload)
      #expect(try text(payload) == foundation(payload, .compact))
      payloads += 1
    }
    #expect(payloads > 5)
  }

  /// Any value that JSON has.
  private indirect enum Value: Encodable {
    case null
    case bool(Bool)
    case integer(Int64)
    case string(String)
    case array([Value])
    case object([String: Value])

    private static let names = ["", "a", "aB", "aa", "A", "z10", "z2", "1", "een/twee", "é", "_", "regel 7"]
    private static let texts = names + ["\"", "\\n", "\u{1}", "a\nb"]

    static func random(depth: Int, with random: inout SeededGenerator) -> Value {
      switch Int.random(in: 0..<(depth == 0 ? 4 : 7), using: &random) {
      case 0: .null
      case 1: .bool(.random(using: &random))
      case 2: .integer(.random(in: .min ... .max, using: &random))
      case 3: .string(texts.randomElement(using: &random)!)
      case 4:
        .array((0..<Int.random(in: 0..<4, using: &random)).map { _ in Value.random(depth: depth - 1, with: &random) })
      default:
        .object(
          Dictionary(
            (0..<Int.random(in: 0..<6, using: &random)).map { _ in
              (names.randomElement(using: &random)!, Value.random(depth: depth - 1, with: &random))
            }, uniquingKeysWith: { first, _ in first }))
      }
    }

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .array(let values): try values.encode(to: encoder)
      case .object(let fields): try fields.encode(to: encoder)
      case .null:
        var container = encoder.singleValueContainer()
        try container.encodeNil()
      case .bool(let value):
        var container = encoder.singleValueContainer()
        try container.encode(value)
      case .integer(let value):
        var container = encoder.singleValueContainer()
        try container.encode(value)
      case .string(let value):
        var container = encoder.singleValueContainer()
        try container.encode(value)
      }
    }
  }
}
