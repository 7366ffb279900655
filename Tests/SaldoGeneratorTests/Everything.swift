import SaldoDomain
import SaldoGenerator

/// Everything that a generator makes, kept.
struct Everything {
  var allocations: [(month: CalendarMonth, message: AllocationMessage)] = []
  var declarations: [GeneratedDeclaration] = []

  init(_ options: GeneratorOptions) throws {
    try Generator(options).forEachMessage { message in
      switch message {
      case .allocation(let month, let allocation): allocations.append((month, allocation))
      case .declaration(let declaration): declarations.append(declaration)
      }
    }
  }

  var lines: [DeliveryLine] { declarations.flatMap(\.message.lines) }
}
