import SaldoDomain

/// Which cases pass and fail which rule of which message: the page `Documentation/Conformance.md`.
struct CoverageTable {
  /// The cases of a rule in a message, by domain: the last part of their names.
  struct Cases {
    var passing: [Domain: [String]] = [:]
    var failing: [Domain: [String]] = [:]
  }

  /// By the number of the message, then by rule.
  private(set) var rows: [String: [String: Cases]] = [:]

  init(of cases: [ConformanceCase]) {
    for item in cases {
      let parts = item.name.split(separator: "/").map(String.init)
      guard let domain = Domain(rawValue: parts[0]) else { continue }
      let rules = Set(item.expected.rules + item.expected.findings.map(\.rule))
      let broken = Set(item.expected.findings.map(\.rule))
      for rule in rules {
        // A refused message says nothing of the register's rules that it does not break.
        if item.isPass {
          rows[parts[1], default: [:]][rule, default: Cases()].passing[domain, default: []].append(parts[2])
        } else if broken.contains(rule) || !Self.isOfRegister(rule) {
          rows[parts[1], default: [:]][rule, default: Cases()].failing[domain, default: []].append(parts[2])
        }
      }
    }
  }

  func cases(of rule: String, in kind: MessageKind) -> Cases { rows[kind.rawValue]?[rule] ?? Cases() }

  /// The page.
  var page: String {
    var lines = [
      "# Conformance cases by rule", "",
      "Which folder of `Samples/Conformance/<domain>/<message>/` passes and which fails each rule, told by the test",
      "`SaldoConformanceTests` (`RECORD_GOLDEN=1` writes this page). A case is in both domains unless it says (jw) or (wmo).",
    ]
    for kind in RequiredRules.kinds.map(\.rawValue) {
      guard let rules = rows[kind] else { continue }
      lines += ["", "## \(kind)", "", "| Rule | Passes | Fails |", "|---|---|---|"]
      for rule in rules.keys.sorted() {
        let cases = rules[rule, default: Cases()]
        lines.append("| \(rule) | \(Self.names(cases.passing)) | \(Self.names(cases.failing)) |")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func names(_ names: [Domain: [String]]) -> String {
    let (jw, wmo) = (Set(names[.jw, default: []]), Set(names[.wmo, default: []]))
    return jw.union(wmo).sorted().map { name in
      let domain = !wmo.contains(name) ? " (jw)" : !jw.contains(name) ? " (wmo)" : ""
      return "`\(name)`" + domain
    }.joined(separator: ", ")
  }

  /// Whether a code is one that a return message may tell: TR, CD or CS.
  private static func isOfRegister(_ rule: String) -> Bool {
    ["TR", "CD", "CS"].contains { rule.hasPrefix($0) }
  }
}
