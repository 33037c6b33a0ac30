import FieldbookModel
import PlainText
import TextUI

/// What was read of the files, before any of it is kept; or why nothing could be.
public struct ArrivedScreen: ReadingScreen {
  /// `arrived`.
  public let name = ScreenName.arrived
  var position = ReadingPosition()

  /// What was read last.
  public init() {}

  func lines(_ context: ScreenContext) -> [Line] {
    guard let read = context.snapshot.arriving.read else {
      return [Line(" Nothing is being looked at: Esc goes back to the files.", .quiet)]
    }
    let width = max(20, context.size.columns - 2)
    return read.lines.flatMap { text -> [Line] in
      let indent = String(text.prefix { $0 == " " })
      let wrapped = TextWrap.lines(text.trimmed(), width: max(10, width - indent.count - 2))
      return wrapped.enumerated().map { place, line in
        ArrivedScreen.styled(indent + (place == 0 ? "" : "  ") + line, isHead: indent.isEmpty)
      }
    }
  }

  /// What begins at the margin is about a file; what hangs below says more of it.
  private static func styled(_ text: String, isHead: Bool) -> Line {
    Line(" " + text, isHead ? .heading : .plain)
  }

  /// What was found, file by file.
  public func page(_ context: ScreenContext) -> Page {
    Page(
      title: "Import · \(context.snapshot.arriving.read?.title ?? "nothing")", titleNote: context.todayText,
      blocks: [reading(lines(context))],
      status: JumpFind.status(find, in: lines(context), on: name, context) ?? status(context))
  }

  private func status(_ context: ScreenContext) -> Line {
    func key(_ id: String) -> String { context.key(id, on: .arrived) }
    switch context.snapshot.arriving.read?.outcome {
    case .ready:
      if let reason = context.snapshot.readOnlyReason {
        return Line("Nothing can be written: \(reason)", .caution)
      }
      return Line(
        "Nothing is written yet: \(key("import.write")) writes it, Esc leaves all as it was", .accent)
    case .refused("mapping"):
      return Line("\(key("import.map")) lets you say what its columns are; it is known from then on", .accent)
    case .refused(let field?):
      let label = ImportChoices.label(of: field)
      return Line("Nothing was read: \(key("import.options")) lets you say “\(label)”", .caution)
    case .refused(nil): return Line("Nothing was read, and nothing has changed: Esc goes back", .caution)
    case nil: return Line()
    }
  }
}
