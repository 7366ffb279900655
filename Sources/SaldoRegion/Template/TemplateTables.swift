/// The settings and tables of the template, with comments in Dutch.
enum TemplateTables {
  static let settings = """
    # De regio. Wat na een # staat, is toelichting.

    # De naam, voor boven de rapporten.
    name: Voorbeeldregio

    settings:
      # Betaaltermijn in dagen, van 0 tot en met 365.
      payment_term_days: 30
      # Wie de aanbieders betaalt: municipality (elke gemeente voor haar eigen cliënten) of region (de regio voor alle).
      payer: municipality
      # Hieronder de gebruikelijke keuzes bij het beoordelen; haal # weg om er een te veranderen.
      # Waarover een referentie- of declaratienummer nieuw moet zijn: ledger (alles) of municipality (per gemeente).
      # uniqueness: ledger
      # Een productperiode na de declaratieperiode: line (9319 bij de regel) of message (0001 voor het hele bericht).
      # tr319: line
      # De XsltVersie die antwoorden noemen; weglaten is gebruikelijk.
      # xslt_version: 2.10.5

    """

  static let municipalities = """
    code;name;valid_from;valid_until
    # code: gemeentecode van het CBS, vier cijfers met voorloopnul
    # valid_from en valid_until: mogen leeg zijn, vul valid_until in als de gemeente is opgeheven
    0384;Diemen;;
    0394;Haarlemmermeer;;

    """

  static let providers = """
    agb;name
    # agb: AGB-code, acht cijfers met voorloopnul
    42420001;Jeugdhulp De Vuurtoren (verzonnen)

    """

  static let agreements = """
    agreement;name;model;tariff_date;partial_month;ledger_account;cost_centre
    # agreement: een eigen sleutel, waar products.csv naar verwijst
    # model: unit-price (volume maal prijs) of fixed-price (vaste prijs per stuk of periode)
    # tariff_date: delivery (prijs van de eerste dag van de productperiode) of start (van de toewijzing)
    # partial_month: full, none of pro-rata-days, wat een gebroken maand waard is bij een bedrag per maand
    # ledger_account en cost_centre: grootboekrekening en kostenplaats, mogen leeg zijn
    ambulant-2026;Ambulante jeugdhulp 2026;unit-price;delivery;;4710;JEUGD
    verblijf-2026;Verblijf 2026;fixed-price;delivery;full;4720;JEUGD

    """

  static let products = """
    category;code;unit;price;price_unit;provider;municipality;valid_from;valid_until;agreement
    # category: productcategorie van de iJw (lijst JZ020) of de iWmo (lijst WMO020)
    # unit: eenheid (lijst WJ756): 01 minuut, 04 uur, 14 etmaal, 16 dagdeel, 82 stuk output, 83 euro, 84 stuk inspanning
    # price: in euro's, zoals 83,50
    # price_unit: leeg voor een prijs per eenheid, 04 voor een uurprijs bij minuten (01),
    #   week, month of total bij euro's (83)
    # provider en municipality: leeg of * voor alle, de meest precieze regel wint
    # valid_from en valid_until: eerste en laatste dag van een maand, valid_until leeg is zonder einde
    45;45A48;04;83,50;;*;*;2026-01-01;2026-12-31;ambulant-2026
    # Een uurprijs geldt ook voor een declaratie in minuten op een toewijzing in uren.
    45;45A49;04;87,30;;*;*;2026-01-01;2026-12-31;ambulant-2026
    # Een bedrag per maand, alleen voor deze aanbieder.
    44;44A09;83;3820,00;month;42420001;*;2026-01-01;;verblijf-2026

    """

  static let clientCeilings = """
    municipality;bsn;from;until;ceiling;set_by
    # Plafonds per jeugdige (IBP). Een overschrijding geeft een signaal en keurt nooit iets af.
    # set_by: referrer (verwijzer), municipality of provider (die hoort het niet zelf te doen)
    0384;999900006;2026-01-01;2026-12-31;40000,00;referrer

    """
}
