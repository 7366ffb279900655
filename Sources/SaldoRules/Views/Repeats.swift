/// Reports each position whose key occurred before, with the first position that has it.
///
/// A message has many small groups and few large ones: a few keys are compared with each other, which is cheaper than a
/// table, and many go through one.
func forEachRepeat<Key: Hashable>(
  in keys: some RandomAccessCollection<Key>, _ report: (_ position: Int, _ first: Int) -> Void
) {
  guard keys.count > 1 else { return }
  guard keys.count > 8 else {
    let keys = Array(keys)
    for position in 1..<keys.count {
      if let first = keys[..<position].firstIndex(of: keys[position]) { report(position, first) }
    }
    return
  }
  var seen: [Key: Int] = [:]
  seen.reserveCapacity(keys.count)
  for (position, key) in keys.enumerated() {
    guard let first = seen.updateValue(position, forKey: key) else { continue }
    seen[key] = first
    report(position, first)
  }
}
