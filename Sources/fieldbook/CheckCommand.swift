import ArgumentParser
import FieldbookStorage
import PlainText

/// Says whether every document of the workspace is sound.
struct CheckCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Is every document valid? A line a problem: file, line, column, what, how to mend it.")

  @Option(help: "text or json.")
  var format = Format.text

  @ParentCommand var root: Fieldbook

  func run() throws {
    let workspace = try CommandStorage.open(root.workspace, wanting: .read)
    defer { workspace.close() }
    let result: CheckResult
    do {
      result = try workspace.check()
    } catch {
      throw CommandFailure(error)
    }
    switch format {
    case .json: StandardStreams.bytes(json(result).encoded())
    case .text: StandardStreams.text(lines(result).joined(separator: "\n"))
    }
    if !result.problems.isEmpty { throw ExitCode(CommandFailure.Status.refused.rawValue) }
  }

  private func lines(_ result: CheckResult) -> [String] {
    let documents = "\(result.documents) document\(result.documents == 1 ? "" : "s")"
    guard !result.problems.isEmpty else { return ["\(documents), all valid."] }
    return result.problems.map { problem in
      let place = [problem.line, problem.column].compactMap { $0 }.map { ":\($0)" }.joined()
      return "\(problem.file)\(place): \(problem.what). \(problem.mend)"
    } + ["\(documents), \(result.problems.count) problem\(result.problems.count == 1 ? "" : "s")."]
  }

  private func json(_ result: CheckResult) -> JSONValue {
    let problems = result.problems.map { problem -> JSONValue in
      .object([
        "file": .string(problem.file), "line": .orNull(problem.line), "column": .orNull(problem.column),
        "code": .string(problem.code), "what": .string(problem.what), "mend": .string(problem.mend),
      ])
    }
    return .object([
      "kind": .string("check"), "version": .number(JSONNumber(1)), "ok": .bool(result.problems.isEmpty),
      "documents": .number(JSONNumber(result.documents)), "problems": .array(problems),
    ])
  }
}

extension JSONValue {
  /// A number, or null.
  static func orNull(_ number: Int?) -> JSONValue { number.map { .number(JSONNumber($0)) } ?? .null }
  /// A number, or null.
  static func orNull(_ number: Double?) -> JSONValue {
    number.flatMap { JSONNumber(finite: $0) }.map { .number($0) } ?? .null
  }
  /// A text, or null when there is none or it is empty.
  static func orNull(_ text: String?) -> JSONValue {
    text.flatMap { $0.isEmpty ? nil : .string($0) } ?? .null
  }
}
