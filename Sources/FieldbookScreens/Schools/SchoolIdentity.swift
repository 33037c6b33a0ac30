import FieldbookModel
import TextUI

/// Who a school is, in two or three lines.
enum SchoolIdentity {
  static func lines(of urn: URN, _ context: ScreenContext) -> [SchoolLine] {
    guard let school = context.snapshot.facts.school(urn) else {
      return [SchoolLine(Line("The register does not list this school. Its records are kept.", .caution))]
    }
    var lines = [first(school), second(school), inspection(school)].filter { !$0.isEmpty }.map {
      SchoolLine($0)
    }
    if !school.isInRegister {
      lines.append(
        SchoolLine(
          Line("The register imported last no longer lists this school. Its records are kept.", .caution)))
    }
    if !school.previousURNs.isEmpty {
      let urns = school.previousURNs.map(\.text).joined(separator: ", ")
      lines.append(SchoolLine(Line("Earlier results under URN \(urns).", .quiet)))
    }
    lines += groups(urn, context).map { SchoolLine($0) }
    return lines + [SchoolLine(Line())]
  }

  /// Since when it belongs to its trust, and its federation, as the list of groups has it.
  private static func groups(_ urn: URN, _ context: ScreenContext) -> [Line] {
    let groups = context.snapshot.facts.groups.memberships(of: urn).filter {
      $0.isTrust || $0.kind.lowercased() == "federation"
    }
    return groups.map { group in
      let since = group.joined.map { " since \($0.longText)" } ?? ""
      return Line("\(group.kind): \(group.name)\(since)", .quiet)
    }
  }

  private static func first(_ school: School) -> Line {
    let ages = school.ageRange.isEmpty ? "" : "ages \(school.ageRange)"
    let roll = school.roll.map { roll in
      school.capacity.map { "\(roll) on roll, \($0) places" } ?? "\(roll) on roll"
    }
    let phase = school.phase == .other ? "" : school.phase.title
    return Line(joined([phase, ages, school.type, roll ?? ""]))
  }

  private static func second(_ school: School) -> Line {
    let status = school.status == "Open" ? "" : school.status
    return Line(joined([school.trust, school.laName, school.place, status]), .quiet)
  }

  private static func inspection(_ school: School) -> Line {
    guard !school.inspectionRating.isEmpty || school.inspectionDate != nil else { return Line() }
    let rating = school.inspectionRating.isEmpty ? "no rating given" : school.inspectionRating
    let date = school.inspectionDate.map { ", \($0.longText)" } ?? ""
    return Line("Last inspection: \(rating)\(date) (as the register has it)", .quiet)
  }

  private static func joined(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
