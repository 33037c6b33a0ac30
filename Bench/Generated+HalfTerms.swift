import SeededRandom

extension Generated {
  /// A half-term's return of every school, in the layout of `fieldbook template half-term`.
  ///
  /// - Parameters:
  ///   - year: the calendar year in which the academic year begins.
  ///   - part: which half-term of it, from 0 to 5.
  static func halfTerm(_ year: Int, part: Int, schools: Int) -> String {
    var random = SplitMix64(seed: UInt64(year * 6 + part))
    let name = ["Autumn 1", "Autumn 2", "Spring 1", "Spring 2", "Summer 1", "Summer 2"][part]
    var text = "URN,Period,Year group,Subject,Group,Scale,Level,Pupils,Roll\r\n"
    for school in 0..<schools {
      for yearGroup in 1...6 {
        for subject in ["Reading", "Writing", "Maths"] {
          for group in ["all", "disadvantaged"] {
            var left = group == "all" ? 30 : 10
            let roll = left
            for level in ["Below", "Working towards", "Expected", "Greater depth"] {
              let pupils = level == "Greater depth" ? left : Int.random(in: 0...left / 2, using: &random)
              left -= pupils
              text +=
                "\(100_000 + school),\(year)-\(year % 100 + 1) \(name),Y\(yearGroup),\(subject),\(group),standards,"
                + "\(level),\(pupils),\(roll)\r\n"
            }
          }
        }
      }
    }
    return text
  }
}
