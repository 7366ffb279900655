import SaldoDomain
import SaldoRules

/// Signals that a sender put a citizen service number into a reference; output then shows it masked.
enum ReferenceMask {
  /// A signal for each line whose reference, or credited reference, holds a citizen service number.
  static func signals(in declaration: DeclarationMessage) -> [Finding] {
    var signals: [Finding] = []
    for (position, line) in declaration.lines.enumerated() {
      let elements: [(DeliveryLine.Element, ExactText?)] = [
        (.reference, line.reference), (.previousReference, line.previousReference),
      ]
      for case (let element, let text?) in elements where CitizenNumberMask.contains(text.string) {
        signals.append(
          Finding(
            rule: "BSN", level: .message, severity: .signal, place: declaration.place(of: element, line: position),
            facts: [:]))
      }
    }
    return signals
  }
}
