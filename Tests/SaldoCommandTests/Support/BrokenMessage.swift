import Foundation
import Testing

/// A file that is not a message that can be used, and the reason that people must read.
struct BrokenMessage: Sendable, CustomTestStringConvertible {
  let name: String
  /// A part of the reason in Dutch.
  let reason: String
  /// The rule that the check names.
  var rule = "XML"
  /// Makes the bytes from those of a good message.
  let bytes: @Sendable (String) -> Data

  var testDescription: String { name }

  /// The bytes, made from a good declaration.
  func made() throws -> Data { bytes(try String(contentsOfFile: Merenland.goodDeclaration, encoding: .utf8)) }

  /// What stands in a file that no message may read.
  static let secret = "geheim-van-de-regio"

  static let all = [
    BrokenMessage(name: "not XML", reason: "geen geldige XML") { _ in Data("Beste inkoper, hierbij de maand.".utf8) },
    BrokenMessage(name: "an image", reason: "geen UTF-8") { _ in
      Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0])
    },
    BrokenMessage(name: "empty", reason: "het bestand is leeg") { _ in Data() },
    BrokenMessage(name: "white space only", reason: "geen geldige XML") { _ in Data(" \r\n \r\n".utf8) },
    BrokenMessage(name: "UTF-16", reason: "geen UTF-8") { $0.data(using: .utf16LittleEndian)! },
    BrokenMessage(name: "UTF-16 with a byte-order mark", reason: "geen UTF-8") {
      Data([0xFF, 0xFE]) + $0.data(using: .utf16LittleEndian)!
    },
    BrokenMessage(name: "invalid UTF-8", reason: "geen UTF-8") {
      Data($0.utf8).replacing("<ijw:Identificatie>", with: Data("<ijw:Identificatie>".utf8) + [0xE9])
    },
    BrokenMessage(name: "declared ISO-8859-1", reason: "UTF-8") {
      Data($0.replacing("UTF-8", with: "ISO-8859-1").utf8)
    },
    BrokenMessage(name: "wrong namespace", reason: "geen iStandaarden-bericht") {
      Data($0.replacing("http://www.istandaarden.nl/ijw/3_2/jw323/schema", with: "http://voorbeeld.nl/jw323").utf8)
    },
    BrokenMessage(name: "release 2.4", reason: "release 2.4 wordt niet ondersteund") {
      Data($0.replacing("ijw/3_2/", with: "ijw/2_4/").utf8)
    },
    BrokenMessage(name: "the namespace of another domain", reason: "geen iStandaarden-bericht") {
      Data($0.replacing("ijw/3_2/jw323", with: "iwmo/3_2/jw323").utf8)
    },
    BrokenMessage(name: "a message of another number", reason: "bericht 999") {
      Data($0.replacing("jw323/schema", with: "jw999/schema").utf8)
    },
    BrokenMessage(name: "a 300-level nest", reason: "geen iStandaarden-bericht") { _ in
      Data(
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + String(repeating: "<a>", count: 300)
          + String(repeating: "</a>", count: 300)).utf8)
    },
    BrokenMessage(name: "a nest inside a message", reason: "dieper dan") {
      Data($0.replacing("<jw323:Header>", with: "<jw323:Header>" + String(repeating: "<a>", count: 300)).utf8)
    },
    BrokenMessage(name: "an entity bomb", reason: "DOCTYPE") { good in
      let levels = (1...9).map { "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 - 1);", count: 10))\">" }.joined()
      return Data(
        good.replacing("?>", with: "?><!DOCTYPE x [<!ENTITY a0 \"ha\">\(levels)]>", maxReplacements: 1)
          .replacing("L26030001", with: "&a9;").utf8)
    },
    BrokenMessage(name: "an entity without a declaration", reason: "entiteit") {
      Data($0.replacing("L26030001", with: "&geheim;").utf8)
    },
    BrokenMessage(name: "cut off", reason: "afgebroken") { Data($0.utf8.prefix($0.utf8.count / 2)) },
    BrokenMessage(name: "cut off inside a tag", reason: "afgebroken") {
      Data($0.prefix(upTo: $0.firstRange(of: "tekening>")!.lowerBound).utf8)
    },
    BrokenMessage(name: "a byte of value zero", reason: "waarde nul") {
      Data($0.replacing("L26030001", with: "L2603\0001").utf8)
    },
    BrokenMessage(name: "two messages in one file", reason: "na het einde") {
      Data(($0 + $0.replacing(/<\?xml.*\?>/, with: "")).utf8)
    },
    BrokenMessage(name: "a missing element", reason: "Afzender|Ontvanger", rule: "XSD") {
      Data($0.replacing(/\s*<jw323:Afzender>.*<\/jw323:Afzender>/, with: "").utf8)
    },
    BrokenMessage(name: "a date that does not exist", reason: "Dagtekening", rule: "XSD") {
      Data($0.replacing(/<ijw:Dagtekening>[^<]*</, with: "<ijw:Dagtekening>2026-02-30<").utf8)
    },
  ]
}

extension Data {
  /// The bytes with every occurrence of a text replaced by other bytes.
  func replacing(_ text: String, with bytes: Data) -> Data {
    var result = self
    var start = result.startIndex
    while let range = result.range(of: Data(text.utf8), in: start..<result.endIndex) {
      result.replaceSubrange(range, with: bytes)
      start = range.lowerBound + bytes.count
    }
    return result
  }
}
