import FieldbookModel

/// Says that figures beside a school's are quoted, and from what.
enum CitationWords {
  /// What is quoted beside a part of a school's results in a year: `England quoted from Department for Education, …`; empty
  /// where nothing is.
  static func line(
    beside school: School?, in stage: ResultStage, _ year: AcademicYear, _ facts: Facts
  ) -> String {
    [
      ("LA", ObservationSubject.la(school?.laCode ?? "")),
      ("England", facts.england(beside: school, in: stage)),
    ]
    .map { line($0, facts.citations(of: $1, in: stage, year)) }.filter { !$0.isEmpty }
    .joined(separator: " · ")
  }

  /// `England quoted from Department for Education, Key stage 2 attainment, 11 Dec 2025`; empty where nothing is.
  static func line(_ name: String, _ citations: [Citation]) -> String {
    citations.isEmpty ? "" : "\(name) quoted from " + citations.map(\.text).joined(separator: "; ")
  }
}
