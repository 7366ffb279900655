import CProcessSettings

/// What is set once for the whole program, and is not a library's to set.
enum ProcessSettings {
  /// Sets it; called before anything else.
  static func apply() {
    saldo_count_no_sqlite_memory()
    saldo_keep_freed_memory(256 << 20)
  }

  /// Gives back what was freed until now; after work on much that none of what follows needs.
  static func giveBackFreedMemory() { saldo_give_back_freed_memory() }
}
