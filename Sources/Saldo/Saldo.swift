/// Everything that software of a provider or a municipality needs: the core, the messages and the region folder.
///
///     import Saldo
///
///     let reading = MessageReader().read(bytes)
///
/// The ledger on disk, the runs and the reports are not part of it; they belong to the program `saldo`.
@_exported public import SaldoDomain
@_exported public import SaldoFunding
@_exported public import SaldoLedger
@_exported public import SaldoMessages
@_exported public import SaldoRegion
@_exported public import SaldoRules
@_exported public import SaldoSettlement
