/// Why a message other than a declaration is refused: the codes at its header, or at its products.
///
/// One error refuses the whole message. Source: iStandaarden 3.2, IV028, IV032.
public struct Refusal: Hashable, Sendable {
  /// The codes at the header; empty when the header is in order.
  public var header: [ReturnCode]
  /// The codes of each product that breaks a rule, by its position; empty when the header is refused.
  public var products: [Int: [ReturnCode]]

  /// A refusal with these codes.
  public init(header: [ReturnCode] = [], products: [Int: [ReturnCode]] = [:]) {
    self.header = header
    self.products = products
  }

  /// The refusal that findings ask for; nil when none of them rejects.
  ///
  /// A class gets each code once, in the order of the findings.
  public init?(_ findings: [Finding]) {
    self.init()
    for finding in findings {
      guard finding.severity == .reject, let code = finding.returnCode else { continue }
      if finding.answerClass == .header {
        if !header.contains(code) { header.append(code) }
      } else if let position = finding.place.product, products[position, default: []].contains(code) == false {
        products[position, default: []].append(code)
      }
    }
    if header.isEmpty && products.isEmpty { return nil }
  }

  /// Every code, each once: at the header, then at the products in their order.
  public var codes: [ReturnCode] {
    var codes: [ReturnCode] = []
    for code in header + products.keys.sorted().flatMap({ products[$0] ?? [] }) where !codes.contains(code) {
      codes.append(code)
    }
    return codes
  }
}
