/// The explanation in the template.
enum TemplateReadme {
  static let text = """
    # Een regiomap

    In deze map staat wat een regio met aanbieders heeft afgesproken. `region.yaml` en de tabellen (`.csv`) past u zelf
    aan; in elk bestand staat uitleg. Alle mensen en aanbieders in het voorbeeld zijn verzonnen.

    Ga in deze map staan en laat nakijken of de tabellen kloppen:

        saldo region .

    Reken daarna de voorbeeldberichten in `inbox/` af:

        saldo settle inbox --region . --ledger grootboek.saldo --out uit --as-of 2026-04-10

    In `inbox/` staan drie toewijzingen (JW301) en de declaratie over maart 2026 (JW323) van één aanbieder:

    | Toewijzing | Product | Gedeclareerd | Berekening | Bedrag |
    |---|---|---|---|---|
    | 1001 | 45A48 | 14 uur | 14 × € 83,50 | € 1.169,00 |
    | 1002 | 45A49 | 385 minuten | 385 × € 87,30 / 60 | € 560,18 |
    | 1003 | 44A09 | € 3.820,00 | één maand | € 3.820,00 |
    | | | | **samen** | **€ 5.549,18** |

    Alles wordt toegekend. De antwoorden en rapporten staan daarna in `uit/`, de boekhouding in `grootboek.saldo`.

    Bewaar de tabellen in een spreadsheet als "CSV UTF-8". Let op voorloopnullen (`0384`, `04`): een spreadsheet laat
    die graag weg. `saldo region .` zegt in welke rij en kolom dat is gebeurd.

    """
}
