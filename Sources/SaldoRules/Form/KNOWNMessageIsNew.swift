public import SaldoDomain

/// The same bytes were not settled before. A message that the ledger already holds is not judged again.
///
/// Its findings are made outside the evaluator, by a check against a ledger.
public struct KNOWNMessageIsNew: Rule {
  /// What the rule is.
  public static let metadata = RuleMetadata(
    signal: "KNOWN", level: .schema, kinds: MessageKind.allCases, needs: .history,
    title: Bilingual(
      nl: "Precies dit bericht is niet eerder verwerkt.", en: "Exactly this message was not settled before."),
    sentence: Bilingual(
      nl: "Dit bericht staat al in het grootboek als post {number}, beoordeeld op {asOf}; zo is het toen beoordeeld.",
      en: "This message is in the ledger already as entry {number}, judged on {asOf}; this is how it was judged then."),
    hint: Bilingual(
      nl: "Stuur dit bericht niet nog eens; maak voor een verbetering een nieuw bericht met een "
        + "eigen identificatie.",
      en: "Do not send this message again; for a correction make a new one with an identification of its own."),
    facts: ["number", "asOf"], source: "Saldo, journal")
}
