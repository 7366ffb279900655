/// The declaration (declaratie, JW323) of the template's sample: March 2026, three clients, all of it due.
enum TemplateDeclaration {
  /// 14 hours × € 83.50, 385 minutes at € 87.30 an hour (halves up) and one month of € 3,820.
  static let march = """
    <?xml version="1.0" encoding="UTF-8"?>
    <jw323:Bericht xmlns:ijw="http://www.istandaarden.nl/ijw/3_2/basisschema/schema" \
    xmlns:jw323="http://www.istandaarden.nl/ijw/3_2/jw323/schema">
      <jw323:Header>
        <jw323:BerichtCode>490</jw323:BerichtCode>
        <jw323:BerichtVersie>3</jw323:BerichtVersie>
        <jw323:BerichtSubversie>2</jw323:BerichtSubversie>
        <jw323:Afzender>42420001</jw323:Afzender>
        <jw323:Ontvanger>0384</jw323:Ontvanger>
        <jw323:BerichtIdentificatie>
          <ijw:Identificatie>D202603</ijw:Identificatie>
          <ijw:Dagtekening>2026-04-02</ijw:Dagtekening>
        </jw323:BerichtIdentificatie>
        <jw323:XsdVersie>
          <ijw:BasisschemaXsdVersie>1.0.0</ijw:BasisschemaXsdVersie>
          <ijw:BerichtXsdVersie>1.0.0</ijw:BerichtXsdVersie>
        </jw323:XsdVersie>
      </jw323:Header>
      <jw323:Declaratie>
        <jw323:DeclaratieNummer>DN202603</jw323:DeclaratieNummer>
        <jw323:DeclaratiePeriode>
          <ijw:Begindatum>2026-03-01</ijw:Begindatum>
          <ijw:Einddatum>2026-03-31</ijw:Einddatum>
        </jw323:DeclaratiePeriode>
        <jw323:DeclaratieDagtekening>2026-04-02</jw323:DeclaratieDagtekening>
        <jw323:TotaalIngediendBedrag>
          <ijw:TotaalBedrag>554918</ijw:TotaalBedrag>
          <ijw:DebetCredit>D</ijw:DebetCredit>
        </jw323:TotaalIngediendBedrag>
        <jw323:Clienten>
    \(client(bsn: "999900006", number: 1001, code: "45A48", volume: 14, unit: "04", tariff: 8350, amount: 116_900))
    \(client(bsn: "999900018", number: 1002, code: "45A49", volume: 385, unit: "01", tariff: 146, amount: 56_018))
    \(client(bsn: "999900031", number: 1003, code: "44A09", volume: 382_000, unit: "83", tariff: nil, amount: 382_000))
        </jw323:Clienten>
      </jw323:Declaratie>
    </jw323:Bericht>

    """

  private static func client(
    bsn: String, number: Int, code: String, volume: Int, unit: String, tariff: Int?, amount: Int
  ) -> String {
    let tariffLine = tariff.map { "            <jw323:ProductTarief>\($0)</jw323:ProductTarief>\n" } ?? ""
    return """
            <jw323:Client>
              <jw323:Bsn>\(bsn)</jw323:Bsn>
              <jw323:Prestaties>
                <jw323:Prestatie>
                  <jw323:ProductReferentie>
                    <ijw:ReferentieNummer>2026-03-\(number)</ijw:ReferentieNummer>
                  </jw323:ProductReferentie>
                  <jw323:ToewijzingNummer>\(number)</jw323:ToewijzingNummer>
                  <jw323:ProductCategorie>\(code.prefix(2))</jw323:ProductCategorie>
                  <jw323:ProductCode>\(code)</jw323:ProductCode>
                  <jw323:ProductPeriode>
                    <ijw:Begindatum>2026-03-01</ijw:Begindatum>
                    <ijw:Einddatum>2026-03-31</ijw:Einddatum>
                  </jw323:ProductPeriode>
                  <jw323:GeleverdVolume>\(volume)</jw323:GeleverdVolume>
                  <jw323:Eenheid>\(unit)</jw323:Eenheid>
      \(tariffLine)            <jw323:IngediendBedrag>
                    <ijw:Bedrag>\(amount)</ijw:Bedrag>
                    <ijw:DebetCredit>D</ijw:DebetCredit>
                  </jw323:IngediendBedrag>
                </jw323:Prestatie>
              </jw323:Prestaties>
            </jw323:Client>
      """
  }
}
