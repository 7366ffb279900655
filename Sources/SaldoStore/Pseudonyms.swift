import Crypto
import Foundation
import SaldoDomain

extension LedgerKeys {
  /// What a client is looked up by: a keyed hash of the BSN, so that the register does not show it.
  func lookup(of bsn: Bsn) -> [UInt8] { finish(lookUpCode, bsn).withUnsafeBytes { Array($0.prefix(16)) } }

  /// The pseudonym of a client in reports: stable for a key, meaningless without it.
  ///
  /// Five bytes of a code, as hexadecimal digits; the next five when they read as a citizen service number by chance, which
  /// happens to one in a thousand.
  func pseudonym(of bsn: Bsn) -> String {
    let code = Array(finish(pseudonymCode, bsn))
    let digits = Array("0123456789ABCDEF".utf8)
    func text(from start: Int) -> String {
      String(decoding: code[start..<start + 5].flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
    return stride(from: 0, through: code.count - 5, by: 5).lazy.map(text).first { !CitizenNumberMask.contains($0) }
      ?? text(from: 0)
  }

  private func finish(_ begin: HMAC<SHA256>, _ bsn: Bsn) -> HMAC<SHA256>.MAC {
    // A copy of a code that has its key and its purpose already: every client of a message is looked up.
    var code = begin
    var digits = bsn.digits
    digits.withUTF8 { code.update(data: UnsafeRawBufferPointer($0)) }
    return code.finalize()
  }
}

extension Sealing {
  /// A BSN encrypted with the key of a year.
  static func seal(_ bsn: Bsn, key: SymmetricKey) throws -> Data {
    try AES.GCM.seal(Data(bsn.digits.utf8), using: key).combined!
  }

  /// A birth date encrypted with AES-GCM, with the part of it that is unknown.
  static func seal(_ birthDate: BirthDate, key: SymmetricKey) throws -> Data {
    try AES.GCM.seal(Data((birthDate.date.iso + (birthDate.use?.rawValue ?? "")).utf8), using: key).combined!
  }

  /// The birth date in a sealed box, or nil when it does not open.
  static func openBirthDate(_ sealed: Data, key: SymmetricKey) -> BirthDate? {
    guard let box = try? AES.GCM.SealedBox(combined: sealed), let data = try? AES.GCM.open(box, using: key) else {
      return nil
    }
    let text = String(decoding: data, as: UTF8.self)
    guard let date = CalendarDate(iso: text.prefix(10)) else { return nil }
    return BirthDate(date: date, use: BirthDate.Use(rawValue: String(text.dropFirst(10))))
  }

  /// The BSN in a sealed box, or nil when it does not open.
  static func openBsn(_ sealed: Data, key: SymmetricKey) -> Bsn? {
    guard let box = try? AES.GCM.SealedBox(combined: sealed), let digits = try? AES.GCM.open(box, using: key)
    else { return nil }
    return Bsn(digits: String(decoding: digits, as: UTF8.self))
  }
}
