public import SaldoDomain

/// Every rule of this version, in order of precedence: the one list that the evaluator and the rule catalogue read.
///
/// The order is that of Documentation/DeclarationGuide.md: header, declaration, client, then the lines.
public enum RuleBook {
  /// Level 1 and signals on the form of a message; the reader of messages makes their findings.
  public static let form: [any Rule] = [
    XMLMessageCanBeRead(),
    XSDMessageFollowsItsSchema(),
    OP192FileHasTheTechnicalForm(),
    OP179FileIsNotTooLarge(),
    BSNStaysOutOfReferenceNumbers(),
    KINDMessageIsSettled(),
    REGIONMessageIsForThisRegion(),
    KNOWNMessageIsNew(),
  ]

  /// Level 2: the elements of one message against each other, for messages of every kind.
  public static let messageForm: [any FormRule] = [
    CD060CreditNamesItsDebit(),
    CD087TariffUnlessInEuros(),
    CS002BsnPassesElevenTest(),
    CS100PeriodsBeginIn2021OrLater(),
    CS325ZeroIsDebit(),
    CS337ProductPeriodInOneMonth(),
    CS339EurosClaimedAreEurosDelivered(),
    CS340DeclarationPeriodIsOneMonth(),
    TR101ClassesOccurOnce(),
    TR134PeriodsBeginByTheMessageDate(),
    TR137PeriodsEndByTheMessageDate(),
    TR315LineIsCreditedOnceInAMessage(),
    TR316CreditsUndoEarlierMessages(),
    TR335CareIsAtMostFiveYearsOld(),
    TR358TotalIsTheSumOfItsLines(),
    TR416OneDebitPerProductAndPeriod(),
  ]

  /// Levels 3 and 4 on the header of any message.
  public static let header: [any HeaderRule] = [
    TR056IdentificationIsNew(),
    TR135MessageDateIsNotInTheFuture(),
    TR378MunicipalityExists(),
  ]

  /// Levels 3 and 4 on each product of an allocation.
  public static let allocation: [any AllocationRule] = [
    TR332NumberIsThisAllocation(),
    TR379ReferenceIsOfAnOpenRequest(),
    TR385RemovedAllocationHasNoApprovedLines(),
    TR381CodeBelongsToCategory(),
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

  /// Level 3 on the declaration class.
  public static let declaration: [any DeclarationRule] = [
    TR333DeclarationNumberIsNew(),
    TR318PeriodIsNotBeforeTheLast(),
  ]

  /// Level 3 on each client.
  public static let client: [any ClientRule] = [
    TR304ClientHasAnAllocation()
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
  ]

  /// Level 3 on each debit, against what the lines before it left of its allocation; they are judged line by line, after
  /// all others.
  public static let remainder: [any LineRule] = [
    TR322VolumeFitsTheWholeAllocation(),
    TR369AmountFitsTheBudget(),
  ]

  /// Every list, in order of precedence; a rule on several kinds of messages stands in more than one.
  static let lists: [[any Rule]] = [
    form, messageForm, header, allocation, returned, notice, declaration, client, line, remainder,
  ]

  /// What every rule is, in order of precedence; a rule counts where it stands last.
  public static let metadata: [RuleMetadata] = {
    let all = lists.joined().map { $0.metadata }
    let last = Dictionary(all.enumerated().map { ($0.element.code, $0.offset) }) { $1 }
    return all.enumerated().filter { last[$0.element.code] == $0.offset }.map(\.element)
  }()

  /// The place of each rule in the order of precedence.
  static let precedence: [RuleCode: Int] = Dictionary(
    uniqueKeysWithValues: metadata.enumerated().map { ($0.element.code, $0.offset) })
}
