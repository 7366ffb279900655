import SaldoDomain
import SaldoRegion
import SaldoRuns
import SaldoStore

/// Errors in words: what is wrong, where, and what to do. Never the text of a library, which may quote data.
enum ErrorText {
  /// The text of an error of ours, or nil for another one.
  static func text(of error: any Error, in language: Language) -> String? {
    switch error {
    case let error as InputError: words(of: error).text(in: language)
    case let error as LedgerError: words(of: error).text(in: language)
    case let error as RunError: words(of: error).text(in: language)
    case let error as RegionFolderError: error.text(in: language)
    case let error as TemplateFolderError: error.text(in: language)
    case let error as GeneratedFolderError: error.text(in: language)
    case is OutputError:
      Bilingual(
        nl: "De uitvoer kan niet worden geschreven.", en: "The output cannot be written."
      ).text(in: language)
    default: nil
    }
  }

  /// The text of an error that nobody foresaw: its kind only, because what a library says may quote data.
  static func unexpected(_ error: any Error, in language: Language) -> String {
    Bilingual(
      nl: "Er ging iets mis dat niet was voorzien (\(type(of: error))).",
      en: "Something went wrong that was not foreseen (\(type(of: error)))."
    ).text(in: language)
  }

  private static func words(of error: InputError) -> Bilingual {
    switch error {
    case .missing(let path):
      Bilingual(nl: "\(path): bestaat niet.", en: "\(path): does not exist.")
    case .unreadable(let path):
      Bilingual(nl: "\(path): kan niet worden gelezen.", en: "\(path): cannot be read.")
    case .noMessages(let path):
      Bilingual(nl: "\(path): bevat geen berichten.", en: "\(path): holds no messages.")
    case .changed(let path):
      Bilingual(
        nl: "\(path): is tijdens het afhandelen veranderd.", en: "\(path): changed while it was being settled.")
    }
  }

  private static func words(of error: LedgerError) -> Bilingual {
    switch error {
    case .missing(let path):
      Bilingual(nl: "\(path): dit grootboek bestaat niet.", en: "\(path): this ledger does not exist.")
    case .cannotBeMade(let path):
      Bilingual(
        nl: "\(path): hier kan geen grootboek worden gemaakt; verwacht: een bestaande map waarin Saldo mag schrijven.",
        en: "\(path): no ledger can be made here; expected: an existing folder that Saldo may write to.")
    case .notALedger(let path):
      Bilingual(nl: "\(path): is geen grootboek van Saldo.", en: "\(path): is not a ledger of Saldo.")
    case .newerFormat(let path, let found, let supported):
      Bilingual(
        nl: "\(path): heeft formaat \(found); deze versie van Saldo leest tot en met \(supported).",
        en: "\(path): has format \(found); this version of Saldo reads up to \(supported).")
    case .unusable(let path, let code):
      Bilingual(
        nl: "\(path): kan niet worden gebruikt (SQLite-code \(code)).",
        en: "\(path): cannot be used (SQLite code \(code)).")
    case .busy(let path):
      Bilingual(
        nl: "\(path): een andere run gebruikt dit grootboek; probeer het later opnieuw.",
        en: "\(path): another run uses this ledger; try again later.")
    case .changedMeanwhile(let path):
      Bilingual(
        nl: "\(path): een andere run schreef intussen in dit grootboek; voer de opdracht opnieuw uit.",
        en: "\(path): another run wrote into this ledger meanwhile; run the command again.")
    case .keysUnreadable(let path):
      Bilingual(
        nl: "\(path): de sleutels van het grootboek ontbreken of zijn onleesbaar.",
        en: "\(path): the keys of the ledger are missing or unreadable.")
    case .sealed(let entry, let year):
      Bilingual(
        nl: "Journaalpost \(entry) is verzegeld: de sleutel van \(year) is er niet meer.",
        en: "Journal entry \(entry) is sealed: the key of \(year) is gone.")
    case .damaged(let entry):
      Bilingual(
        nl: "Journaalpost \(entry) is beschadigd; saldo verify wijst aan wat er niet klopt.",
        en: "Journal entry \(entry) is damaged; saldo verify shows what does not fit.")
    }
  }

  private static func words(of error: RunError) -> Bilingual {
    switch error {
    case .asOfBeforeLedger(let last):
      Bilingual(
        nl: "De peildatum ligt voor die van de laatste journaalpost, \(last.iso).",
        en: "The as-of date lies before that of the last journal entry, \(last.iso).")
    case .unreadableMessage(let entry):
      Bilingual(
        nl: "Het bericht van journaalpost \(entry) kan niet meer worden gelezen.",
        en: "The message of journal entry \(entry) can no longer be read.")
    case .answerDiffers(let entry):
      Bilingual(
        nl: "Het antwoord van journaalpost \(entry) is niet meer hetzelfde als toen het werd geboekt.",
        en: "The answer of journal entry \(entry) is no longer the same as when it was booked.")
    case .regionWithout(let municipality):
      Bilingual(
        nl:
          "Gemeente \(municipality) staat niet in deze regiomap, en in dit grootboek wachten declaraties aan haar; "
          + "verwacht: de regiomap van dit grootboek.",
        en:
          "Municipality \(municipality) is not in this region folder, and declarations to it wait in this ledger; "
          + "expected: the region folder of this ledger.")
    case .emptyLedger:
      Bilingual(
        nl: "Dit grootboek is leeg: er is geen maand om af te sluiten.",
        en: "This ledger is empty: there is no month to close.")
    case .monthNotBegun(let month):
      Bilingual(
        nl: "\(month) is op de peildatum nog niet begonnen en kan niet worden afgesloten.",
        en: "\(month) has not begun on the as-of date and cannot be closed.")
    case .unwritable(let path):
      Bilingual(nl: "\(path): kan niet worden geschreven.", en: "\(path): cannot be written.")
    case .wouldOverwriteLedger(let path):
      Bilingual(
        nl: "\(path): hoort bij het grootboek en wordt niet overschreven; kies een andere --out.",
        en: "\(path): belongs to the ledger and is not overwritten; choose another --out.")
    }
  }
}
