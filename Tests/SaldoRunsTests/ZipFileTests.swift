import Foundation
import SaldoRuns
import Testing

/// ZIP files made byte by byte: what a directory would hold, and what cannot be taken in.
struct ZipFileTests {
  /// A file of an archive.
  private struct Entry {
    var name: [UInt8]
    var content: [UInt8]
    var checksum: UInt32?
    var flags: UInt16 = 0x0800

    init(_ name: String, _ content: String, checksum: UInt32? = nil, flags: UInt16 = 0x0800) {
      self.name = Array(name.utf8)
      self.content = Array(content.utf8)
      self.checksum = checksum
      self.flags = flags
    }
  }

  /// An archive whose files are stored without compression (PKWARE, APPNOTE 4.3).
  private func archive(_ entries: [Entry]) -> Data {
    func bytes<T: FixedWidthInteger>(_ numbers: T...) -> [UInt8] {
      numbers.flatMap { number in withUnsafeBytes(of: number.littleEndian) { Array($0) } }
    }
    var (files, directory): ([UInt8], [UInt8]) = ([], [])
    for entry in entries {
      let offset = UInt32(files.count)
      let size = UInt32(entry.content.count)
      let common =
        bytes(20, entry.flags, 0, 0, 0x21) + bytes(entry.checksum ?? crc(entry.content), size, size)
        + bytes(UInt16(entry.name.count), 0)
      files += bytes(UInt32(0x0403_4B50)) + common + entry.name + entry.content
      directory += bytes(UInt32(0x0201_4B50)) + bytes(UInt16(20)) + common + bytes(UInt16(0), 0, 0)
      directory += bytes(UInt32(0), offset) + entry.name
    }
    let count = UInt16(entries.count)
    let end =
      bytes(UInt32(0x0605_4B50)) + bytes(UInt16(0), 0, count, count)
      + bytes(UInt32(directory.count), UInt32(files.count))
      + bytes(UInt16(0))
    return Data(files + directory + end)
  }

  private func crc(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = .max
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }

  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/saldo-zip-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func write(_ entries: [Entry], to path: String) throws {
    try archive(entries).write(to: URL(fileURLWithPath: path))
  }

  @Test func `an archive stands for a directory with the same files`() throws {
    try inFolder { folder in
      try write(
        [
          Entry("b.xml", "<b/>"), Entry("map/", ""), Entry("map/a.xml", "<a/>"), Entry(".verborgen.xml", "x"),
          Entry("map/.git/x", "x"), Entry("__MACOSX/._b.xml", "x"),
        ], to: folder + "/april.ZIP")
      try Data("<c/>".utf8).write(to: URL(fileURLWithPath: folder + "/c.xml"))
      for paths in [[folder], [folder + "/april.ZIP", folder + "/c.xml"]] {
        let files = try Inbox(paths).files
        #expect(
          files.map { $0.path.dropFirst(folder.count) } == ["/april.ZIP/b.xml", "/april.ZIP/map/a.xml", "/c.xml"])
        #expect(files.map(\.name) == ["b.xml", "a.xml", "c.xml"])
        #expect(try files.map { String(decoding: try $0.bytes(), as: UTF8.self) } == ["<b/>", "<a/>", "<c/>"])
      }
    }
  }

  @Test func `what cannot be taken in is an error that names the file`() throws {
    let broken: [(String, [Entry])] = [
      ("/l.zip/fout.xml", [Entry("goed.xml", "x"), Entry("fout.xml", "x", checksum: 1)]),
      ("/l.zip/slot.xml", [Entry("slot.xml", "x", flags: 0x0801)]),
      ("/l.zip/twee.xml", [Entry("twee.xml", "x"), Entry("twee.xml", "y")]),
    ]
    for (named, entries) in broken {
      try inFolder { folder in
        try write(entries, to: folder + "/l.zip")
        #expect(throws: InputError.unreadable(path: folder + named)) { try Inbox([folder]) }
      }
    }
    try inFolder { folder in
      try write([Entry("map/", "")], to: folder + "/l.zip")
      #expect(throws: InputError.noMessages(path: folder + "/l.zip")) { try Inbox([folder + "/l.zip"]) }
      try Data("dit is geen zip".utf8).write(to: URL(fileURLWithPath: folder + "/l.zip"))
      #expect(throws: InputError.unreadable(path: folder + "/l.zip")) { try Inbox([folder + "/l.zip"]) }
      var latin = Entry("x.xml", "x")
      latin.name = [0xE9, 0x2E, 0x78]
      try write([latin], to: folder + "/l.zip")
      #expect(throws: InputError.unreadable(path: folder + "/l.zip")) { try Inbox([folder + "/l.zip"]) }
    }
  }

  @Test func `every cut and every changed byte of an archive ends in files or in an error`() throws {
    let whole = archive([Entry("a.xml", "<a/>"), Entry("b.xml", "<b/>")])
    try inFolder { folder in
      let path = folder + "/l.zip"
      for length in 0..<whole.count {
        try whole.prefix(length).write(to: URL(fileURLWithPath: path))
        #expect(throws: InputError.self) { try Inbox([path]) }
      }
      for position in 0..<whole.count {
        var changed = whole
        changed[position] ^= 0xFF
        try changed.write(to: URL(fileURLWithPath: path))
        // A changed time or version is no damage; whatever is taken in has the bytes that its checksum covers.
        for file in (try? Inbox([path]).files) ?? [] {
          #expect(["<a/>", "<b/>"].contains(String(decoding: try file.bytes(), as: UTF8.self)))
        }
      }
    }
  }
}
