/// That a client belongs to a group with its own agreements, as in a pilot or in run-off care (cliëntgroep).
///
/// A price row with the group holds for these clients only. Table `client_groups.csv`.
public struct ClientGroupMember: Hashable, Sendable, Codable {
  /// The group, as price rows name it.
  public var group: String
  /// The municipality that pays for the client.
  public var municipality: MunicipalityCode
  /// The client.
  public var bsn: Bsn
  /// From when up to when; the first day of an allocation decides.
  public var validity: OpenPeriod

  /// A member of a group.
  public init(group: String, municipality: MunicipalityCode, bsn: Bsn, validity: OpenPeriod) {
    self.group = group
    self.municipality = municipality
    self.bsn = bsn
    self.validity = validity
  }
}
