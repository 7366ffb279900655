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

private func forEachRepeatInTable<Key: Hashable>(
  of keys: some RandomAccessCollection<Key>, _ report: (_ position: Int, _ first: Int) -> Void
) {
  var seen: [Key: Int] = [:]
  seen.reserveCapacity(keys.count)
  for (position, key) in keys.enumerated() {
    guard let first = seen.updateValue(position, forKey: key) else { continue }
    seen[key] = first
    report(position, first)
  }
}
