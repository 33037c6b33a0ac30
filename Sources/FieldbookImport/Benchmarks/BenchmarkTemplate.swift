import FieldbookModel
import PlainText

/// The template of a file of benchmarks: a line for every measure that stands on a school's page, to be filled in. Lines
/// whose value is empty say nothing. There is no figure in it: it would be taken for one.
public enum BenchmarkTemplate {
  /// The template as CSV.
  /// - Parameters:
  ///   - year: the academic year of its lines.
  ///   - authorities: codes of the local authorities that get lines beside England.
  ///   - catalogue: tells the measures, and which of them were produced in that year.
  public static func bytes(of year: AcademicYear, authorities: [String], catalogue: Catalogue) -> [UInt8] {
    guard case .benchmarks(let layout)? = Mapping.builtIn.format("benchmark")?.content else { return [] }
    var writer = CSVWriter()
    writer.row(BenchmarkLayout.Role.allCases.map(layout.header))
    for stage in ResultStage.allCases {
      for measure in stage.measures.compactMap({ catalogue[$0] })
      where measure.isProduced(in: year) && ![.pupils, .pounds].contains(measure.unit) {
        for group in groups(measure, stage) {
          for subject in subjects(stage, measure, authorities) {
            writer.row(row(measure, group, year, subject, layout))
          }
        }
      }
    }
    return writer.bytes
  }

  private static func groups(_ measure: Measure, _ stage: ResultStage) -> [PupilGroup] {
    measure.id == stage.headline ? [.all, .disadvantaged, .notDisadvantaged] : [.all]
  }

  private static func subjects(
    _ stage: ResultStage, _ measure: Measure, _ authorities: [String]
  ) -> [FactsFile.Subject] {
    let kinds = SchoolKind.allCases.map { FactsFile.Subject.englandKind($0) }
    return (stage.isByKind ? kinds : [.englandState]) + authorities.map { .la($0) }
  }

  private static func row(
    _ measure: Measure, _ group: PupilGroup, _ year: AcademicYear, _ subject: FactsFile.Subject,
    _ layout: BenchmarkLayout
  ) -> [String] {
    BenchmarkLayout.Role.allCases.map { role in
      switch role {
      case .measure: measure.id
      case .group: group.rawValue
      case .period: year.text
      case .level: layout.word(for: subject)
      case .authority: if case .la(let code) = subject { code } else { "" }
      case .unit: layout.word(for: measure.unit)
      case .value, .pupils, .status, .title, .publisher, .published, .address, .asAt: ""
      }
    }
  }
}
