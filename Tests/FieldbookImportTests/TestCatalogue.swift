import FieldbookImport
import FieldbookModel
import PlainText
import Testing

/// The catalogue as it stands in the sources, read without the decoder of the storage module.
enum TestCatalogue {
  static func measures() throws -> [JSONValue] {
    let folders = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let path = "/\(folders)/Sources/FieldbookStorage/Catalogue/measures.json"
    return try #require(JSONValue.parse(SourceFile.open(path).bytes)["measures"]?.array)
  }

  static func catalogue() throws -> Catalogue {
    Catalogue(measures: try measures().map(measure))
  }

  private static func measure(_ value: JSONValue) throws -> Measure {
    func text(_ name: String) throws -> String { try #require(value[name]?.string, "\(name)") }
    return Measure(
      id: try text("id"), title: try text("title"), shortTitle: try text("shortTitle"),
      definition: try text("definition"), unit: try #require(Measure.Unit(rawValue: try text("unit"))),
      better: try #require(Measure.Direction(rawValue: try text("better"))), stage: try text("stage"),
      validFrom: value["validFrom"]?.string.flatMap(AcademicYear.init(text:)),
      validTo: value["validTo"]?.string.flatMap(AcademicYear.init(text:)),
      notProducedIn: (value["notProducedIn"]?.array ?? []).compactMap {
        $0.string.flatMap(AcademicYear.init(text:))
      })
  }
}

/// Imports into an empty workspace, or on top of what an earlier plan left.
struct Trial {
  var trust: String?
  var ours: OursChoice?
  var period: AcademicYear?
  var asAt: CalendarDate?
  var now = Instant(milliseconds: 1_700_000_000_000)
  var catalogue = Catalogue(measures: [])

  func plan(_ sources: [SourceFile], after earlier: ImportPlan? = nil) throws(ImportRefusal) -> ImportPlan {
    try Importer.plan(
      sources,
      options: ImportOptions(
        period: period, asAt: asAt, ours: ours ?? trust.map { .trust($0) }, now: now),
      existing: Facts(files: earlier?.files ?? [], catalogue: catalogue, ours: earlier?.ours ?? [:]),
      existingTrust: earlier?.trust, existingOurs: earlier?.ours ?? [:], catalogue: catalogue)
  }

  /// Why the sources are not imported.
  func refusal(_ sources: [SourceFile], after earlier: ImportPlan? = nil) throws -> ImportRefusal {
    do {
      _ = try plan(sources, after: earlier)
    } catch {
      return error
    }
    throw NotRefused()
  }

  struct NotRefused: Error {}
}

extension SourceFile {
  init(_ path: String, _ text: String) { self.init(path: path, bytes: Array(text.utf8)) }
}
