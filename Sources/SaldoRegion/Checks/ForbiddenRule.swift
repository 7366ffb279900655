internal import SaldoDomain

/// A rule that a region may want but that would break the agreements of the standard, with the reason in words.
///
/// A table can say such a thing, so that it is refused with a reason instead of as a mistyped word. Source:
/// iStandaarden 3.2, OP364, OP095, IV085; Documentation/Funding.md.
enum ForbiddenRule: String, CaseIterable {
  /// To want a start message (305) before care is paid.
  case startNotice = "start-notice"
  /// To want a stop message (307), or its date.
  case stopNotice = "stop-notice"
  /// To refuse what exceeds the ceiling of a client.
  case clientCeiling = "client-ceiling"
  /// To refuse what exceeds the spending space of a provider.
  case spendingSpace = "spending-space"
  /// To refuse what another provider declared as well.
  case otherProviders = "other-providers"
  /// To refuse clients of whom another municipality is responsible.
  case residence
  /// To refuse a credit for its amount.
  case creditAmount = "credit-amount"

  /// Why no row may say this.
  var reason: Bilingual {
    switch self {
    case .startNotice, .stopNotice:
      Bilingual(
        nl: "een declaratie hangt niet af van start- en stopberichten (OP364)",
        en: "a declaration does not depend on start and stop messages (OP364)")
    case .clientCeiling:
      Bilingual(
        nl: "de aanbieder kent het verbruik van het cliëntplafond niet (OP095); Saldo signaleert het uit "
          + "client_ceilings.csv",
        en:
          "the provider does not know the use of a client's ceiling (OP095); Saldo signals it from client_ceilings.csv"
      )
    case .spendingSpace:
      Bilingual(
        nl: "geen retourcode is hierbij waar, en de betaler beslist; Saldo signaleert het uit spending_spaces.csv",
        en: "no return code is true of it, and the payer decides; Saldo signals it from spending_spaces.csv")
    case .otherProviders:
      Bilingual(
        nl: "de aanbieder kent de regels van anderen niet (OP095); Saldo signaleert een dubbel arrangement (K012)",
        en: "the provider does not know the lines of others (OP095); Saldo signals a double arrangement (K012)")
    case .residence:
      Bilingual(
        nl: "de aanbieder kan het woonplaatsbeginsel niet beoordelen (OP095); de geadresseerde gemeente betaalt",
        en: "the provider cannot judge residence (OP095); the addressed municipality pays")
    case .creditAmount:
      Bilingual(
        nl: "een creditregel wordt alleen op technische gronden afgewezen (IV085)",
        en: "a credit is refused on technical grounds only (IV085)")
    }
  }
}
