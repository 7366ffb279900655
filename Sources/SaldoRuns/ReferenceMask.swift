import SaldoDomain
import SaldoRules

/// Signals that a sender put a citizen service number into a reference; output then shows it masked.
enum ReferenceMask {
  /// A signal for each line whose reference, or credited reference, holds a citizen service number.
  static func signals(in declaration: DeclarationMessage) -> [Finding] {
    var signals: [Finding] = []
    for position in declaration.lines.indices {
      func check(_ element: DeliveryLine.Element, _ text: ExactText) {
        guard CitizenNumberMask.contains(text.string) else { return }
        signals.append(
          Finding(
            rule: "BSN", level: .message, severity: .signal, place: declaration.place(of: element, line: position),
            facts: [:]))
      }
      check(.reference, declaration.lines[position].reference)
      if let previous = declaration.lines[position].previousReference { check(.previousReference, previous) }
    }
    return signals
  }
}
