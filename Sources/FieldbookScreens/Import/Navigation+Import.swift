import FieldbookModel
import PlainText
import TextUI

/// Typing the path of a file or folder, completed from what is there.
extension Navigation {
  /// A typed path: the folder it names so far, and the beginning of a name in it.
  struct TypedPath: Hashable {
    let folder: String
    let beginning: String

    init(_ typed: String) {
      let text = TypedPath.unquoted(typed.trimmed())
      let slash = text.lastIndex(of: "/")
      folder = slash.map { String(text[...$0]) } ?? ""
      beginning = slash.map { String(text[text.index(after: $0)...]) } ?? text
    }

    var whole: String { folder + beginning }

    /// Terminals paste the path of a dragged file in quotes or with its blanks escaped; and a whole path may be typed or
    /// pasted behind what stood there.
    static func unquoted(_ typed: String) -> String {
      var text = typed
      for mark in ["//", "/~/", "/'/", "/\"/", "/file:/"] {
        while let found = text.firstRange(of: mark) {
          text = String(text[text.index(after: found.lowerBound)...])
        }
      }
      if text.hasPrefix("file:/") { text = String(text.dropFirst(5)) }
      while text.hasPrefix("//") { text.removeFirst() }
      if let quote = text.first, quote == "'" || quote == "\"" {
        text = String(text.dropFirst().prefix { $0 != quote })
      }
      return text.replacing("\\ ", with: " ")
    }
  }

  /// What the typed path may become: names in the folder shown that begin so.
  func completions(_ open: OpenPrompt, _ context: ScreenContext) -> [FolderPicture.Entry] {
    guard let folder = context.snapshot.arriving.folder else { return [] }
    let typed = TypedPath(open.editor.text)
    guard folder.isNamed(typed.folder) else { return [] }
    let beginning = typed.beginning.lowercased()
    return folder.entries.filter { $0.name.lowercased().hasPrefix(beginning) }
  }

  /// The folder that a typed path names is shown, so that its names can be completed.
  func lookedInto(_ open: OpenPrompt, _ context: ScreenContext) -> [Effect] {
    let typed = TypedPath(open.editor.text)
    guard typed.folder.hasPrefix("/") || typed.folder.hasPrefix("~/"),
      context.snapshot.arriving.folder?.isNamed(typed.folder) != true
    else { return [] }
    return [.arrive(.show(folder: typed.folder))]
  }

  mutating func choosePath(_ key: Key, _ open: inout OpenPrompt, _ context: ScreenContext) -> [Effect] {
    let entries = completions(open, context)
    guard !entries.isEmpty, let folder = context.snapshot.arriving.folder else { return [] }
    guard key == .tab else {
      open.chosen = max(0, min(open.chosen + (key == .up ? -1 : 1), entries.count - 1))
      prompt = open
      return []
    }
    let entry = entries[min(open.chosen, entries.count - 1)]
    open.editor = LineEditor(folder.path(of: entry.name) + (entry.isFolder ? "/" : ""))
    open.chosen = 0
    prompt = open
    return lookedInto(open, context)
  }

  /// Takes the path: what is chosen below it, where it is only begun.
  mutating func acceptPath(_ open: OpenPrompt, _ context: ScreenContext) -> [Effect] {
    let typed = TypedPath(open.editor.text)
    guard !typed.whole.isEmpty else { return [.say("Type a file or a folder; Esc leaves", .caution)] }
    prompt = nil
    let entries = completions(open, context)
    let isWhole =
      typed.beginning.isEmpty && open.chosen == 0 || entries.contains { $0.name == typed.beginning }
    guard !isWhole, entries.indices.contains(open.chosen), let folder = context.snapshot.arriving.folder
    else {
      return [.arrive(.take(typed.whole))]
    }
    return [.arrive(.take(folder.path(of: entries[open.chosen].name)))]
  }

  func describePath(_ open: OpenPrompt, on page: inout Page, _ context: ScreenContext) {
    let entries = completions(open, context)
    let block = TableBlock(
      columns: [
        TableColumn("File", minWidth: 30, idealWidth: 60, priority: 9, grows: true),
        TableColumn("Size", minWidth: 8, alignment: .right, priority: 8),
      ], rowCount: entries.count, cursor: entries.isEmpty ? nil : min(open.chosen, entries.count - 1),
      emptyText: ["Nothing there is called so."]
    ) { index in
      let entry = entries[index]
      return TableRow(
        [
          Line(entry.name + (entry.isFolder ? "/" : "")),
          Line(entry.isFolder ? "" : FilesScreen.size(entry.bytes), .quiet),
        ], isQuiet: !entry.isFolder && !entry.isTable)
    }
    page.blocks = [.table(block, id: "completions")]
    page.prompt = Prompt(
      label: "file or folder:", editor: open.editor,
      preview: Line("Tab completes · arrows choose · Enter takes · Esc leaves", .quiet))
  }

  // MARK: What was read

  /// Whether files are being chosen or looked at in front.
  var isImporting: Bool { front is FilesScreen || front is ArrivedScreen || front is MappingScreen }

  /// Shows what was read where the user waits for it; false where they have gone on to something else.
  public mutating func showArrived() -> Bool {
    guard isImporting, prompt == nil else { return false }
    if front is ArrivedScreen { replace(ArrivedScreen()) } else { open(ArrivedScreen()) }
    return true
  }

  /// Shows the columns of a table where the user waits for it.
  public mutating func showColumns() {
    guard isImporting, prompt == nil, !(front is MappingScreen) else { return }
    if front is ArrivedScreen { close() }
    if !(front is MappingScreen) { open(MappingScreen()) }
  }

  /// Goes back to where the import was begun: what was read is kept.
  public mutating func closeImport() {
    while isImporting, depth > 1 { close() }
  }
}
