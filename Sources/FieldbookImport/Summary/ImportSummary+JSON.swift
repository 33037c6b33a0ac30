import FieldbookModel
import PlainText

extension ImportSummary {
  /// What an import did, for scripts: one object, members always present, unknown ones `null`.
  /// - Parameters:
  ///   - written: whether the workspace has changed or holds it all already.
  ///   - dryRun: whether the user asked only what would happen.
  public static func json(_ plan: ImportPlan, written: Bool, dryRun: Bool) -> JSONValue {
    [
      "kind": "import", "version": 1, "written": .bool(written), "dryRun": .bool(dryRun),
      "files": .array(plan.reports.map(json)), "leftOut": .array(plan.leftOut.map(json)),
      "ours": .object([
        "name": text(plan.trust), "schools": number(plan.ours.count),
        "listed": plan.listed.map(number) ?? .null,
      ]),
    ]
  }

  private static func json(_ report: ImportReport) -> JSONValue {
    [
      "path": .string(report.path), "sha256": .string(report.sha256), "format": .string(report.format),
      "mapping": .string(report.mapping),
      "period": text(report.periods.count == 1 ? report.periods[0].text : nil),
      "periods": .array(report.periods.map { .string($0.text) }),
      "encoding": .string(report.encoding),
      "rows": number(report.rows), "pupilsCounted": report.pupilsCounted.map(number) ?? .null,
      "schools": json(report.schools),
      "observations": number(report.observations),
      "values": .object(
        Dictionary(report.values.map { ($0.name, number($0.count)) }, uniquingKeysWith: { first, _ in first })
      ),
      "columnsUnused": .array(report.columnsUnused.map { .string($0) }),
      "problems": .array(report.problems.map(json)),
    ]
  }

  private static func json(_ refusal: ImportRefusal) -> JSONValue {
    [
      "path": .string(refusal.file), "line": refusal.line.map(number) ?? .null,
      "what": .string(refusal.what), "mend": .string(refusal.mend),
    ]
  }

  private static func json(_ schools: ImportReport.SchoolCounts) -> JSONValue {
    [
      "kept": number(schools.kept), "matched": number(schools.matched),
      "viaPreviousUrn": number(schools.viaPreviousUrn), "comparators": number(schools.comparators),
    ]
  }

  private static func json(_ problem: ImportReport.Problem) -> JSONValue {
    [
      "line": number(problem.line), "column": text(problem.column), "code": .string(problem.code),
      "found": text(problem.found), "what": .string(problem.what),
    ]
  }

  private static func number(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }

  private static func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
}
