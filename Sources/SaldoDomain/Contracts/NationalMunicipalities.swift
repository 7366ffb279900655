/// The municipality codes of Statistics Netherlands (gemeentecodes, CBS), with the day on which an abolished one ended.
///
/// Source: CBS, list of municipalities valid on 1 January 2026; abolished codes of 2021 and later, because care from
/// 2021 on can still be declared (CS100). A region may add rows of its own.
public enum NationalMunicipalities {
  /// Whether the code exists, and until which day when it has been abolished.
  public static func validity(of code: MunicipalityCode) -> Validity {
    if let end = abolished[code.number] { return .until(end) }
    return current.contains(code.number) ? .current : .unknown
  }

  /// The codes in the current list, ascending.
  public static var currentCodes: [MunicipalityCode] {
    current.sorted().map { MunicipalityCode(FixedDigits.text($0, count: 4))! }
  }

  /// Whether and how long a code is valid.
  public enum Validity: Hashable, Sendable {
    /// The code is in the current list.
    case current
    /// The code ended; the day is its last.
    case until(CalendarDate)
    /// The code is in no list.
    case unknown
  }

  /// The last day of each code that was abolished in 2021 or later.
  private static let abolished: [UInt32: CalendarDate] = {
    let rows: [(codes: [UInt32], lastDay: String)] = [
      ([3, 10, 24, 788], "2020-12-31"),
      ([370, 398, 416, 756, 786, 815, 856, 1684, 1685, 1702], "2021-12-31"),
      ([457], "2022-03-23"),
      ([501, 530, 614], "2022-12-31"),
    ]
    var result: [UInt32: CalendarDate] = [:]
    for row in rows {
      for code in row.codes { result[code] = CalendarDate(iso: row.lastDay) }
    }
    return result
  }()

  private static let current: Set<UInt32> = [
    14, 34, 37, 47, 50, 59, 60, 72, 74, 80, 85, 86, 88, 90, 93, 96, 98, 106, 109, 114, 118, 119, 141, 147, 148,
    150, 153, 158, 160, 163, 164, 166, 168, 171, 173, 175, 177, 180, 183, 184, 189, 193, 197, 200, 202, 203, 209,
    213, 214, 216, 221, 222, 225, 226, 228, 230, 232, 233, 243, 244, 246, 252, 262, 263, 267, 268, 269, 273, 274,
    275, 277, 279, 281, 285, 289, 293, 294, 296, 297, 299, 301, 302, 303, 307, 308, 310, 312, 313, 317, 321, 327,
    331, 335, 339, 340, 342, 344, 345, 351, 352, 353, 355, 356, 358, 361, 362, 363, 373, 375, 376, 377, 383, 384,
    385, 388, 392, 394, 396, 397, 399, 400, 402, 405, 406, 415, 417, 420, 431, 432, 437, 439, 441, 448, 450, 451,
    453, 473, 479, 482, 484, 489, 498, 502, 503, 505, 512, 513, 518, 523, 531, 532, 534, 537, 542, 546, 547, 553,
    556, 569, 575, 579, 589, 590, 597, 599, 603, 606, 610, 613, 622, 626, 627, 629, 632, 637, 638, 642, 654, 664,
    668, 677, 678, 687, 703, 715, 716, 717, 718, 736, 737, 743, 744, 748, 753, 755, 757, 758, 762, 765, 766, 770,
    772, 777, 779, 784, 785, 794, 796, 797, 798, 809, 820, 823, 824, 826, 828, 840, 845, 847, 848, 851, 852, 855,
    858, 861, 865, 866, 867, 873, 879, 880, 882, 888, 889, 893, 899, 907, 917, 928, 935, 938, 944, 946, 957, 965,
    971, 981, 983, 984, 986, 988, 994, 995, 1507, 1509, 1525, 1581, 1586, 1598, 1621, 1640, 1641, 1652, 1655, 1658,
    1659, 1667, 1669, 1674, 1676, 1680, 1681, 1690, 1695, 1696, 1699, 1700, 1701, 1705, 1706, 1708, 1709, 1711,
    1714, 1719, 1721, 1723, 1724, 1728, 1729, 1730, 1731, 1734, 1735, 1740, 1742, 1771, 1773, 1774, 1783, 1842,
    1859, 1876, 1883, 1884, 1891, 1892, 1894, 1895, 1896, 1900, 1901, 1903, 1904, 1911, 1916, 1924, 1926, 1930,
    1931, 1940, 1942, 1945, 1948, 1949, 1950, 1952, 1954, 1955, 1959, 1960, 1961, 1963, 1966, 1969, 1970, 1978,
    1979, 1980, 1982, 1991, 1992,
  ]
}
