/// The allocations (toewijzingen, JW301) of the template's sample, all of 2026 and for one provider.
enum TemplateAllocations {
  /// Four hours a week.
  static let hours = allocation(
    TemplateClient(bsn: "999900006", birthDate: "2013-05-17", sex: "2", surname: "Bakker", firstName: "Noor"),
    number: 1001, category: "45", code: "45A48", volume: 4, unit: "04", frequency: "2")

  /// Two hours a week, declared in minutes.
  static let minutes = allocation(
    TemplateClient(bsn: "999900018", birthDate: "2010-11-02", sex: "1", surname: "Visser", firstName: "Daan"),
    number: 1002, category: "45", code: "45A49", volume: 2, unit: "04", frequency: "2")

  /// € 3,820 a month.
  static let euros = allocation(
    TemplateClient(bsn: "999900031", birthDate: "2009-08-23", sex: "1", surname: "Smit", firstName: "Sem"),
    number: 1003, category: "44", code: "44A09", volume: 382_000, unit: "83", frequency: "4")

  private struct TemplateClient {
    let bsn, birthDate, sex, surname, firstName: String
  }

  private static func allocation(
    _ client: TemplateClient, number: Int, category: String, code: String, volume: Int, unit: String, frequency: String
  ) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <jw301:Bericht xmlns:ijw="http://www.istandaarden.nl/ijw/3_2/basisschema/schema" \
    xmlns:jw301="http://www.istandaarden.nl/ijw/3_2/jw301/schema">
      <jw301:Header>
        <jw301:BerichtCode>436</jw301:BerichtCode>
        <jw301:BerichtVersie>3</jw301:BerichtVersie>
        <jw301:BerichtSubversie>2</jw301:BerichtSubversie>
        <jw301:Afzender>0384</jw301:Afzender>
        <jw301:Ontvanger>42420001</jw301:Ontvanger>
        <jw301:BerichtIdentificatie>
          <ijw:Identificatie>TW\(number)</ijw:Identificatie>
          <ijw:Dagtekening>2025-12-18</ijw:Dagtekening>
        </jw301:BerichtIdentificatie>
        <jw301:XsdVersie>
          <ijw:BasisschemaXsdVersie>1.0.0</ijw:BasisschemaXsdVersie>
          <ijw:BerichtXsdVersie>1.0.0</ijw:BerichtXsdVersie>
        </jw301:XsdVersie>
      </jw301:Header>
      <jw301:Client>
        <jw301:Bsn>\(client.bsn)</jw301:Bsn>
        <jw301:Geboortedatum>
          <ijw:Datum>\(client.birthDate)</ijw:Datum>
        </jw301:Geboortedatum>
        <jw301:Geslacht>\(client.sex)</jw301:Geslacht>
        <jw301:Naam>
          <ijw:Geslachtsnaam>
            <ijw:Achternaam>\(client.surname)</ijw:Achternaam>
          </ijw:Geslachtsnaam>
          <ijw:Voornamen>\(client.firstName)</ijw:Voornamen>
          <ijw:NaamGebruik>1</ijw:NaamGebruik>
        </jw301:Naam>
        <jw301:Contactgegevens>
          <jw301:Contact>
            <jw301:Soort>01</jw301:Soort>
            <jw301:Adres>
              <ijw:Huis>
                <ijw:Huisnummer>1</ijw:Huisnummer>
              </ijw:Huis>
              <ijw:Postcode>9999XX</ijw:Postcode>
              <ijw:Straatnaam>Verzonnenstraat</ijw:Straatnaam>
              <ijw:Plaatsnaam>Diemen</ijw:Plaatsnaam>
              <ijw:LandCode>NL</ijw:LandCode>
            </jw301:Adres>
          </jw301:Contact>
        </jw301:Contactgegevens>
        <jw301:ToegewezenProducten>
          <jw301:ToegewezenProduct>
            <jw301:ToewijzingNummer>\(number)</jw301:ToewijzingNummer>
            <jw301:Product>
              <ijw:Categorie>\(category)</ijw:Categorie>
              <ijw:Code>\(code)</ijw:Code>
            </jw301:Product>
            <jw301:Toewijzingsdatum>2025-12-18</jw301:Toewijzingsdatum>
            <jw301:Toewijzingstijd>10:00:00</jw301:Toewijzingstijd>
            <jw301:Ingangsdatum>2026-01-01</jw301:Ingangsdatum>
            <jw301:Einddatum>2026-12-31</jw301:Einddatum>
            <jw301:Omvang>
              <ijw:Volume>\(volume)</ijw:Volume>
              <ijw:Eenheid>\(unit)</ijw:Eenheid>
              <ijw:Frequentie>\(frequency)</ijw:Frequentie>
            </jw301:Omvang>
          </jw301:ToegewezenProduct>
        </jw301:ToegewezenProducten>
      </jw301:Client>
    </jw301:Bericht>

    """
  }
}
