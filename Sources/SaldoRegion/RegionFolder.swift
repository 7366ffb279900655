internal import SaldoDomain

/// A folder with what a region agreed: `region.yaml` and the tables that the contract manager edits (regiomap).
public enum RegionFolder {
  /// Reads and checks a region folder.
  ///
  /// All problems are collected and reported at once; a folder with a problem is not used at all.
  ///
  /// - Parameter path: The path of the folder.
  /// - Throws: ``RegionLoadError`` with every problem that was found.
  public static func load(_ path: String) throws(RegionLoadError) -> LoadedRegion {
    try load(RegionFiles(folder: path))
  }

  /// Checks the files of a folder.
  static func load(_ files: RegionFiles) throws(RegionLoadError) -> LoadedRegion {
    var problems = files.missing
    let settings = files.contents[SettingsFile.name].map { SettingsFile.read($0, problems: &problems) }
    let tables = RegionTables(files, problems: &problems)
    problems += ReferenceChecks.problems(in: tables)
    problems += PriceSequenceChecks.problems(in: tables)
    problems += ClientCeilingChecks.problems(in: tables)
    problems += ClientGroupChecks.problems(in: tables)
    for records in tables.records { problems += records.problems(in: tables) }
    guard problems.isEmpty, let settings else { throw RegionLoadError(problems) }
    var snapshot = RegionSnapshot(
      name: settings.name, settings: settings.settings, municipalities: tables.municipalities.values,
      providers: tables.providers.values, agreements: tables.agreements.values, prices: tables.prices.values,
      clientCeilings: tables.clientCeilings.values)
    snapshot.clientGroups = tables.clientGroups.values
    snapshot.arrangements = tables.arrangements.records
    snapshot.lumpSums = tables.lumpSums.records
    snapshot.ceilings = tables.ceilings.records
    snapshot.contractRules = tables.contractRules.records
    snapshot.sharing = tables.sharing.records
    return LoadedRegion(snapshot: snapshot, warnings: RegionWarnings.warnings(about: tables, files: files))
  }
}
