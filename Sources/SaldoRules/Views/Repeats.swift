/// Reports each position whose key occurred before, with the first position that has it.
///
/// A message has many small groups and few large ones: a few keys are compared with each other, which is cheaper than a
/// table, and many go through one.
@inline(__always)
func forEachRepeat<Key: Hashable>(
  in keys: some RandomAccessCollection<Key>, _ report: (_ position: Int, _ first: Int) -> Void
) {
  guard keys.count > 8 else {
    for position in keys.indices.dropFirst() {
      let key = keys[position]
      if let first = keys[..<position].firstIndex(of: key) {
        report(keys.distance(from: keys.startIndex, to: position), keys.distance(from: keys.startIndex, to: first))
      }
    }
    return
  }
  forEachRepeatInTable(of: keys, report)
}

/// Nearly all keys occur once, which a bit of their hash tells: only those whose bit was set before, and those that set it,
/// are kept and compared.
private func forEachRepeatInTable<Key: Hashable>(
  of keys: some RandomAccessCollection<Key>, _ report: (_ position: Int, _ first: Int) -> Void
) {
  // At least 32 bits a key: of 32 keys less than one meets the bit of another.
  let words = 1 << (Int.bitWidth - (keys.count / 2).leadingZeroBitCount)
  let hashes = keys.map { UInt32(truncatingIfNeeded: $0.hashValue) }
  var met = [UInt64](repeating: 0, count: words)
  var metAgain = met
  for hash in hashes {
    let (word, bit) = place(of: hash, in: words)
    metAgain[word] |= met[word] & bit
    met[word] |= bit
  }
  var seen: [Key: Int] = [:]
  for (position, key) in zip(hashes.indices, keys) {
    let (word, bit) = place(of: hashes[position], in: words)
    guard metAgain[word] & bit != 0, let first = seen.updateValue(position, forKey: key) else { continue }
    seen[key] = first
    report(position, first)
  }
}

/// The word of a hash among a power of two of them, and its bit there.
private func place(of hash: UInt32, in words: Int) -> (word: Int, bit: UInt64) {
  (Int(hash >> 6) & (words - 1), 1 << UInt64(hash & 63))
}
