import SaldoDomain

/// The invented people: who has a number for tests is the same person everywhere.
enum People {
  /// The person with the number at a position in ``TestNumbers``.
  static func client(_ position: Int, seed: UInt64) -> AllocatedClient {
    var dice = Dice(seed, .person, position)
    let birth = CalendarDate(year: 2008, month: 1, day: 1)!.adding(days: dice.below(3650))
    let isGirl = dice.below(2) == 0
    let (prefix, surname) = dice.pick(surnames)
    return AllocatedClient(
      bsn: TestNumbers.all[position], birthDate: BirthDate(date: birth, use: nil), sex: isGirl ? "2" : "1",
      name: PersonName(
        surname: Surname(name: surname, prefix: prefix), partnerName: nil,
        givenNames: dice.pick(isGirl ? girls : boys), initials: nil, nameUse: "1"),
      contacts: [
        Contact(
          kind: "01",
          address: Address(
            house: Address.House(number: dice.within(1...240), letter: nil, addition: nil, designation: nil),
            postalCode: "\(dice.within(1000...9999))XX", street: dice.pick(streets), town: "Verzonnen", country: "NL"),
          organisation: nil, telephones: [], email: nil, period: nil)
      ])
  }

  private static let surnames: [(String?, String)] = [
    (nil, "Bakker"), (nil, "Visser"), (nil, "Smit"), (nil, "Meijer"), ("de", "Boer"), (nil, "Mulder"), ("de", "Groot"),
    (nil, "Bos"), (nil, "Vos"), (nil, "Peters"), (nil, "Hendriks"), ("van", "Leeuwen"), (nil, "Dekker"),
    (nil, "Brouwer"), ("de", "Wit"), (nil, "Dijkstra"), (nil, "Smits"), ("de", "Graaf"), ("van der", "Meer"),
    (nil, "Kok"), (nil, "Jacobs"), ("de", "Haan"), (nil, "Vermeulen"), ("van den", "Heuvel"), (nil, "Yılmaz"),
    (nil, "El Amrani"), (nil, "Nguyen"), (nil, "Özdemir"), (nil, "Kowalski"), (nil, "Da Silva"), (nil, "Bouzid"),
    (nil, "Pinas"),
  ]
  private static let girls = [
    "Emma", "Julia", "Mila", "Noor", "Tess", "Sophie", "Zoë", "Sara", "Nora", "Yara", "Fenna", "Lina", "Amira", "Roos",
    "Jasmijn", "Maud",
  ]
  private static let boys = [
    "Noah", "Sem", "Liam", "Lucas", "Daan", "Finn", "Levi", "Luuk", "Mees", "James", "Adam", "Thijs", "Amir", "Jesse",
    "Björn", "Milan",
  ]
  private static let streets = [
    "Verzonnenstraat", "Bedachtlaan", "Voorbeeldweg", "Fantasieplein", "Nergensdijk", "Proefpad", "Denkbeeldkade",
    "Schijnsingel",
  ]
}
