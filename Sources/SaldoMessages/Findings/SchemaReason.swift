internal import CLibXML2
internal import SaldoDomain

/// In which way an element does not follow the schema (rule XSD). No case carries a value of the message.
enum SchemaReason: Hashable {
  case unknownElement
  case wrongNamespace
  case unexpectedElement
  case repeatedElement
  case missingElement
  case unexpectedText
  case unexpectedAttribute
  case nested
  case tooShort
  case tooLong
  case tooSmall
  case tooLarge
  case wrongForm
  case notInList
  case wrongValue
  case wrongType
  /// Valid for the schema, but a date or time that no calendar of ours holds.
  case outOfRange
  case other

  /// Whether the reason is about the value of a leaf; one element has one such finding at most.
  var isAboutValue: Bool {
    switch self {
    case .tooShort, .tooLong, .tooSmall, .tooLarge, .wrongForm, .notInList, .wrongValue, .outOfRange: true
    default: false
    }
  }

  /// The reason behind an error of libxml2's schema check, except for elements out of place.
  init(schemaError code: Int32) {
    switch xmlParserErrors(UInt32(bitPattern: code)) {
    case XML_SCHEMAV_CVC_MINLENGTH_VALID: self = .tooShort
    case XML_SCHEMAV_CVC_MAXLENGTH_VALID: self = .tooLong
    case XML_SCHEMAV_CVC_MININCLUSIVE_VALID: self = .tooSmall
    case XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID: self = .tooLarge
    case XML_SCHEMAV_CVC_PATTERN_VALID: self = .wrongForm
    case XML_SCHEMAV_CVC_ENUMERATION_VALID: self = .notInList
    case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1, XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2,
      XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3:
      self = .wrongValue
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3: self = .unexpectedText
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2, XML_SCHEMAV_CVC_TYPE_3_1_1,
      XML_SCHEMAV_CVC_ELT_3_1, XML_SCHEMAV_CVC_ELT_3_2_1:
      self = .unexpectedAttribute
    case XML_SCHEMAV_CVC_ELT_4_1, XML_SCHEMAV_CVC_ELT_4_2, XML_SCHEMAV_CVC_ELT_4_3: self = .wrongType
    case XML_SCHEMAV_CVC_TYPE_3_1_2: self = .nested
    default: self = .other
    }
  }

  /// The reason in words.
  var words: Bilingual {
    switch self {
    case .unknownElement:
      Bilingual(nl: "dit element kent de standaard hier niet", en: "the standard has no such element here")
    case .wrongNamespace:
      Bilingual(nl: "het element staat in de verkeerde naamruimte", en: "the element is in the wrong namespace")
    case .unexpectedElement:
      Bilingual(nl: "het element wordt op deze plaats niet verwacht", en: "the element is not expected at this place")
    case .repeatedElement:
      Bilingual(nl: "het element mag maar één keer voorkomen", en: "the element may occur only once")
    case .missingElement:
      Bilingual(nl: "er ontbreekt een verplicht element", en: "a mandatory element is missing")
    case .unexpectedText:
      Bilingual(nl: "er staat tekst tussen de elementen", en: "there is text between the elements")
    case .unexpectedAttribute:
      Bilingual(
        nl: "het element heeft een attribuut dat niet is toegestaan",
        en: "the element has an attribute that is not allowed")
    case .nested:
      Bilingual(nl: "er staat een element in een veld", en: "there is an element inside a field")
    case .tooShort:
      Bilingual(nl: "de waarde is leeg of te kort", en: "the value is empty or too short")
    case .tooLong:
      Bilingual(nl: "de waarde is te lang", en: "the value is too long")
    case .tooSmall:
      Bilingual(nl: "de waarde is te klein", en: "the value is too small")
    case .tooLarge:
      Bilingual(nl: "de waarde is te groot", en: "the value is too large")
    case .wrongForm:
      Bilingual(nl: "de waarde heeft niet de juiste vorm", en: "the value does not have the right form")
    case .notInList:
      Bilingual(nl: "de waarde staat niet in de codelijst", en: "the value is not in the code list")
    case .wrongValue:
      Bilingual(nl: "de waarde heeft niet het juiste type", en: "the value is not of the right type")
    case .wrongType:
      Bilingual(
        nl: "het type dat het element noemt, is hier niet toegestaan",
        en: "the type that the element names is not allowed here")
    case .outOfRange:
      Bilingual(nl: "de datum of tijd valt buiten het bereik", en: "the date or time is out of range")
    case .other:
      Bilingual(nl: "het element voldoet niet aan het schema", en: "the element does not follow the schema")
    }
  }
}
