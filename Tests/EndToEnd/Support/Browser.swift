import FieldbookReports
import PlainText
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Chromium, headless and without a network, looking at reports as people would.
enum Browser {
  private static let programs = [
    Program.path(named: "chromium"), Program.path(named: "pdfinfo"), Program.path(named: "pdftotext"),
  ]

  /// Whether tests that need it run. Where changes are checked they always do: a missing program is a failure there.
  static var isWanted: Bool {
    Program.environment("CI") != nil || programs.allSatisfy { access($0, X_OK) == 0 }
  }

  private static func run(_ arguments: [String], in folder: String) throws -> String {
    // Its own sandbox needs rights that containers do not give; it opens nothing but files that the test wrote.
    let usual = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
      "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(folder)/browser",
    ]
    let outcome = Program.run(
      Program.path(named: "chromium"), usual + arguments,
      environment: ["HOME": folder, "XDG_RUNTIME_DIR": folder])
    guard outcome.status == 0 else {
      throw PseudoTerminalFailure("chromium ended with \(outcome.status): \(outcome.errors.suffix(2000))")
    }
    return outcome.output
  }

  // MARK: On a screen

  /// How a page looks in a window of a width.
  struct View {
    let width: Int
    let isDark: Bool
    /// How wide the page is; more than the window when something overflows.
    let pageWidth: Int
    /// The rightmost edge of anything outside a part that scrolls by itself, with what it is.
    let rightmost: Int
    let rightmostWhat: String
    /// The lowest contrast of any text with what is behind it, with what it is.
    let contrast: Double
    let contrastWhat: String
    /// The addresses that the page asked for.
    let requests: [String]
    /// The levels of the headings, in order.
    let headings: [Int]
    /// Pictures without a title and a description that have text.
    let picturesWithoutWords: Int
    let pictures: Int
  }

  /// Looks at pages in windows of some widths, light and dark. They are shown in frames of a page that measures them,
  /// because reports run no script; their rule against fetching is left out, so that a try would be seen.
  static func views(of pages: [String], widths: [Int], in trial: Trial) throws -> [[View]] {
    let frames = pages.enumerated().flatMap { number, page in
      widths.flatMap { width in
        [false, true].map { frame(page, number: number, width: width, isDark: $0) }
      }
    }
    let path = try trial.write(
      "<!DOCTYPE html><html><body>\(frames.joined())\(script)</body></html>", to: "measure.html")
    let dumped = try run(["--dump-dom", "file://\(path)"], in: trial.folder)
    guard let start = dumped.firstRange(of: "<pre id=\"out\">")?.upperBound,
      let end = dumped[start...].firstIndex(of: "<")
    else { throw PseudoTerminalFailure("the page was not measured: \(dumped.prefix(500))") }
    let rows = try JSONValue.parse(Array(dumped[start..<end].replacing("&amp;", with: "&").utf8)).array ?? []
    return pages.indices.map { number in
      rows.filter { $0["number"]?.int == number }.compactMap(view)
    }
  }

  private static func frame(_ page: String, number: Int, width: Int, isDark: Bool) -> String {
    let open = page.replacing("default-src 'none'; style-src 'unsafe-inline'", with: "")
    let text = open.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
    return "<iframe width=\"\(width)\" height=\"800\" data-number=\"\(number)\" data-dark=\"\(isDark)\" "
      + "style=\"border:0;color-scheme:\(isDark ? "dark" : "light")\" srcdoc=\"\(text)\"></iframe>"
  }

  private static func view(_ row: JSONValue) -> View? {
    guard let width = row["width"]?.int, let contrast = row["contrast"]?.int else { return nil }
    return View(
      width: width, isDark: row["dark"]?.bool ?? false, pageWidth: row["page"]?.int ?? 0,
      rightmost: row["right"]?.int ?? 0, rightmostWhat: row["rightWhat"]?.string ?? "",
      contrast: Double(contrast) / 100, contrastWhat: row["contrastWhat"]?.string ?? "",
      requests: (row["requests"]?.array ?? []).compactMap(\.string),
      headings: (row["headings"]?.array ?? []).compactMap(\.int),
      picturesWithoutWords: row["wordless"]?.int ?? 0, pictures: row["pictures"]?.int ?? 0)
  }

  private static let script = """
    <script>
    const light = c => { const p = c.map(v => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4 });
      return .2126 * p[0] + .7152 * p[1] + .0722 * p[2] };
    const parts = c => (c.match(/[\\d.]+/g) || []).map(Number);
    const ratio = (a, b) => { const [x, y] = [light(a), light(b)]; return (Math.max(x, y) + .05) / (Math.min(x, y) + .05) };
    const what = e => e.tagName.toLowerCase() + (e.getAttribute('class') ? '.' + e.getAttribute('class') : '');
    function ground(e, w) {
      for (; e; e = e.parentElement) { const c = parts(w.getComputedStyle(e).backgroundColor);
        if (c.length === 3 || c[3] === 1) return c.slice(0, 3) }
      return [255, 255, 255];
    }
    function look(f) {
      const w = f.contentWindow, d = f.contentDocument;
      let right = 0, rightWhat = '', contrast = 99, contrastWhat = '';
      for (const e of d.body.querySelectorAll('*')) {
        const box = e.getBoundingClientRect();
        if (!e.closest('.wide, pre') && box.right > right) { right = box.right; rightWhat = what(e) }
        const hasText = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
        if (!hasText || !box.width || e.tagName === 'TITLE' || e.tagName === 'DESC') continue;
        const style = w.getComputedStyle(e);
        const colour = parts(e.namespaceURI.endsWith('svg') ? style.fill : style.color).slice(0, 3);
        const r = ratio(colour, ground(e, w));
        if (r < contrast) { contrast = r; contrastWhat = what(e) }
      }
      const pictures = [...d.querySelectorAll('svg')];
      const words = s => ['title', 'desc'].every(n => s.querySelector(n) && s.querySelector(n).textContent.length > 3);
      return { number: Number(f.dataset.number), width: w.innerWidth, dark: f.dataset.dark === 'true',
        page: d.documentElement.scrollWidth, right: Math.ceil(right - .5), rightWhat,
        contrast: Math.floor(contrast * 100), contrastWhat,
        requests: w.performance.getEntriesByType('resource').map(r => r.name),
        headings: [...d.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(h => Number(h.tagName[1])),
        pictures: pictures.length, wordless: pictures.filter(s => !words(s)).length };
    }
    window.onload = () => {
      const out = document.createElement('pre');
      out.id = 'out';
      out.textContent = JSON.stringify([...document.querySelectorAll('iframe')].map(look)).replaceAll('<', '(');
      document.body.replaceChildren(out);
    };
    </script>
    """

  // MARK: On paper

  /// A report as it comes out of a printer.
  struct Paper {
    /// The words of each page.
    let pages: [String]
    /// Width and height of the pages, in points.
    let size: (width: Double, height: Double)
    /// The leftmost and the rightmost edge of any word, in points.
    let edges: (left: Double, right: Double)
  }

  /// Prints a page.
  static func paper(of page: String, in trial: Trial) throws -> Paper {
    let path = try trial.write(page, to: "print.html")
    let pdf = trial.folder + "/print.pdf"
    _ = try run(["--no-pdf-header-footer", "--print-to-pdf=\(pdf)", "file://\(path)"], in: trial.folder)
    let info = Program.run(Program.path(named: "pdfinfo"), [pdf]).output
    func numbers(after name: String) -> [Double] {
      let line = info.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
      return line.split(separator: " ").compactMap { Double($0) }
    }
    let count = Int(numbers(after: "Pages:").first ?? 0)
    let size = numbers(after: "Page size:")
    guard count > 0, size.count >= 2 else { throw PseudoTerminalFailure("no pages: \(info)") }
    let text = Program.run(Program.path(named: "pdftotext"), ["-layout", pdf, "-"]).output
    let boxes = Program.run(Program.path(named: "pdftotext"), ["-bbox", pdf, "-"]).output
    func edges(_ name: String) -> [Double] {
      boxes.split(separator: "<word ").dropFirst().compactMap { word in
        word.firstRange(of: "\(name)=\"").flatMap { Double(word[$0.upperBound...].prefix { $0 != "\"" }) }
      }
    }
    return Paper(
      pages: Array(
        text.split(separator: "\u{0C}", omittingEmptySubsequences: false).map(String.init).prefix(count)),
      size: (size[0], size[1]), edges: (edges("xMin").min() ?? 0, edges("xMax").max() ?? 0))
  }
}
