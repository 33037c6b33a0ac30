import FieldbookModel
import TextUI

/// What the latest inspection of each framework said, one after the other and neither turned into the other.
enum SchoolInspections {
  static func lines(of urn: URN, _ context: ScreenContext) -> [SchoolLine] {
    InspectionFramework.allCases.flatMap { framework -> [SchoolLine] in
      guard let inspection = InspectionGrades(framework, of: urn, in: context.snapshot.facts) else {
        return []
      }
      let heading = Line(framework.title, .heading) + Line("  " + inspection.dates, .quiet)
      let rows = inspection.grades.map { grade in
        SchoolLine(
          Line("  " + grade.area).padded(to: 30) + Line(grade.words, grade.isGiven ? .plain : .quiet),
          row: .inspection(grade.observation.measure))
      }
      return [SchoolLine(heading)] + rows + [SchoolLine(Line())]
    }
  }
}
