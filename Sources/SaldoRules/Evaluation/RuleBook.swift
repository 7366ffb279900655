public import SaldoDomain

/// Every rule of this version, in order of precedence: the one list that the evaluator and the rule catalogue read.
public enum RuleBook {
  /// Level 2: the elements of a declaration against each other.
  public static let declarationForm: [any DeclarationFormRule] = [
    TR358TotalIsTheSumOfItsLines()
  ]

  /// Levels 3 and 4 on the header of any message.
  public static let header: [any HeaderRule] = []

  /// Level 3 on the declaration class.
  public static let declaration: [any DeclarationRule] = []

  /// Level 3 on each client.
  public static let client: [any ClientRule] = []

  /// Levels 3, 4 and 5 on each line.
  public static let line: [any LineRule] = [
    TR346ClaimedAmountMatchesTariff()
  ]

  /// What every rule is, in order of precedence.
  public static let metadata: [RuleMetadata] =
    declarationForm.map { $0.metadata } + header.map { $0.metadata } + declaration.map { $0.metadata }
    + client.map { $0.metadata } + line.map { $0.metadata }
}
