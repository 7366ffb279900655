/// Reports each position whose key occurred before, with the first position that has it.
func forEachRepeat<Key: Hashable>(in keys: some Sequence<Key>, _ report: (_ position: Int, _ first: Int) -> Void) {
  var seen: [Key: Int] = [:]
  for (position, key) in keys.enumerated() {
    if let first = seen[key] {
      report(position, first)
    } else {
      seen[key] = position
    }
  }
}
