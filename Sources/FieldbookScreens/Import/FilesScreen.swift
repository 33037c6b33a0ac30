import FieldbookModel
import PlainText
import TextUI

/// The files of a folder, to choose what is imported.
public struct FilesScreen: JumpingScreen {
  /// `files`.
  public let name = ScreenName.files
  /// What is looked for.
  public var find: String? = ""
  private var choice = RowChoice<String>()
  /// The paths of what is marked, in whatever folders they are.
  private(set) var marked: [String] = []

  /// The folder that is shown.
  public init() {}

  /// What the name of the folder above stands for.
  static let above = ".."

  /// The rows: the folder above, then what is in this one.
  private func rows(_ context: ScreenContext) -> [String] {
    guard let folder = context.snapshot.arriving.folder else { return [] }
    return (folder.path == "/" ? [] : [FilesScreen.above]) + folder.entries.map(\.name)
  }

  /// Where the cursor is: on the first file or folder until it is moved.
  private func index(in rows: [String]) -> Int? {
    if !choice.isSet(in: rows), rows.count > 1, rows[0] == FilesScreen.above { return 1 }
    return choice.index(in: rows)
  }

  func chosenEntry(_ context: ScreenContext) -> FolderPicture.Entry? {
    let rows = rows(context)
    guard let row = index(in: rows).map({ rows[$0] }) else { return nil }
    return context.snapshot.arriving.folder?.entries.first { $0.name == row }
  }

  func chosenName(_ context: ScreenContext) -> String? {
    let rows = rows(context)
    return index(in: rows).map { rows[$0] }
  }

  /// Moves the cursor.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    let rows = rows(context)
    if let here = index(in: rows) { choice.goTo(rows[here]) }
    choice.move(movement, among: rows, height: height("files"))
  }

  // MARK: What is done

  /// Opens the folder under the cursor; reads what is marked, else the file under the cursor.
  mutating func opened(_ context: ScreenContext) -> [Effect] {
    guard let folder = context.snapshot.arriving.folder, let name = chosenName(context) else { return [] }
    if name == FilesScreen.above { return FilesScreen.goUp(from: folder) }
    let path = folder.path(of: name)
    if chosenEntry(context)?.isFolder == true, marked.isEmpty { return [.arrive(.show(folder: path))] }
    return [.arrive(.read(marked.isEmpty ? [path] : marked))]
  }

  static func goUp(from folder: FolderPicture) -> [Effect] {
    let parts = folder.path.split(separator: "/").dropLast()
    return [.arrive(.show(folder: "/" + parts.joined(separator: "/")))]
  }

  /// Marks the row under the cursor, or takes its mark away, and goes on to the next.
  mutating func mark(_ context: ScreenContext) {
    guard let folder = context.snapshot.arriving.folder, let name = chosenName(context),
      name != FilesScreen.above
    else { return }
    let path = folder.path(of: name)
    if let place = marked.firstIndex(of: path) { marked.remove(at: place) } else { marked.append(path) }
    move(.down, height: { _ in 10 }, context)
  }

  /// Takes all marks away: what was marked has been read.
  public mutating func clearMarks() { marked = [] }

  // MARK: Page

  /// A row a file.
  public func page(_ context: ScreenContext) -> Page {
    let folder = context.snapshot.arriving.folder
    let rows = rows(context)
    let entries = Dictionary(
      (folder?.entries ?? []).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let table = TableBlock(
      columns: FilesScreen.columns, rowCount: rows.count, cursor: index(in: rows),
      emptyText: [folder == nil ? "Looking into the folder…" : "There is nothing in this folder."]
    ) { [marked] index in
      let path = folder?.path(of: rows[index]) ?? ""
      return FilesScreen.row(rows[index], entries[rows[index]], isMarked: marked.contains(path), context)
    }
    return Page(
      title: "Import · \(folder.map { FilesScreen.clipped($0.path, context) } ?? "files")",
      titleNote: context.todayText, blocks: [.table(table, id: "files")], status: status(context))
  }

  /// The end of a long path tells more than its beginning.
  static func clipped(_ path: String, _ context: ScreenContext) -> String {
    let width = max(20, context.size.columns - 36)
    return path.count > width ? "…" + path.suffix(width - 1) : path
  }

  private static let columns = [
    TableColumn("File", minWidth: 30, idealWidth: 60, priority: 9, grows: true),
    TableColumn("Size", minWidth: 8, alignment: .right, priority: 8),
    TableColumn("Changed", minWidth: 11, priority: 7),
  ]

  private static func row(
    _ name: String, _ entry: FolderPicture.Entry?, isMarked: Bool, _ context: ScreenContext
  ) -> TableRow {
    guard let entry else {
      return TableRow([Line("../"), Line("", .quiet), Line("the folder above", .quiet)])
    }
    return TableRow(
      [
        Line(entry.isFolder ? entry.name + "/" : entry.name),
        Line(entry.isFolder ? "" : size(entry.bytes), .quiet), Line(entry.changed.longText, .quiet),
      ], isMarked: isMarked, isQuiet: !entry.isFolder && !entry.isTable)
  }

  /// `812 B`, `12 kB`, `3.4 MB`.
  static func size(_ bytes: Int) -> String {
    switch bytes {
    case ..<1_000: return "\(bytes) B"
    case ..<1_000_000: return "\(bytes / 1_000) kB"
    default: return "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
    }
  }

  private func status(_ context: ScreenContext) -> Line {
    func key(_ id: String) -> String { context.key(id, on: .files) }
    guard marked.isEmpty else {
      let files = marked.count == 1 ? "1 marked" : "\(marked.count) marked"
      return Line("\(files): \(key("files.open")) reads what is marked, and writes nothing yet", .accent)
    }
    return Line(
      "Nothing is written before you have seen it · \(key("files.all")) takes the whole folder", .quiet)
  }
}
