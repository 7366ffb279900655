import Foundation
import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoStore
import SaldoTestSupport
import Testing

@testable import SaldoRuns

/// Reading a file block by block against reading it as a whole.
struct FileReadingTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/saldo-" + UUID().uuidString

  /// Runs with a file that holds these bytes.
  private func withFile(_ bytes: [UInt8], _ body: (InputFile) throws -> Void) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try OutputFile.write(bytes, to: folder + "/message.xml")
    try body(InputFile(path: folder + "/message.xml"))
  }

  /// A declaration of some 230 kB in its canonical form.
  private static let declaration: [UInt8] = {
    let lines = (0..<300).map { DeliveryLine.sample(reference: ExactText("R\($0)")) }
    return MessageWriter().encode(.declaration(.sample(lines: lines)))
  }()

  private static let allocation = MessageWriter().encode(.allocated("T1"))

  /// What is read of a file in one way and the other.
  private func expectSame(_ bytes: [UInt8], _ keeping: FileReading.Bytes) throws -> FileReading {
    var read: FileReading?
    try withFile(bytes) { file in
      let blockwise = try FileReading(file, with: MessageReader(), keeping, wholeUpTo: 0)
      let whole = try FileReading(file, with: MessageReader(), keeping, wholeUpTo: .max)
      #expect(blockwise.reading == whole.reading)
      #expect(blockwise.byteCount == bytes.count && whole.byteCount == bytes.count)
      #expect(blockwise.digest == whole.digest)
      #expect(blockwise.packed?.digest == whole.packed?.digest)
      #expect(blockwise.packed?.byteCount == whole.packed?.byteCount)
      read = blockwise
    }
    return try #require(read)
  }

  @Test(arguments: [FileReading.Bytes.drop, .digest, .pack])
  func `a large file is the same in blocks`(keeping: FileReading.Bytes) throws {
    #expect(Self.declaration.count > 3 * 65_536)
    let read = try expectSame(Self.declaration, keeping)
    #expect(read.reading == MessageReader().read(Self.declaration) && read.reading.message != nil)
    #expect(read.digest == (keeping == .drop ? .zero : Ledger.digest(of: Self.declaration)))
    #expect(read.packed?.byteCount == (keeping == .pack ? Self.declaration.count : nil))
  }

  @Test(arguments: [FileReading.Bytes.drop, .digest, .pack])
  func `the digest of what is answered is always known`(keeping: FileReading.Bytes) throws {
    #expect(try expectSame(Self.allocation, keeping).digest == Ledger.digest(of: Self.allocation))
  }

  @Test(arguments: [FileReading.Bytes.drop, .digest, .pack])
  func `what the schema refuses at the end is read again as a whole`(keeping: FileReading.Bytes) throws {
    let text = String(decoding: Self.declaration, as: UTF8.self)
    let last = try #require(text.range(of: "<ijw:Bedrag>", options: .backwards)).upperBound
    let refused = Array((text[..<last] + "x" + text[last...]).utf8)
    let read = try expectSame(refused, keeping)
    #expect(read.reading.findings.map(\.rule) == ["XSD"] && read.digest == .zero && read.packed == nil)
    #expect(try expectSame(Self.declaration + [0xC3], keeping).reading.findings.map(\.rule) == ["XML"])
  }

  @Test(arguments: [FileReading.Bytes.drop, .digest, .pack])
  func `what only the schema accepts is packed as a whole`(keeping: FileReading.Bytes) throws {
    // A sign before a number is no plain spelling.
    let text = String(decoding: Self.declaration, as: UTF8.self)
    let last = try #require(text.range(of: "<ijw:Bedrag>", options: .backwards)).upperBound
    let signed = Array((text[..<last] + "+" + text[last...]).utf8)
    let read = try expectSame(signed, keeping)
    #expect(read.reading.message == MessageReader().read(Self.declaration).message)
    #expect(read.digest == (keeping == .drop ? .zero : Ledger.digest(of: signed)))
  }

  @Test func `an empty file and a missing one are told as before`() throws {
    #expect(try expectSame([], .pack).reading.findings.map(\.rule) == ["XML"])
    let missing = InputFile(path: folder + "/nothing.xml")
    #expect(throws: InputError.unreadable(path: missing.path)) {
      try FileReading(missing, with: MessageReader(), .drop, wholeUpTo: 0)
    }
    let directory = InputFile(path: FileManager.default.temporaryDirectory.path)
    #expect(throws: InputError.unreadable(path: directory.path)) {
      try FileReading(directory, with: MessageReader(), .drop, wholeUpTo: 0)
    }
  }

  @Test func `bytes that come once are read once`() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    Thread.detachNewThread {
      let pipe = FileHandle(forWritingAtPath: path)
      try? pipe?.write(contentsOf: Data(Self.declaration))
      try? pipe?.close()
    }
    let read = try FileReading(InputFile(path: path), with: MessageReader(), .pack, wholeUpTo: 0)
    #expect(read.reading.message == MessageReader().read(Self.declaration).message)
    #expect(read.digest == Ledger.digest(of: Self.declaration))
  }
}
