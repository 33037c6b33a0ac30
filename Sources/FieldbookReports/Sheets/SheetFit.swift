import PlainText

/// Makes a sheet fit on its page: 60 lines of 80 columns, which printed is one side of A4.
///
/// The rule, in this order, until it fits:
/// 1. The blank lines between parts go.
/// 2. Parts are shortened to the number of rows that is usual for them, one row at a time and one part after another, in
///    the order of their turns.
/// 3. Texts are cut to one line, with `…`.
/// 4. Parts are shortened to the fewest rows they may have, in the same order.
///
/// What is left out is counted in its place (“and 3 more”). A part is never left out whole.
struct SheetFit {
  /// How many lines a sheet has.
  static let height = 60

  /// The sheet with its heading alone.
  var sheet: ReportDocument
  /// What stands above all parts.
  let head: [ReportBlock]
  var parts: [SheetPart]

  private var isTight = false
  private var lines = 2
  /// How many lines stand above all parts, and how many each part takes.
  private var top = 0
  private var heights: [Int] = []

  init(_ sheet: ReportDocument, head: [ReportBlock], parts: [SheetPart]) {
    self.sheet = sheet
    self.head = head
    self.parts = parts
  }

  /// The sheet as it fits.
  func fitted() -> ReportDocument {
    var fit = self
    if TextReport.flow(fit.document).lines(width: TextReport.width).count <= SheetFit.height {
      return fit.document
    }
    fit.isTight = true
    fit.measure()
    fit.shorten(to: \.usual)
    if !fit.isWhole {
      fit.lines = 1
      fit.measure()
    }
    fit.shorten(to: \.least)
    fit.giveBack()
    return fit.document
  }

  private var document: ReportDocument { document(parts.flatMap { $0.blocks(lines: lines) }) }

  private func document(_ blocks: [ReportBlock]) -> ReportDocument {
    var document = sheet
    document.layout = .sheet(isTight: isTight)
    document.blocks = head + blocks
    return document
  }

  /// Whether it fits, once it is tight: then parts take their lines whatever stands beside them.
  private var isWhole: Bool { heights.reduce(top, +) <= SheetFit.height }

  private mutating func measure() {
    top = count(document([]))
    heights = parts.indices.map(height)
  }

  private func height(of part: Int) -> Int { count(document(parts[part].blocks(lines: lines))) - top }

  private func count(_ document: ReportDocument) -> Int {
    TextReport.flow(document).lines(width: TextReport.width).count
  }

  private mutating func show(_ count: Int, of part: Int) {
    parts[part].shown = count
    heights[part] = height(of: part)
  }

  private mutating func shorten(to limit: KeyPath<SheetPart, Int>) {
    let turns = parts.indices.sorted { (parts[$0].turn, $0) < (parts[$1].turn, $1) }
    for part in turns {
      while parts[part].shown > parts[part][keyPath: limit], !isWhole {
        show(parts[part].shown - 1, of: part)
      }
    }
  }

  /// “and 1 more” takes as much room as the one, and what was left out of one part may fit once another is shortened:
  /// what has room after all comes back, the last to be shortened first.
  private mutating func giveBack() {
    let turns = parts.indices.sorted { (parts[$0].turn, $0) > (parts[$1].turn, $1) }
    for part in turns {
      while parts[part].left > 0 {
        show(parts[part].shown + 1, of: part)
        guard !isWhole else { continue }
        show(parts[part].shown - 1, of: part)
        break
      }
    }
  }
}
