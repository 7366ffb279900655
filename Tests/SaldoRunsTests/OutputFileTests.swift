import Foundation
import SaldoRuns
import Testing

struct OutputFileTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/saldo-output-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func mode(of path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func `what an earlier run left under the temporary name lends neither its mode nor its target`() throws {
    try inFolder { folder in
      let (path, victim) = (folder + "/antwoord.xml", folder + "/ander")
      try Data("x".utf8).write(to: URL(fileURLWithPath: path + ".new"))
      #expect(chmod(path + ".new", 0o666) == 0)
      try OutputFile.write([1], to: path, isPrivate: true)
      #expect(try mode(of: path) == 0o600)
      try Data("van een ander".utf8).write(to: URL(fileURLWithPath: victim))
      try FileManager.default.createSymbolicLink(atPath: path + ".new", withDestinationPath: victim)
      try OutputFile.write([2], to: path, isPrivate: true)
      #expect(FileManager.default.contents(atPath: victim) == Data("van een ander".utf8))
      #expect(FileManager.default.contents(atPath: path) == Data([2]))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["ander", "antwoord.xml"])
    }
  }

  @Test func `a folder in the way is an error that leaves nothing behind`() throws {
    try inFolder { folder in
      try FileManager.default.createDirectory(atPath: folder + "/uit", withIntermediateDirectories: true)
      #expect(throws: RunError.unwritable(path: folder + "/uit")) { try OutputFile.write([1], to: folder + "/uit") }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["uit"])
    }
  }

  @Test func `a device stays what it is`() throws {
    try inFolder { folder in
      let link = folder + "/nergens"
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/dev/null")
      try OutputFile.write([1, 2, 3], to: link)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "/dev/null")
    }
  }
}
