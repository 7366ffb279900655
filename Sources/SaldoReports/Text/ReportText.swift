import SaldoDomain

/// The words of reports in both languages: headers, names of codes, notes and sentences.
enum ReportText {
  // Names of reports.
  static let settlement = Bilingual(nl: "Afrekening", en: "Settlement")
  static let overruns = Bilingual(nl: "Budgetplafonds en overschrijdingen", en: "Ceilings and overruns")
  static let payables = Bilingual(nl: "Betaallijst", en: "Payables")

  // Heads of pages.
  static let region = Bilingual(nl: "Regio", en: "Region")
  static let period = Bilingual(nl: "Periode", en: "Period")
  static let standAtEnd = Bilingual(nl: "Stand", en: "As at")
  static let asOf = Bilingual(nl: "Peildatum", en: "As-of date")
  static let ledger = Bilingual(nl: "Grootboek", en: "Ledger")
  static let summary = Bilingual(nl: "In het kort", en: "In short")

  // Tables.
  static let providers = Bilingual(nl: "Per gemeente en aanbieder", en: "Per municipality and provider")
  static let products = Bilingual(nl: "Toegekend per product", en: "Granted per product")
  static let withoutDeclarations = Bilingual(
    nl: "Zonder declaraties, en voorschotten", en: "Without declarations, and advances")
  static let rejections = Bilingual(nl: "Afgewezen regels", en: "Rejected lines")
  static let rejectedClients = Bilingual(nl: "Afgewezen cliënten", en: "Rejected clients")
  static let refused = Bilingual(nl: "Geheel afgewezen declaraties", en: "Wholly rejected declarations")
  static let notices = Bilingual(
    nl: "Berichten niet van kracht of met een opmerking", en: "Messages not in force or with a remark")
  static let noticesInShort = Bilingual(nl: "Niet van kracht", en: "Not in force")
  static let allocationFindings = Bilingual(
    nl: "Bevindingen over toewijzingen", en: "Findings on allocations")
  static let held = Bilingual(
    nl: "Declaraties die wachten op wat de gemeente nog moet vastleggen",
    en: "Declarations that wait for what the municipality still has to record")
  static let heldInShort = Bilingual(nl: "Aangehouden", en: "On hold")
  static let allocation = Bilingual(nl: "Toewijzing", en: "Allocation")
  static let rule = Bilingual(nl: "Regel", en: "Rule")
  static let shortened = Bilingual(nl: "Ingekorte toewijzingen", en: "Shortened allocations")
  static let toCredit = Bilingual(nl: "Te crediteren", en: "To be credited")
  static let since = Bilingual(nl: "Niet gedekt sinds", en: "Not covered since")
  static let ageDays = Bilingual(nl: "Dagen", en: "Days")
  static let budgets = Bilingual(nl: "Begrotingen", en: "Budgets")
  static let productGroup = Bilingual(nl: "Productgroep", en: "Group of products")
  static let year = Bilingual(nl: "Jaar", en: "Year")
  static let budget = Bilingual(nl: "Begroot", en: "Budget")
  static let spent = Bilingual(nl: "Gerealiseerd", en: "Spent")
  static let ceilings = Bilingual(nl: "Budgetplafonds", en: "Ceilings")
  static let perMunicipality = Bilingual(nl: "Per gemeente", en: "Per municipality")
  static let signals = Bilingual(nl: "Signalen", en: "Signals")
  static let reconciliation = Bilingual(nl: "Aansluiting", en: "Reconciliation")

  // Columns.
  static let total = Bilingual(nl: "Totaal", en: "Total")
  static let domain = Bilingual(nl: "Wet", en: "Act")
  static let municipality = Bilingual(nl: "Gemeente", en: "Municipality")
  static let provider = Bilingual(nl: "Aanbieder", en: "Provider")
  static let lines = Bilingual(nl: "Regels", en: "Lines")
  static let acceptedLines = Bilingual(nl: "Toegekende regels", en: "Granted lines")
  static let rejectedLines = Bilingual(nl: "Afgewezen regels", en: "Rejected lines")
  static let declared = Bilingual(nl: "Ingediend", en: "Declared")
  static let accepted = Bilingual(nl: "Toegekend", en: "Granted")
  static let rejected = Bilingual(nl: "Afgewezen", en: "Rejected")
  static let payable = Bilingual(nl: "Te betalen", en: "Payable")
  static let category = Bilingual(nl: "Categorie", en: "Category")
  static let productCode = Bilingual(nl: "Product", en: "Product")
  static let agreement = Bilingual(nl: "Overeenkomst", en: "Agreement")
  static let returnCode = Bilingual(nl: "Retourcode", en: "Return code")
  static let meaning = Bilingual(nl: "Betekenis", en: "Meaning")
  static let clients = Bilingual(nl: "Cliënten", en: "Clients")
  static let answerClass = Bilingual(nl: "Afgewezen op", en: "Rejected at")
  static let declarations = Bilingual(nl: "Declaraties", en: "Declarations")
  static let message = Bilingual(nl: "Bericht", en: "Message")
  static let messages = Bilingual(nl: "Berichten", en: "Messages")
  static let client = Bilingual(nl: "Cliënt (pseudoniem)", en: "Client (pseudonym)")
  static let bsn = Bilingual(nl: "Cliënt (BSN)", en: "Client (BSN)")
  static let periodBegin = Bilingual(nl: "Van", en: "From")
  static let periodEnd = Bilingual(nl: "Tot en met", en: "Up to and including")
  static let setter = Bilingual(nl: "Bepaald door", en: "Set by")
  static let ceiling = Bilingual(nl: "Plafond", en: "Ceiling")
  static let used = Bilingual(nl: "Gebruikt", en: "Used")
  static let remaining = Bilingual(nl: "Resteert", en: "Remaining")
  static let over = Bilingual(nl: "Overschrijding", en: "Excess")
  static let share = Bilingual(nl: "Aandeel", en: "Share")
  static let band = Bilingual(nl: "Stand", en: "Band")
  static let signal = Bilingual(nl: "Signaal", en: "Signal")
  static let reference = Bilingual(nl: "Referentie", en: "Reference")
  static let deliveryMonth = Bilingual(nl: "Leveringsmaand", en: "Delivery month")
  static let bookingMonth = Bilingual(nl: "Boekmaand", en: "Booking month")
  static let crossedBy = Bilingual(nl: "Overschreden door", en: "Exceeded by")
  static let overThen = Bilingual(nl: "Overschrijding toen", en: "Excess then")
  static let payerKind = Bilingual(nl: "Soort betaler", en: "Kind of payer")
  static let payer = Bilingual(nl: "Betaler", en: "Payer")
  static let declarationNumber = Bilingual(nl: "Declaratie", en: "Declaration")
  static let answer = Bilingual(nl: "Antwoord", en: "Answer")
  static let bookingDate = Bilingual(nl: "Boekdatum", en: "Booking date")
  static let dueDate = Bilingual(nl: "Vervaldatum", en: "Due date")
  static let amount = Bilingual(nl: "Bedrag", en: "Amount")
  static let debitCredit = Bilingual(nl: "D/C", en: "D/C")
  static let ledgerAccount = Bilingual(nl: "Rekening", en: "Ledger account")
  static let received = Bilingual(nl: "Ontvangen", en: "Received")
  static let daysWaited = Bilingual(nl: "Dagen", en: "Days")
  static let heldUntil = Bilingual(nl: "Beslist uiterlijk op", en: "Decided by")
  static let setApart = Bilingual(nl: "Apart gezet", en: "Set apart")
  static let yes = Bilingual(nl: "ja", en: "yes")
  static let no = Bilingual(nl: "nee", en: "no")
  static let disposition = Bilingual(nl: "Afhandeling", en: "Disposition")
  static let open = Bilingual(nl: "Open", en: "Open")
  static let costCentre = Bilingual(nl: "Kostenplaats", en: "Cost centre")
  static let paidFor = Bilingual(nl: "Waarvoor", en: "For")
  static let account = Bilingual(nl: "Soort", en: "Kind")

  /// The header of the names beside a column of codes.
  static func nameOf(_ column: Bilingual) -> Bilingual {
    Bilingual(nl: "\(column.dutch) (naam)", en: "\(column.english) (name)")
  }
}

/// Names of codes.
extension ReportText {
  static func name(of domain: Domain) -> Bilingual {
    switch domain {
    case .jw: Bilingual(nl: "Jeugdwet", en: "Youth Act")
    case .wmo: Bilingual(nl: "Wmo", en: "Wmo")
    }
  }

  static func name(of answerClass: AnswerClass) -> Bilingual {
    switch answerClass {
    case .header: Bilingual(nl: "Header", en: "Header")
    case .allocatedProduct: Bilingual(nl: "Toegewezen product", en: "Allocated product")
    case .startedProduct: Bilingual(nl: "Gestart product", en: "Started product")
    case .stoppedProduct: Bilingual(nl: "Gestopt product", en: "Stopped product")
    case .declaration: Bilingual(nl: "Declaratie", en: "Declaration")
    case .client: Bilingual(nl: "Cliënt", en: "Client")
    case .line: Bilingual(nl: "Prestatie", en: "Line")
    }
  }

  static func name(of kind: MessageKind) -> Bilingual {
    switch kind {
    case .allocation: Bilingual(nl: "301 toewijzing", en: "301 allocation")
    case .allocationReturn: Bilingual(nl: "302 retour toewijzing", en: "302 answer to an allocation")
    case .start: Bilingual(nl: "305 start zorg", en: "305 start of care")
    case .startReturn: Bilingual(nl: "306 retour start zorg", en: "306 answer to a start of care")
    case .stop: Bilingual(nl: "307 stop zorg", en: "307 stop of care")
    case .stopReturn: Bilingual(nl: "308 retour stop zorg", en: "308 answer to a stop of care")
    case .allocationRequest: Bilingual(nl: "315 verzoek om toewijzing", en: "315 request for an allocation")
    case .allocationRequestReturn:
      Bilingual(nl: "316 retour verzoek om toewijzing", en: "316 answer to a request for an allocation")
    case .changeRequest: Bilingual(nl: "317 verzoek om wijziging", en: "317 request for a change")
    case .changeRequestReturn:
      Bilingual(nl: "318 retour verzoek om wijziging", en: "318 answer to a request for a change")
    case .requestAnswer: Bilingual(nl: "319 antwoord op verzoek", en: "319 answer to a request")
    case .requestAnswerReturn:
      Bilingual(nl: "320 retour antwoord op verzoek", en: "320 return of an answer to a request")
    case .declaration: Bilingual(nl: "323 declaratie", en: "323 declaration")
    case .declarationAnswer: Bilingual(nl: "325 declaratie-antwoord", en: "325 answer to a declaration")
    }
  }

  static func name(of setter: ClientCeiling.Setter) -> Bilingual {
    switch setter {
    case .referrer: Bilingual(nl: "verwijzer", en: "referrer")
    case .municipality: Bilingual(nl: "gemeente", en: "municipality")
    case .provider: Bilingual(nl: "aanbieder", en: "provider")
    }
  }

  static func name(of payer: RegionSettings.Payer) -> Bilingual {
    switch payer {
    case .municipality: Bilingual(nl: "gemeente", en: "municipality")
    case .region: Bilingual(nl: "regio", en: "region")
    }
  }

  static func name(of band: CeilingBand) -> Bilingual {
    switch band {
    case .below70: Bilingual(nl: "Onder 70 %", en: "Below 70%")
    case .upTo100: Bilingual(nl: "70–100 %", en: "70–100%")
    case .above100: Bilingual(nl: "Boven 100 %", en: "Above 100%")
    }
  }
}
