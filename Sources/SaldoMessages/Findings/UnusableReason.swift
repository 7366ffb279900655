internal import CLibXML2
internal import SaldoDomain

/// Why bytes are not a message at all (rule XML). No case carries text of the sender.
enum UnusableReason: Hashable {
  case empty
  case tooLarge(limit: Int)
  case notUTF8
  case zeroByte
  case documentType
  case entity
  case tooDeep(limit: Int)
  case cutOff
  case trailing
  case tagMismatch
  case forbiddenCharacter
  case attribute
  case prefix
  case notWellFormed
  case notStandard
  /// The fast check accepted what the schema refuses, or read other values.
  case disagreement
  /// The release has digits and a point only, as read from the namespace.
  case release(String)
  /// The number of the message has three digits, as read from the namespace.
  case kind(String)

  /// The reason behind an error of libxml2's parser; its own text quotes the message and is not used.
  init(parserError code: Int32) {
    switch xmlParserErrors(UInt32(bitPattern: code)) {
    case XML_ERR_DOCUMENT_EMPTY: self = .notWellFormed
    case XML_ERR_DOCUMENT_END: self = .trailing
    case XML_ERR_TAG_NOT_FINISHED, XML_ERR_LTSLASH_REQUIRED, XML_ERR_GT_REQUIRED,
      XML_ERR_COMMENT_NOT_FINISHED, XML_ERR_CDATA_NOT_FINISHED, XML_ERR_PI_NOT_FINISHED:
      self = .cutOff
    case XML_ERR_TAG_NAME_MISMATCH: self = .tagMismatch
    case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY, XML_ERR_ENTITY_LOOP, XML_ERR_ENTITYREF_SEMICOL_MISSING,
      XML_ERR_ENTITYREF_NO_NAME:
      self = .entity
    case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_CHARREF, XML_ERR_INVALID_HEX_CHARREF, XML_ERR_INVALID_DEC_CHARREF:
      self = .forbiddenCharacter
    case XML_ERR_INVALID_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING: self = .notUTF8
    case XML_ERR_ATTRIBUTE_REDEFINED, XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_NOT_FINISHED,
      XML_ERR_ATTRIBUTE_WITHOUT_VALUE, XML_ERR_LT_IN_ATTRIBUTE:
      self = .attribute
    case XML_NS_ERR_UNDEFINED_NAMESPACE, XML_NS_ERR_QNAME, XML_NS_ERR_COLON, XML_NS_ERR_XML_NAMESPACE,
      XML_NS_ERR_ATTRIBUTE_REDEFINED, XML_NS_ERR_EMPTY:
      self = .prefix
    default: self = .notWellFormed
    }
  }

  /// The reason in words.
  var words: Bilingual {
    switch self {
    case .empty: Bilingual(nl: "het bestand is leeg", en: "the file is empty")
    case .tooLarge(let limit):
      Bilingual(
        nl: "het bestand is groter dan \(limit) bytes en wordt niet gelezen",
        en: "the file is larger than \(limit) bytes and is not read")
    case .notUTF8: Bilingual(nl: "het bestand is geen UTF-8 (OP192)", en: "the file is not UTF-8 (OP192)")
    case .zeroByte:
      Bilingual(nl: "het bestand bevat een byte met waarde nul", en: "the file holds a byte of value zero")
    case .documentType:
      Bilingual(
        nl: "een documenttype (DOCTYPE) is niet toegestaan", en: "a document type (DOCTYPE) is not allowed")
    case .entity:
      Bilingual(
        nl: "een verwijzing naar een entiteit die XML zelf niet kent, is niet toegestaan",
        en: "a reference to an entity that XML itself does not have is not allowed")
    case .tooDeep(let limit):
      Bilingual(
        nl: "de elementen staan dieper dan \(limit) niveaus in elkaar",
        en: "the elements are nested deeper than \(limit) levels")
    case .cutOff:
      Bilingual(
        nl: "het bestand is afgebroken of een element is niet afgesloten",
        en: "the file is cut off or an element is not closed")
    case .trailing:
      Bilingual(nl: "er staat iets na het einde van het bericht", en: "something follows the end of the message")
    case .tagMismatch:
      Bilingual(nl: "een eindtag past niet bij de begintag", en: "an end tag does not match its start tag")
    case .forbiddenCharacter:
      Bilingual(nl: "het bestand bevat een teken dat XML verbiedt", en: "the file holds a character that XML forbids")
    case .attribute:
      Bilingual(nl: "een attribuut is onjuist geschreven", en: "an attribute is written wrongly")
    case .prefix:
      Bilingual(
        nl: "een voorvoegsel heeft geen naamruimte of is onjuist",
        en: "a prefix has no namespace or is wrong")
    case .notWellFormed: Bilingual(nl: "het bestand is geen geldige XML", en: "the file is not well-formed XML")
    case .notStandard:
      Bilingual(nl: "het bestand is geen iStandaarden-bericht", en: "the file is not an iStandaarden message")
    case .disagreement:
      Bilingual(
        nl: "de snelle controle en het schema zijn het oneens over het bericht; dat is een fout in Saldo",
        en: "the fast check and the schema disagree about the message; that is a fault in Saldo")
    case .release(let release):
      Bilingual(nl: "release \(release) wordt niet ondersteund", en: "release \(release) is not supported")
    case .kind(let number):
      Bilingual(nl: "bericht \(number) wordt niet gelezen", en: "message \(number) is not read")
    }
  }

  /// The finding, at a line.
  func finding(line: Int32) -> Finding {
    Finding(
      rule: .xml, level: .schema, severity: .reject, place: Finding.Place(element: "", path: "", sourceLine: line),
      facts: ["reason": .phrase(words)])
  }
}

extension RuleCode {
  /// The file is not well-formed XML in UTF-8, or not a message that Saldo reads.
  static let xml = RuleCode(rawValue: "XML")
  /// The message does not follow its schema (level 1).
  static let xsd = RuleCode(rawValue: "XSD")
}
