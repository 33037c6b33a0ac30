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
    let result = try check()
    let notices = notices()
    switch format {
    case .json: StandardStreams.bytes(json(result, notices).encoded())
    case .text: StandardStreams.text((lines(result) + notices.map(\.line)).joined(separator: "\n"))
    }
    if !result.problems.isEmpty { throw ExitCode(CommandFailure.Status.refused.rawValue) }
  }

  /// A main document that cannot be understood keeps the workspace from being opened: then that is what is wrong.
  private func check() throws -> CheckResult {
    let path = try WorkspaceChoice.pathForScripts(named: root.workspace)
    do {
      let workspace = try Workspace.open(
        at: path, wanting: .read, environment: try CommandStorage.environment())
      defer { workspace.close() }
      return try workspace.check()
    } catch let problem as StorageProblem where problem.kind == .broken {
      return CheckResult(
        documents: 1,
        problems: [
          CheckResult.Problem(
            file: problem.file, line: problem.line, column: problem.column, code: "broken",
            what: problem.what,
            mend: "\(problem.mend) The other documents were not looked at.")
        ])
    } catch let problem as StorageProblem {
      throw CommandFailure(problem)
    }
  }

  private func lines(_ result: CheckResult) -> [String] {
    let documents = "\(result.documents) document\(result.documents == 1 ? "" : "s")"
    guard !result.problems.isEmpty else { return ["\(documents), all valid."] }
    return result.problems.map { problem in
      let place = [problem.line, problem.column].compactMap { $0 }.map { ":\($0)" }.joined()
      return "\(problem.file)\(place): \(problem.what). \(problem.mend)"
    } + ["\(documents), \(result.problems.count) problem\(result.problems.count == 1 ? "" : "s")."]
  }

  /// Pages that left the program and show what is hidden now: no damage, but somebody may want them back.
  private func notices() -> [PageNotice] {
    // What keeps the workspace from being read is among the problems already.
    guard let content = try? ListContent(root.workspace, saysProblems: false) else { return [] }
    return PageNotice.all(content)
  }

  private func json(_ result: CheckResult, _ notices: [PageNotice]) -> JSONValue {
    let problems = result.problems.map { problem -> JSONValue in
      .object([
        "file": .string(problem.file), "line": .orNull(problem.line), "column": .orNull(problem.column),
        "code": .string(problem.code), "what": .string(problem.what), "mend": .string(problem.mend),
      ])
    }
    return .object([
      "kind": .string("check"), "version": .number(JSONNumber(1)), "ok": .bool(result.problems.isEmpty),
      "documents": .number(JSONNumber(result.documents)), "problems": .array(problems),
      "notices": .array(notices.map(\.json)),
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
