extension Bench {
  /// Workspaces that differ only in how many half-terms the schools have returned.
  func prepareHalfTerms() -> Bool {
    let files = (0..<36).map { number in
      let path = "\(place.folder)/half-term-\(number).csv"
      Files.write(Generated.halfTerm(2014 + number / 6, part: number % 6, schools: 12), to: path)
      return path
    }
    let register = place.folder + "/twelve.csv"
    return place.makeWorkspace("oneHalfTerm", importing: [register, files[35]])
      && place.makeWorkspace("halfTerms", importing: [register] + files)
  }

  /// How much longer the first frame takes with six years of half-terms than with the last alone.
  func halfTerms() -> [Row] {
    var (one, many) = (Figures(), Figures())
    for _ in 0..<(2 * Bench.openings) {
      one.add(opening("oneHalfTerm", showing: "12 schools"))
      many.add(opening("halfTerms", showing: "12 schools"))
    }
    return [
      Row(
        what: "first frame with 36 half-terms", ours: many.median, theirs: one.median, comparator: "with 1",
        limit: 1.2)
    ]
  }
}
