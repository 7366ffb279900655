import Foundation
import SaldoDomain
import Testing

@testable import SaldoMessages

struct EmbeddedSchemaTests {
  private var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../../Schemas").standardizedFileURL
  }

  @Test func `the embedded schemas are those of the Schemas folder`() throws {
    var found: [String: String] = [:]
    for standard in try FileManager.default.contentsOfDirectory(atPath: folder.path) where standard != "README.md" {
      for file in try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: standard).path)
      where file.hasSuffix(".xsd") {
        found["\(standard)/\(file)"] = try String(
          contentsOf: folder.appending(path: standard).appending(path: file), encoding: .utf8)
      }
    }
    #expect(found.keys.sorted() == EmbeddedSchemas.texts.keys.sorted(), "run Scripts/embed-schemas")
    let stale = found.keys.sorted().filter {
      found[$0].map { Array($0.utf8) } != EmbeddedSchemas.texts[$0].map { Array($0.utf8) }
    }
    #expect(stale.isEmpty, "run Scripts/embed-schemas")
  }

  @Test func `every message of a profile has a schema and is known by its namespace`() {
    for profile in StandardProfile.all {
      for message in profile.messages {
        #expect((EmbeddedSchemas.texts[message.schemaPath] != nil) == (profile.standard.release == .v3_2))
        #expect(SchemaLibrary.shared[message.namespace]?.message == message)
      }
    }
  }

  @Test func `every leaf has words for what it accepts`() {
    for profile in StandardProfile.all {
      for message in profile.messages {
        guard let layout = SchemaLibrary.shared[message.namespace]?.layout else { continue }
        for (node, type) in zip(layout.nodes, layout.types) {
          #expect((type == nil) == !node.children.isEmpty, "\(node.element)")
          if let words = type?.expectation { #expect(!words.dutch.isEmpty && !words.english.isEmpty) }
        }
      }
    }
  }

  @Test func `the code lists of the schema are the enumerations of the domain`() {
    let lists: [String: [String]] = [
      "WJ756": CareUnit.allCases.map(\.rawValue), "WMO757": Frequency.allCases.map(\.rawValue),
      "COD043": DebitCredit.allCases.map(\.rawValue), "COD467": DeliveryStatus.allCases.map(\.rawValue),
      "COD170": BirthDate.Use.allCases.map(\.rawValue), "WJ760": RequestAnswerMessage.Answer.allCases.map(\.rawValue),
    ]
    var seen: Set<String> = []
    for profile in StandardProfile.all {
      for message in profile.messages {
        for type in SchemaLibrary.shared[message.namespace]?.layout.types ?? [] {
          guard let list = type?.codeList, let codes = lists[list] else { continue }
          #expect(type?.codes == codes)
          seen.insert(list)
        }
      }
    }
    #expect(seen == Set(lists.keys))
  }

  @Test func `the layout of a 323 has the depth and order of the standard`() throws {
    let layout = try #require(SchemaLibrary.shared["http://www.istandaarden.nl/ijw/3_2/jw323/schema"]?.layout)
    #expect(layout.nodes[0].element == .bericht)
    #expect(layout.nodes[layout.nodes[0].children].map(\.element) == [.header, .declaratie])
    let line = try #require(layout.nodes.first { $0.element == .prestatie })
    #expect(line.isRepeatable)
    #expect(
      layout.nodes[line.children].map(\.element) == [
        .productReferentie, .toewijzingNummer, .productCategorie, .productCode, .productPeriode, .geleverdVolume,
        .eenheid, .productTarief, .ingediendBedrag,
      ])
    #expect(layout.nodes[line.children].filter(\.isOptional).map(\.element) == [.productTarief])
  }
}
