/// Values by key, in the order of the keys (gesorteerde tabel).
///
/// Two plain arrays: half of the memory of a dictionary, and what is read in the order of the keys lies together. It is made
/// in that order; a key in between moves those after it.
public struct SortedTable<Key: Comparable & Sendable, Value: Sendable>: Sendable {
  /// The keys, ascending.
  @inlinable public var keys: [Key] { sortedKeys }
  /// The values, in the order of the keys.
  @inlinable public var values: [Value] { sortedValues }
  @usableFromInline var sortedKeys: [Key] = []
  @usableFromInline var sortedValues: [Value] = []

  /// A table without values.
  @inlinable public init() {}

  /// A table of the values of keys, which ascend, each once.
  public init(keys: [Key], values: [Value]) {
    precondition(keys.count == values.count, "every key has a value")
    assert(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 }, "the keys ascend")
    (sortedKeys, sortedValues) = (keys, values)
  }

  /// The value of a key; nil removes it.
  @inlinable public subscript(key: Key) -> Value? {
    get {
      let next = position(from: key)
      return has(key, at: next) ? sortedValues[next] : nil
    }
    set {
      let next = position(from: key)
      let isKnown = has(key, at: next)
      if let newValue {
        if isKnown {
          sortedValues[next] = newValue
        } else if next == sortedKeys.count {
          sortedKeys.append(key)
          sortedValues.append(newValue)
        } else {
          sortedKeys.insert(key, at: next)
          sortedValues.insert(newValue, at: next)
        }
      } else if isKnown {
        sortedKeys.remove(at: next)
        sortedValues.remove(at: next)
      }
    }
  }

  /// The value of a key, or another one when it has none.
  @inlinable public subscript(key: Key, default other: @autoclosure () -> Value) -> Value {
    get { self[key] ?? other() }
    set { self[key] = newValue }
  }

  /// Makes room for so many values.
  @inlinable public mutating func reserveCapacity(_ count: Int) {
    sortedKeys.reserveCapacity(count)
    sortedValues.reserveCapacity(count)
  }

  @inlinable func has(_ key: Key, at position: Int) -> Bool {
    position < sortedKeys.count && sortedKeys[position] == key
  }

  /// Where a key stands; nil when it has no value.
  @inlinable public func position(of key: Key) -> Int? {
    let position = position(from: key)
    return has(key, at: position) ? position : nil
  }

  /// Where the first key stands that is not lower than a key.
  @inlinable func position(from key: Key) -> Int {
    guard let last = sortedKeys.last, key <= last else { return sortedKeys.count }
    var (low, high) = (0, sortedKeys.count - 1)
    while low < high {
      let middle = (low + high) >> 1
      if sortedKeys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension SortedTable: Equatable where Value: Equatable {}
extension SortedTable: Hashable where Key: Hashable, Value: Hashable {}

extension SortedTable: ExpressibleByDictionaryLiteral {
  /// Lets a literal stand for a table.
  public init(dictionaryLiteral elements: (Key, Value)...) {
    for (key, value) in elements { self[key] = value }
  }
}
