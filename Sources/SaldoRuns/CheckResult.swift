/// What a check came to.
public struct CheckResult: Sendable {
  /// The results, in the order in which the files were named.
  public internal(set) var files: [CheckedFile] = []
  /// The files of the context that could not be used, with the reason.
  public internal(set) var unusableContext: [UnusableFile] = []
  /// The declarations of the context without an answer: presumed to be decided as the rules judge them.
  public internal(set) var presumed: [InputFile] = []
}
