/// Writes a report as one HTML file that needs nothing else: no script, no network, no other file.
public enum HTMLReport {
  /// The whole file.
  public static func text(_ document: ReportDocument) -> String {
    var writer = HTMLWriter(isSheet: document.isSheet)
    writer.write(document.blocks)
    writer.closeSections()
    let subject = HTMLText.escaped(document.subject)
    let title = HTMLText.escaped(document.title)
    let made = document.made.isEmpty ? "" : "<p class=\"made\">\(HTMLText.escaped(document.made))</p>\n"
    let stamp = document.stamp.map { "<div class=\"stamp\" aria-hidden=\"true\">\($0)</div>\n" } ?? ""
    return """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="robots" content="noindex">
      <title>\(title): \(subject)\(document.stamp.map { " (\($0))" } ?? "")</title>
      <style>
      \(HTMLStyle.sheet(document))
      </style>
      </head>
      <body>
      \(stamp)<main>
      <header>
      <h1>\(title)</h1>
      <p class="subject">\(subject)</p>
      \(made)</header>
      \(writer.html)</main>
      </body>
      </html>

      """
  }
}
