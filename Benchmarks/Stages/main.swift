import Foundation
import SaldoDomain
import SaldoGenerator
import SaldoMessages
import SaldoRegion
import SaldoRules
import SaldoSettlement
import SaldoStore

// The stages of a settlement by themselves, on one declaration that the generator makes: CPU time per line.
//
//     swift run -c release saldo-bench [lines] [rounds] [stage]
//
// With the first word of a stage only that one is done in every round, so that instructions and allocations of two runs
// with other numbers of rounds differ by those of the stage.

let lines = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 10_000
let rounds = CommandLine.arguments.dropFirst(2).first.flatMap(Int.init) ?? 5
let chosen = CommandLine.arguments.dropFirst(3).first

/// CPU seconds of this process.
func cpu() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Runs a stage in every round and prints the median per line, in microseconds.
func measure<Value>(_ stage: String, _ body: () throws -> Value) rethrows -> Value {
  var times: [Double] = []
  var value: Value?
  for _ in 0..<(chosen.map(stage.hasPrefix) ?? true ? rounds : 1) {
    let start = cpu()
    value = try body()
    times.append(cpu() - start)
  }
  let median = times.sorted()[times.count / 2] / Double(lines) * 1e6
  print("| \(stage) | \(String(format: "%.2f", median)) |")
  return value!
}

let generator = try Generator(GeneratorOptions(lines: lines, providers: 1, municipalities: 1, months: 1))
var allocations: [AllocationMessage] = []
var made: DeclarationMessage?
generator.forEachMessage { message in
  switch message {
  case .allocation(_, let allocation): allocations.append(allocation)
  case .declaration(let declaration): made = declaration.message
  }
}
guard let declaration = made, declaration.lines.count == lines else {
  fatalError("the lines do not fit one declaration")
}
let message = Message.declaration(declaration)

let folder = FileManager.default.temporaryDirectory.appending(path: "saldo-bench-\(getpid())")
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
for (name, text) in generator.regionFiles { try Data(text.utf8).write(to: folder.appending(path: name)) }
let region = try RegionFolder.load(folder.path).snapshot
try FileManager.default.removeItem(at: folder)

let contracts = RegionContracts(region)
let settlement = Settlement(asOf: GeneratorOptions.asOf, region: contracts)
let (reader, writer) = (MessageReader(), MessageWriter())
let ledger = try Ledger()
try ledger.append(region, asOf: GeneratorOptions.asOf)
for allocation in allocations {
  let message = Message.allocation(allocation)
  let number = try ledger.nextNumber()
  let known = try ledger.workingSet(for: WorkingSetKeys(of: message), region: region)
  let booking = settlement.settle(message, as: number, known: known)
  _ = try ledger.append(
    booking, as: number, asOf: GeneratorOptions.asOf, raw: PackedBytes(writer.encode(message)), answer: nil)
}

print("\(lines) lines in one declaration, medians of \(rounds) rounds\n")
print("| Stage | CPU µs per line |\n|---|---|")
let bytes = measure("encode: a declaration to bytes") { writer.encode(message) }
let decoded = measure("decode: bytes, checked against the schema, to a declaration") { reader.read(bytes).message }
let known = try measure("load: what the ledger knows") {
  try ledger.workingSet(for: WorkingSetKeys(of: message), region: region)
}
let judgement = measure("rules: levels 2 to 5") {
  var evaluator = DeclarationEvaluator(
    RuleContext(asOf: GeneratorOptions.asOf, region: contracts, known: known))
  return evaluator.judge(declaration)
}
let number = try ledger.nextNumber()
let booking = measure("settle: rules, valuation, posting, answer as a value") {
  settlement.settle(message, as: number, known: known)
}
let answer = measure("answer: the 325 to bytes") { booking.answer.map { writer.encode($0) } }
_ = try measure("append: into a copy of the ledger in memory, copying included") {
  try ledger.copyInMemory().append(
    booking, as: number, asOf: GeneratorOptions.asOf, raw: PackedBytes(bytes), answer: answer)
}
print("\n\(declaration.lines.count - judgement.lineCodes.count) lines are granted.")
guard decoded != nil else { fatalError("the declaration cannot be read back") }
