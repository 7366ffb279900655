import SaldoDomain
import SaldoGenerator
import SaldoMessages
import Testing

struct GeneratorTests {
  @Test(arguments: [(1, 1), (2, 2), (10, 1), (10, 12), (999, 7), (5_000, 12), (3_000, 60)])
  func `exactly the lines that were asked for, in messages whose totals add up`(lines: Int, months: Int) throws {
    let all = try Everything(GeneratorOptions(lines: lines, months: months))
    #expect(all.lines.count == lines)
    for declaration in all.declarations {
      let message = declaration.message
      #expect(!message.lines.isEmpty)
      #expect(message.total.signed == message.lines.reduce(.zero) { $0 + $1.amount.signed })
      #expect(message.clients.flatMap { Array($0.lines) } == Array(message.lines.indices))
      #expect(Set(message.clients.map(\.bsn)).count == message.clients.count)
      for (position, client) in message.clients.enumerated() {
        #expect(message.lines[client.lines].allSatisfy { $0.client == position })
      }
    }
  }

  @Test func `the same options give the same messages, and another seed gives others`() throws {
    func messages(_ seed: UInt64) throws -> [DeclarationMessage] {
      try Everything(GeneratorOptions(lines: 500, seed: seed)).declarations.map(\.message)
    }
    let first = try messages(1)
    #expect(try messages(1) == first)
    #expect(try messages(2) != first)
  }

  @Test func `months come in order, and end with December 2025`() throws {
    let all = try Everything(GeneratorOptions(lines: 2_000, months: 5))
    let months = all.declarations.map(\.month)
    #expect(months == months.sorted())
    #expect(Set(months).sorted() == (8...12).map { CalendarMonth(year: 2025, month: $0) })
    for declaration in all.declarations {
      #expect(declaration.message.period == declaration.month.period)
      #expect(declaration.message.date > declaration.month.last && declaration.message.date <= GeneratorOptions.asOf)
      let faultless = declaration.message.lines.enumerated().filter { declaration.faults[$0.offset] == nil }
      // A month in time, or a month late.
      #expect(
        faultless.allSatisfy {
          $0.element.period.begin.month == declaration.month
            || $0.element.period.begin.month == declaration.month.adding(months: -1)
        })
    }
    #expect(all.allocations.map(\.month) == all.allocations.map(\.month).sorted())
  }

  @Test func `every credit undoes a granted debit of the month before, and the care is sent again with it`() throws {
    let all = try Everything(GeneratorOptions(lines: 6_000, months: 6))
    var debits: [String: (line: DeliveryLine, month: CalendarMonth, isWrong: Bool)] = [:]
    var credited: Set<String> = []
    func key(_ declaration: GeneratedDeclaration, _ reference: ExactText) -> String {
      "\(declaration.message.header.provider) \(reference)"
    }
    for declaration in all.declarations {
      let message = declaration.message
      for credit in message.lines where credit.isCredit {
        let reference = key(declaration, try #require(credit.previousReference))
        let debit = try #require(debits[reference])
        #expect(!debit.isWrong)
        #expect(debit.month == declaration.month.adding(months: -1))
        #expect(credited.insert(reference).inserted)
        var undone = debit.line
        undone.reference = credit.reference
        undone.previousReference = debit.line.reference
        undone.amount = StatedAmount(size: debit.line.amount.size, side: .credit)
        undone.client = credit.client
        #expect(credit == undone)
        #expect(
          message.lines.count {
            !$0.isCredit && $0.allocation == credit.allocation && $0.period == credit.period
              && $0.client == credit.client
          } == 1)
      }
      for (position, line) in message.lines.enumerated() {
        let isNew = debits.updateValue(
          (line, declaration.month, declaration.faults[position] != nil), forKey: key(declaration, line.reference))
        #expect(isNew == nil, "a reference is new for its provider")
      }
    }
    // Two of a hundred lines are corrected: some 100 in the five months that have a next one.
    #expect((60...140).contains(credited.count))
  }

  @Test func `one in a hundred lines is wrong, in every way that there is`() throws {
    let all = try Everything(GeneratorOptions(lines: 20_000, months: 4, faultsPerMillion: 10_000))
    let faults = all.declarations.flatMap(\.faults.values)
    // Binomial: 10,000 lines or more are new; 200 ± 4 standard deviations of 14, less those that are not new.
    #expect((120...260).contains(faults.count))
    #expect(Set(faults) == Set(LineFault.allCases))
  }

  @Test func `no line is wrong at rate 0, and every new line is at rate 100`() throws {
    let right = try Everything(GeneratorOptions(lines: 1_000, months: 3, faultsPerMillion: 0))
    #expect(right.declarations.allSatisfy { $0.faults.isEmpty })
    let wrong = try Everything(GeneratorOptions(lines: 1_000, months: 1, faultsPerMillion: 1_000_000))
    #expect(wrong.declarations.allSatisfy { $0.faults.count == $0.message.lines.count })
  }

  @Test func `allocations have numbers of their own, and are known before they are declared on`() throws {
    let all = try Everything(GeneratorOptions(lines: 6_000, months: 12, faultsPerMillion: 0))
    var known: [String: (product: AllocatedProduct, bsn: Bsn, month: CalendarMonth)] = [:]
    for (month, message) in all.allocations {
      for product in message.products {
        let earlier = known.updateValue(
          (product, message.client.bsn, month), forKey: "\(message.header.municipality) \(product.number)")
        #expect(earlier == nil)
        #expect(product.decidedAt.date <= message.header.date)
      }
    }
    for declaration in all.declarations {
      for line in declaration.message.lines {
        let found = try #require(known["\(declaration.message.header.municipality) \(line.allocation)"])
        #expect(found.bsn == declaration.message.clients[line.client].bsn)
        #expect(found.month <= declaration.month)
        #expect(found.product.validity.contains(line.period.begin) && found.product.validity.contains(line.period.end))
      }
    }
  }

  @Test func `every kind of care occurs, and care that is paid a lump sum claims nothing`() throws {
    let all = try Everything(GeneratorOptions(lines: 20_000, months: 2, faultsPerMillion: 0))
    let codes = Set(all.lines.map(\.product.code.string))
    #expect(codes.count == 24)
    let free = all.lines.filter { $0.amount.size == .zero }
    #expect(!free.isEmpty && free.allSatisfy { $0.product.code == "46G01" })
    #expect(Set(all.lines.map(\.unit)) == Set(CareUnit.allCases))
  }

  @Test func `every message follows its schema and reads back as it was`() throws {
    let all = try Everything(GeneratorOptions(lines: 1_500, months: 3, faultsPerMillion: 100_000))
    let messages =
      all.allocations.map { Message.allocation($0.message) } + all.declarations.map { .declaration($0.message) }
    let (reader, writer) = (MessageReader(), MessageWriter())
    for message in messages {
      let bytes = writer.encode(message)
      let reading = reader.read(bytes)
      #expect(reading.findings.isEmpty)
      #expect(writer.encode(try #require(reading.message)) == bytes)
    }
  }

  @Test func `declarations are cut into files of at most 25 million bytes`() throws {
    let all = try Everything(
      GeneratorOptions(lines: 33_000, providers: 1, municipalities: 1, months: 1, faultsPerMillion: 1_000_000))
    #expect(all.declarations.count == 2)
    let sizes = all.declarations.map { MessageWriter().encode(.declaration($0.message)).count }
    #expect(sizes.allSatisfy { $0 <= TechnicalSignals.sizeLimit })
    #expect(sizes[0] > 24_000_000)
  }

  @Test func `what cannot be asked for is refused`() {
    #expect(throws: GeneratorError.outOfRange(option: "--lines", range: 1...100_000_000)) {
      try Generator(GeneratorOptions(lines: 0))
    }
    #expect(throws: GeneratorError.outOfRange(option: "--months", range: 1...60)) {
      try Generator(GeneratorOptions(lines: 1, months: 61))
    }
    #expect(throws: GeneratorError.outOfRange(option: "--municipalities", range: 1...342)) {
      try Generator(GeneratorOptions(lines: 1, municipalities: 343))
    }
    #expect(throws: GeneratorError.outOfRange(option: "--providers", range: 1...9_999)) {
      try Generator(GeneratorOptions(lines: 1, providers: 0))
    }
    #expect(throws: GeneratorError.outOfRange(option: "--fault-rate", range: 0...1_000_000)) {
      try Generator(GeneratorOptions(lines: 1, faultsPerMillion: 1_000_001))
    }
    #expect(throws: GeneratorError.tooManyLinesPerProvider) {
      try Generator(GeneratorOptions(lines: 120_000, providers: 1, municipalities: 1, months: 1))
    }
    #expect(throws: Never.self) {
      _ = try Generator(GeneratorOptions(lines: 100_000, providers: 1, municipalities: 1, months: 1))
      _ = try Generator(GeneratorOptions(lines: 2_000_000, months: 1))
    }
  }

  @Test func `defaults grow with the lines`() {
    let (small, large) = (GeneratorOptions(lines: 1), GeneratorOptions(lines: 1_000_000))
    #expect((small.providers, small.municipalities, small.months) == (1, 1, 1))
    #expect((large.providers, large.municipalities, large.months) == (500, 100, 12))
  }
}
