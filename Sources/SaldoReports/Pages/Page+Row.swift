/// The markup of rows, of which a page can have thousands. The template engine looks every name up by reflection, which took
/// most of the time that such a page takes.
extension Page.Table.Row {
  /// The row as a line of HTML, its texts escaped.
  var markup: String {
    var html = "<tr><th scope=\"row\">"
    first.append(to: &html)
    html += "</th>"
    for cell in cells {
      html += "<td"
      if cell.numeric { html += " class=\"n\"" }
      if cell.fixed { html += " class=\"d\"" }
      html += ">"
      cell.append(to: &html)
      html += "</td>"
    }
    return html + "</tr>\n"
  }
}

extension Page.Table.Cell {
  /// Adds what stands in the cell.
  fileprivate func append(to html: inout String) {
    html.append(escaping: content)
    for code in codes {
      html += " <small>"
      html.append(escaping: code)
      html += "</small>"
    }
    for bar in bars {
      html += "<span class=\"bar\"><span class=\"\(bar.band)\" style=\"width:\(bar.width)%\"></span></span>"
    }
  }
}

extension String {
  /// Whether a byte is a character that means something in HTML.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
  }

  /// Adds a text with the characters escaped that mean something in HTML.
  fileprivate mutating func append(escaping text: String) {
    guard text.utf8.contains(where: Self.isSpecial) else { return self += text }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": self += "&lt;"
      case ">": self += "&gt;"
      case "&": self += "&amp;"
      case "\"": self += "&quot;"
      case "'": self += "&#39;"
      default: unicodeScalars.append(scalar)
      }
    }
  }
}
