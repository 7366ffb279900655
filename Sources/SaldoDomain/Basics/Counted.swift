/// Numbers of things with the word for one or for more: `1 regel`, `1.200 regels`.
public enum Counted {
  /// Messages (berichten).
  public static func messages(_ count: Int) -> Bilingual {
    words(count, one: Bilingual(nl: "bericht", en: "message"), more: Bilingual(nl: "berichten", en: "messages"))
  }

  /// Allocations (toewijzingen).
  public static func allocations(_ count: Int) -> Bilingual {
    words(
      count, one: Bilingual(nl: "toewijzing", en: "allocation"), more: Bilingual(nl: "toewijzingen", en: "allocations"))
  }

  /// Declarations (declaraties).
  public static func declarations(_ count: Int) -> Bilingual {
    words(
      count, one: Bilingual(nl: "declaratie", en: "declaration"),
      more: Bilingual(nl: "declaraties", en: "declarations"))
  }

  /// Lines of declarations (prestaties).
  public static func lines(_ count: Int) -> Bilingual {
    words(count, one: Bilingual(nl: "regel", en: "line"), more: Bilingual(nl: "regels", en: "lines"))
  }

  private static func words(_ count: Int, one: Bilingual, more: Bilingual) -> Bilingual {
    let word = count == 1 ? one : more
    return Bilingual(
      nl: "\(HumanText.number(Int64(count), in: .dutch)) \(word.dutch)",
      en: "\(HumanText.number(Int64(count), in: .english)) \(word.english)")
  }
}
