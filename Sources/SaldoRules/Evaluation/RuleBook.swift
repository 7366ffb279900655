public import SaldoDomain

/// Every rule of this version, in order of precedence: the one list that the evaluator and the rule catalogue read.
///
/// The order is that of Documentation/DeclarationGuide.md: header, declaration, client, then the lines.
public enum RuleBook {
  /// Level 1 and signals on the form of a message; the reader of messages makes their findings.
  public static let form: [any Rule] = [
    XMLMessageCanBeRead(),
    XSDMessageFollowsItsSchema(),
    CS015SubversionIsThatOfTheRelease(),
    CS025VersionIsThatOfTheRelease(),
    CS319DeclarationNumberIsLettersAndDigits(),
    OP192FileHasTheTechnicalForm(),
    OP179FileIsNotTooLarge(),
    BSNStaysOutOfReferenceNumbers(),
    RELEASEMessageIsOfItsTime(),
    KINDMessageIsSettled(),
    REGIONMessageIsForThisRegion(),
    KNOWNMessageIsNew(),
    ANSWERDeclarationHasOneAnswer(),
  ]

  /// Level 2: the elements of one message against each other, for messages of every kind.
  public static let messageForm: [any FormRule] = [
    CD005CountryWithPostalCode(),
    CD007LanguageForInterpreter(),
    CD009PeriodForTemporaryAddress(),
    CD025DutchAddressHasHouse(),
    CD034HomeHasPostalCode(),
    CD041CodedProductHasVolume(),
    CD043DecisionDateWithNumber(),
    CD060CreditNamesItsDebit(),
    CD066ReferrerWithCodeHasNoName(),
    CD067ReferrerWithoutCodeHasName(),
    CD068OtherReferrerHasNoCode(),
    CD075BudgetHasEnd(),
    CD076WeeklyVolumeHasEnd(),
    CD077BudgetHasNoVolume(),
    CD078VolumeHasNoBudget(),
    CD079ProductUnlessBudget(),
    CD080VolumeHasCode(),
    CD085RejectionHasReason(),
    CD086InvestigationHasNoReason(),
    CD087TariffUnlessInEuros(),
    CD095VolumeHasCode(),
    CD096VolumeHasCode(),
    CS002BsnPassesElevenTest(),
    CS003PeriodEndsOnOrAfterItsBegin(),
    CS050NameUseFitsPartnerName(),
    CS058StatusIsFirstOrRemoval(),
    CS089DutchPostalCode(),
    CS100PeriodsBeginIn2021OrLater(),
    CS139BirthDateFitsItsUse(),
    CS318ClientIsNaturalPerson(),
    CS325ZeroIsDebit(),
    CS335RemovedAllocationEndsAtItsStart(),
    CS336ReasonHasNotLapsed(),
    CS337ProductPeriodInOneMonth(),
    CS338FrequencyFitsUnit(),
    CS339EurosClaimedAreEurosDelivered(),
    CS340DeclarationPeriodIsOneMonth(),
    CS343FrequencyFitsUnit(),
    TR002BirthIsWithin120Years(),
    TR006ContactHasTelephoneOrAddress(),
    TR018StopIsNotBeforeStart(),
    TR061ClientHasLastingAddress(),
    TR101ClassesOccurOnce(),
    TR134DatesAreByTheMessageDate(),
    TR137PeriodsEndByTheMessageDate(),
    TR302SameProductDoesNotOverlap(),
    TR315LineIsCreditedOnceInAMessage(),
    TR316CreditsUndoEarlierMessages(),
    TR335CareIsAtMostFiveYearsOld(),
    TR342AmountsOfAnAnswerAgree(),
    TR352ChangeNamesAllocation(),
    TR353ChangeAsksForSomething(),
    TR358TotalIsTheSumOfItsLines(),
    TR377ResidenceWithReason8(),
    TR380NewProductBeginsAfterMessage(),
    TR383ReferenceOccursOnce(),
    TR386SameProductDoesNotOverlap(),
    TR409ResidenceOnlyWithReason8(),
    TR410SameProductDoesNotOverlap(),
    TR416OneDebitPerProductAndPeriod(),
  ]

  /// Those of level 2 that judge messages of a kind, in the same order.
  static func messageForm(of kind: MessageKind) -> [any FormRule] { messageFormByKind[kind] ?? [] }

  private static let messageFormByKind = Dictionary(
    uniqueKeysWithValues: MessageKind.allCases.map { kind in
      (kind, messageForm.filter { $0.metadata.kinds.contains(kind) })
    })

  /// Levels 3 and 4 on the header of any message.
  public static let header: [any HeaderRule] = [
    TR056IdentificationIsNew(),
    TR135MessageDateIsNotInTheFuture(),
    TR378MunicipalityExists(),
  ]

  /// Levels 3, 4 and 5 on each product of an allocation; those of level 5 only signal.
  public static let allocation: [any AllocationRule] = [
    TR332NumberIsThisAllocation(),
    TR379ReferenceIsOfAnOpenRequest(),
    TR385RemovedAllocationHasNoApprovedLines(),
    TR381CodeBelongsToCategory(),
    K013AllocationFitsTheContract(),
    K014AllocationIsWithinTheMaximumDuration(),
    K015AllocationIsWithinTheMaximumVolume(),
    K016AllocationBeginsBeforeTheWlz(),
    K017CeilingIsNotSetByTheProvider(),
    K018CeilingIsThatOfTheMatrix(),
  ]

  /// Signals on an allocation message that its provider sent back.
  public static let returned: [any ReturnRule] = [
    RETURNAllocationCanBeTakenBack()
  ]

  /// Levels 3 and 4 on each product of a start or stop.
  public static let notice: [any NoticeRule] = [
    TR019NoticeNamesAKnownAllocation(),
    TR063RemovedDeliveryWasSent(),
    TR071RemovedStartHasNoStop(),
    TR074DeliveryIsNew(),
    TR326AllocationHasNoCurrentStart(),
    TR382StopEndsAKnownStart(),
    TR413SecondStopIsFinal(),
    TR414SecondStopIsNotEarlier(),
    TR415NoStopAfterAFinalOne(),
    TR381CodeBelongsToCategory(),
  ]

  /// Level 3 on the answer to a declaration: whether it answers one that was sent; the others need that one.
  static let answerMatch = TR337AnswerNamesASentDeclaration()

  /// Level 3 on the answer to a declaration, beside the declaration.
  public static let answer: [any AnswerRule] = [
    TR371AnswerNamesTheSchemaOfTheDeclaration(),
    TR376AnswerNamesTheNumberOfTheDeclaration(),
    TR304ClientIsKnown(),
    TR366ReturnedLineWasDeclared(),
    TR367ReturnedLineIsUnchanged(),
  ]

  /// Level 3 on the declaration class.
  public static let declaration: [any DeclarationRule] = [
    TR333DeclarationNumberIsNew(),
    TR318PeriodIsNotBeforeTheLast(),
  ]

  /// Level 3 on each client.
  public static let client: [any ClientRule] = [
    TR304ClientIsKnown()
  ]

  /// Levels 3, 4 and 5 on each line; the rules on credits and on debits keep their order within their side.
  public static let line: [any LineRule] = [
    TR314ReferenceIsNew(),
    TR323CreditMatchesAnApprovedDebit(),
    TR390DebitWasNotCreditedBefore(),
    TR338AllocationIsKnown(),
    TR384AllocationWasNotRemoved(),
    TR339CategoryIsThatOfTheAllocation(),
    TR340CodeIsThatOfTheAllocation(),
    TR381CodeBelongsToCategory(),
    TR341UnitIsThatOfTheAllocation(),
    TR387PeriodBeginsWithMonthOrAllocation(),
    TR388PeriodEndsWithMonthOrAllocation(),
    TR307PeriodBeginsInTheAllocation(),
    TR308PeriodEndsInTheAllocation(),
    TR319PeriodIsNotAfterTheDeclarationPeriod(),
    TR418TariffIsThatOfTheContract(),
    TR346ClaimedAmountMatchesTariff(),
    TR389DebitIsNotDeclaredBefore(),
    TR321VolumeFitsTheProductPeriod(),
    K001ProductIsContracted(),
    K002ProductIsContractedInThisUnit(),
    K003ProviderIsContracted(),
    K004PeriodBeginsInTheContract(),
    K005PeriodIsBeforeTheContractEnds(),
    K006PeriodIsWithinTheMaximumDuration(),
    K008ClientIsUnder18(),
    K009ClientIsUnder18OrKnown(),
    K010CareIsNotInTheWlz(),
    K011LineIsDeclaredInTime(),
    K012ArrangementIsDeclaredByOneProvider(),
    K019AddressedMunicipalityIsResponsible(),
  ]

  /// Levels 3 and 5 on each debit, against what the lines before it left of its allocation; they are judged line by
  /// line, after all others.
  public static let remainder: [any LineRule] = [
    TR322VolumeFitsTheWholeAllocation(),
    TR369AmountFitsTheBudget(),
    K007VolumeIsWithinTheMaximum(),
  ]

  /// Every list, in order of precedence; a rule on several kinds of messages stands in more than one.
  ///
  /// Each rule is converted by itself, which costs nothing. To convert a list as a whole, Swift looks up the conformance
  /// of every rule while the program runs, and that took longer than judging a small message.
  static let lists: [[any Rule]] = [
    form, messageForm.map { $0 }, header.map { $0 }, allocation.map { $0 }, returned.map { $0 }, notice.map { $0 },
    [answerMatch], answer.map { $0 }, declaration.map { $0 }, client.map { $0 }, line.map { $0 }, remainder.map { $0 },
  ]

  /// What every rule is, in order of precedence; a rule counts where it stands last.
  public static let metadata: [RuleMetadata] = {
    let all = lists.joined().map { $0.metadata }
    let last = Dictionary(all.enumerated().map { ($0.element.code, $0.offset) }) { $1 }
    return all.enumerated().filter { last[$0.element.code] == $0.offset }.map(\.element)
  }()
}
