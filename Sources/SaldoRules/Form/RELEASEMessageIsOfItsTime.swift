import SaldoDomain

/// The message is dated before the next release went live.
///
/// A release replaces the one before on one day, and a message of the old one from then on would be judged without the
/// rules that came since. It is not answered and not taken in. The date of a return message is that of the message that
/// it answers. A date before the release went live is no objection: examples of a release come earlier.
struct RELEASEMessageIsOfItsTime: Rule {
  static let metadata = RuleMetadata(
    "RELEASE", level: .schema, kinds: MessageKind.allCases, returnCode: nil, answerClass: nil,
    title: Bilingual(
      nl: "Het bericht is van voor de invoering van de volgende release.",
      en: "The message is from before the next release went live."),
    sentence: Bilingual(
      nl: "Een bericht van {date} kan niet van release {release} zijn: sinds {live} geldt release {next}.",
      en: "A message of {date} cannot be of release {release}: release {next} went live on {live}."),
    hint: Bilingual(
      nl: "Stel in uw software de release in die op de datum van het bericht geldt.",
      en: "Set the release in your software that holds on the date of the message."),
    facts: ["date", "release", "live", "next"], source: "Saldo, Documentation/DeclarationGuide.md")
}
