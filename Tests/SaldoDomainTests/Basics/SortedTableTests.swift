import SaldoDomain
import Testing

struct SortedTableTests {
  @Test func `keys stand in their order, whatever the order in which they come`() {
    var table: SortedTable<Int, String> = [5: "five", 1: "one", 3: "three"]
    #expect(table.keys == [1, 3, 5] && table.values == ["one", "three", "five"])
    table[4] = "four"
    table[6] = "six"
    table[3] = "drie"
    #expect(table.keys == [1, 3, 4, 5, 6] && table.values == ["one", "drie", "four", "five", "six"])
    #expect(table == [1: "one", 3: "drie", 4: "four", 5: "five", 6: "six"])
  }

  @Test func `a key has its value, and every other has none`() {
    let table: SortedTable<Int, Int> = [2: 20, 4: 40, 6: 60, 8: 80]
    #expect((0...9).map { table[$0] } == [nil, nil, 20, nil, 40, nil, 60, nil, 80, nil])
    #expect(table[4, default: 1] == 40 && table[5, default: 1] == 1)
    #expect(SortedTable<Int, Int>()[0] == nil)
  }

  @Test func `nil takes a value out`() {
    var table: SortedTable<Int, Int> = [2: 20, 4: 40, 6: 60]
    table[4] = nil
    table[5] = nil
    table[7] = nil
    #expect(table == [2: 20, 6: 60])
    #expect(table != [2: 20, 6: 61])
  }

  @Test func `a value is changed in its place`() {
    var table: SortedTable<Int, Int> = [2: 20]
    table[2, default: 0] += 1
    table[1, default: 7] += 1
    #expect(table == [1: 8, 2: 21])
  }
}
