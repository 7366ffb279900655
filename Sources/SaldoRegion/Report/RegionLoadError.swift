public import SaldoDomain

/// A region folder could not be used: every problem that was found in it, at once.
public struct RegionLoadError: Error, Hashable, Sendable {
  /// The problems, at least one, sorted by file, row and column.
  public let problems: [RegionProblem]

  /// An error with these problems, which it sorts.
  ///
  /// - Precondition: there is at least one problem.
  public init(_ problems: [RegionProblem]) {
    precondition(!problems.isEmpty, "an error without a problem is none")
    self.problems = problems.sorted()
  }

  /// One line per problem.
  public func text(in language: Language) -> String {
    problems.map { $0.text(in: language) }.joined(separator: "\n")
  }
}
