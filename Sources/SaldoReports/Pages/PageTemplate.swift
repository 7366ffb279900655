import Mustache

/// The template of every page. Each key is a property of ``Page``; a test proves it, because Mustache renders a missing
/// key as nothing.
enum PageTemplate {
  /// The text of the template.
  static let page = """
    <!DOCTYPE html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light">
    <title>{{title}}</title>
    <style>
    {{{style}}}
    </style>
    </head>
    <body>
    <header>
    <p class="kicker">{{kicker}}</p>
    <h1>{{title}}</h1>
    <dl class="about">
    {{#about}}
    <div{{#isDigest}} class="digest"{{/isDigest}}><dt>{{label}}</dt><dd>{{value}}</dd></div>
    {{/about}}
    </dl>
    </header>
    <main>
    {{#warnings}}
    <p class="warning">{{.}}</p>
    {{/warnings}}
    {{#figureLists}}
    <dl class="figures">
    {{#figures}}
    <div><dt>{{label}}</dt><dd>{{value}}</dd>{{#notes}}<dd class="remark">{{.}}</dd>{{/notes}}</div>
    {{/figures}}
    </dl>
    {{/figureLists}}
    {{#sections}}
    <section>
    <h2>{{heading}}</h2>
    {{#paragraphs}}
    <p>{{.}}</p>
    {{/paragraphs}}
    {{#tables}}
    {{> table}}
    {{/tables}}
    </section>
    {{/sections}}
    </main>
    </body>
    </html>

    """

  /// The text of the template of a table.
  static let table = """
    <div class="scroll">
    <table>
    <caption>{{caption}}</caption>
    <thead>
    <tr>{{#columns}}<th scope="col"{{#isNumber}} class="n"{{/isNumber}}>{{header}}</th>{{/columns}}</tr>
    </thead>
    <tbody>
    {{{rows}}}</tbody>
    <tfoot>
    {{{totals}}}</tfoot>
    </table>
    </div>
    {{#remarks}}
    <p class="remark">{{.}}</p>
    {{/remarks}}

    """

  /// The bytes of a page; everything but the style sheet and the rows, which escape their texts themselves, is escaped.
  static func render(_ page: Page) -> [UInt8] { Array(library.render(page, withTemplate: "page")!.utf8) }

  private static let library: MustacheLibrary = {
    do {
      return MustacheLibrary(templates: [
        "page": try MustacheTemplate(string: page), "table": try MustacheTemplate(string: table),
      ])
    } catch {
      preconditionFailure("a template of ours does not parse: \(error)")
    }
  }()
}
