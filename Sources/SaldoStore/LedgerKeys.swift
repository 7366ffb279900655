import Crypto
import Foundation
import SaldoLedger

/// The keys beside a ledger: one per delivery year for the stored messages, and one for pseudonyms.
///
/// Destroying a year's key after the retention term makes the messages of that year unreadable, while the journal and
/// the postings stay verifiable. The file has mode 0600 and is replaced as a whole.
struct LedgerKeys {
  /// What the name of the file adds to that of its ledger.
  static let suffix = ".keys"

  private var file: File {
    didSet { years = Self.years(of: file) }
  }
  private let path: String?
  /// The keys of the file by year, decoded.
  private var years: [Int: SymmetricKey]
  /// The begin of the code of a pseudonym, and of that by which a client is looked up: the key and the purpose are in them.
  let pseudonymCode: HMAC<SHA256>
  let lookUpCode: HMAC<SHA256>

  private struct File: Codable {
    var pseudonym: String
    var years: [String: String]
  }

  /// Keys that live in memory only, for a ledger in memory.
  init() { self.init(file: File(pseudonym: Self.newKey(), years: [:])) }

  /// Keys that live in memory only, with a given key of pseudonyms: for tests that expect the same ones every time.
  init(pseudonymKey: SymmetricKey) {
    self.init(file: File(pseudonym: pseudonymKey.withUnsafeBytes { Data($0).base64EncodedString() }, years: [:]))
  }

  /// The keys of a ledger file: read from the file beside it, or made when the ledger is new.
  init(besideLedger ledger: String, create: Bool) throws {
    let path = ledger + Self.suffix
    if !create || FileManager.default.fileExists(atPath: path) {
      self.init(file: try Self.read(path), path: path)
    } else {
      self.init(file: File(pseudonym: Self.newKey(), years: [:]), path: path)
      try save()
    }
  }

  private static func read(_ path: String) throws(LedgerError) -> File {
    guard let data = FileManager.default.contents(atPath: path),
      let file = try? JSONDecoder().decode(File.self, from: data), key(file.pseudonym) != nil,
      file.years.values.allSatisfy({ key($0) != nil })
    else { throw .keysUnreadable(path: path) }
    return file
  }

  /// The same keys without a file: what is added to them is not kept.
  var inMemory: LedgerKeys { LedgerKeys(file: file) }

  private init(file: File, path: String? = nil) {
    self.file = file
    self.path = path
    years = Self.years(of: file)
    let key = Self.key(file.pseudonym)!
    pseudonymCode = Self.code(for: "saldo pseudonym ", key)
    lookUpCode = Self.code(for: "saldo lookup ", key)
  }

  private static func code(for purpose: String, _ key: SymmetricKey) -> HMAC<SHA256> {
    var code = HMAC<SHA256>(key: key)
    code.update(data: Data(purpose.utf8))
    return code
  }

  private static func years(of file: File) -> [Int: SymmetricKey] {
    Dictionary(
      uniqueKeysWithValues: file.years.compactMap { year, text in
        guard let number = Int(year), String(number) == year, let key = key(text) else { return nil }
        return (number, key)
      })
  }

  /// The key of a year, made when there is none yet; a new key is on disk before it is used.
  ///
  /// - Precondition: a write transaction is open on the ledger. It keeps other runs from adding a key at the same time,
  ///   and the file is read again first, so that the keys they added before are kept.
  mutating func makeKey(forYear year: Int) throws -> SymmetricKey {
    if let key = key(forYear: year) { return key }
    if let path { file = try Self.read(path) }
    if let key = key(forYear: year) { return key }
    file.years[String(year)] = Self.newKey()
    try save()
    return key(forYear: year)!
  }

  /// The key of a year, or nil when it was destroyed; the file is read again when another run may have made it since.
  mutating func currentKey(forYear year: Int) -> SymmetricKey? {
    if key(forYear: year) == nil, let path, let now = try? Self.read(path) { file = now }
    return key(forYear: year)
  }

  /// The key of a year as it was when the file was last read, or nil.
  func key(forYear year: Int) -> SymmetricKey? { years[year] }

  private static func newKey() -> String {
    SymmetricKey(size: .bits256).withUnsafeBytes { Data($0).base64EncodedString() }
  }

  private static func key(_ text: String) -> SymmetricKey? {
    guard let data = Data(base64Encoded: text), data.count == 32 else { return nil }
    return SymmetricKey(data: data)
  }

  private func save() throws {
    guard let path else { return }
    do {
      try PrivateFile.replace(path, with: Data(try CanonicalJSON.encode(file, .lines)))
    } catch {
      throw LedgerError.keysUnreadable(path: path)
    }
  }
}
