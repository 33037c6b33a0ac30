import FieldbookImport
import FieldbookModel
import Testing

/// The invented files of `fixtures/published/`, in the layouts of every kind of published file.
enum PublishedFixtures {
  static let schools = ["900001", "900002", "900003", "900004", "900005"]

  static func open(_ name: String) throws -> SourceFile {
    let folders = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return try SourceFile.open("/\(folders)/fixtures/\(name)")
  }

  /// The register of the fixtures and what stands in the files named, as a workspace would hold them.
  static func plan(
    _ names: String..., period: Int? = nil, asAt: CalendarDate? = nil, trust: String? = nil
  ) throws -> ImportPlan {
    var trial = Trial(trust: trust, period: period.map { AcademicYear(start: $0) }, asAt: asAt)
    trial.catalogue = try TestCatalogue.catalogue()
    return try trial.plan([open("register.csv")] + names.map { try open("published/" + $0) })
  }

  static func facts(_ plan: ImportPlan) throws -> Facts {
    Facts(files: plan.files, catalogue: try TestCatalogue.catalogue(), ours: plan.ours)
  }
}

extension ImportSummary {
  /// All of a summary as one line, however it was broken.
  static func words(_ plan: ImportPlan) -> String {
    lines(plan, dryRun: true).joined(separator: " ").split(separator: " ").joined(separator: " ")
  }
}

extension ImportReport {
  /// How often observations have a number or a reason.
  func count(_ name: String) -> Int { values.first { $0.name == name }?.count ?? 0 }

  /// The codes of its problems, each once, in order.
  var codes: [String] {
    problems.reduce(into: []) { codes, problem in
      if !codes.contains(problem.code) { codes.append(problem.code) }
    }
  }
}
