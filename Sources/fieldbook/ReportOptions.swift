import ArgumentParser
import FieldbookModel
import FieldbookReports
import FieldbookStorage
import PlainText

/// What both reports can be told.
struct ReportOptions: ParsableArguments {
  @Option(help: "text: 80 columns; markdown; html: one file for a browser, a telephone or paper.")
  var format = ReportFormat.text

  @Option(
    help: """
      Write it to this file, readable by you alone, instead of printing it; in a folder it is named after the school.
      """)
  var output: String?

  @Flag(help: "Replace the file of --output if it is there.")
  var force = false

  @Flag(help: "Show small groups too. The report says so.")
  var full = false

  func validate() throws {
    guard force, output == nil else { return }
    throw ValidationError("--force replaces the file of --output: say which.")
  }

  /// A page that is written to a file is noted in the workspace, so that `check` can say later if it shows what is
  /// hidden by then.
  func write(_ document: ReportDocument, named name: String, in workspace: String?) throws {
    guard let file = try write(format.text(of: document), named: name), !document.cells.isEmpty else {
      return
    }
    do {
      let opened = try CommandStorage.open(workspace, wanting: .read)
      defer { opened.close() }
      try opened.note(document.page(at: try ProcessEnvironment.clock()(), file: file))
    } catch {
      let why = (error as? StorageProblem)?.what ?? (error as? CommandFailure)?.message ?? "\(error)"
      StandardStreams.error("fieldbook: the page is written, but the workspace could not note that: \(why)")
    }
  }

  /// As text the very words that were signed; else those words in another shape.
  func write(_ report: IssuedReport, named name: String) throws {
    _ = try write(format.text(of: report), named: name)
  }

  /// A folder as somebody typed it, begun where the program was started.
  private func fromHere(_ folder: String) -> String {
    folder.hasPrefix("/") ? folder : "\(ProcessEnvironment.currentFolder)/\(folder)"
  }

  /// Writes many reports into the folder of `--output`: all of them, or none. Each is noted as a page that left.
  func writeAll(
    _ files: [(name: String, document: ReportDocument)], at now: Instant, from named: String?
  ) throws {
    if full { StandardStreams.error("fieldbook: small groups are shown: do not pass this on") }
    guard let output else { return }
    let workspace = try CommandStorage.open(named, wanting: .read)
    defer { workspace.close() }
    do throws(StorageProblem) {
      var batch = try workspace.beginReports(into: fromHere(output))
      do throws(StorageProblem) {
        for file in files {
          let bytes = Array(SafeText.visible(format.text(of: file.document), keepingNewlines: true).utf8)
          try workspace.stage(
            bytes, named: file.name, ending: format.fileExtension, page: file.document.page(at: now),
            in: &batch)
        }
        let written = try workspace.place(batch)
        StandardStreams.error("fieldbook: written: \(written.count) files into \(output)")
      } catch {
        workspace.discard(batch)
        throw error
      }
    } catch {
      throw CommandFailure(error)
    }
  }

  /// - Returns: the file; nil where it was printed.
  private func write(_ text: String, named name: String) throws -> String? {
    if full { StandardStreams.error("fieldbook: small groups are shown: do not pass this on") }
    guard let output else {
      StandardStreams.text(text)
      return nil
    }
    let isFolder = PrivateFile.isFolder(output)
    guard isFolder || !output.hasSuffix("/") else {
      throw CommandFailure(.cannotCreate, "there is no folder \(output): make it first, or name a file")
    }
    let slash = output.hasSuffix("/") ? "" : "/"
    let path = isFolder ? "\(output)\(slash)\(name).\(format.fileExtension)" : output
    try PrivateFile.write(
      Array(SafeText.visible(text, keepingNewlines: true).utf8), to: path, replaces: force)
    if isFolder { StandardStreams.error("fieldbook: written: \(path)") }
    return path
  }
}

extension ReportFormat: ExpressibleByArgument {}
