/// `make bench`: what a user waits for, beside what it is held to, in one run on one machine.
@main
struct Bench {
  let place: Place

  static func main() {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(
      separator: "/")
    guard Files.exists(root + "/.build/release/fieldbook") else {
      print("There is no .build/release/fieldbook: make build first.")
      return
    }
    guard let place = Place(root: root) else {
      print("No folder could be made to work in.")
      return
    }
    defer { Files.remove(place.folder) }
    let bench = Bench(place: place)
    guard bench.prepare() else {
      print("The workspaces to measure on could not be made.")
      return
    }
    var rows: [Row] = []
    for measure in [
      bench.firstFrames, bench.keys, bench.longText, bench.notes, bench.imports, bench.memory, bench.growth,
      bench.records, bench.nationalImport, bench.scatter, bench.halfTerms,
    ] {
      rows += measure()
      progress(".")
    }
    progress("\n")
    print(Row.table(rows))
    print("\n" + bench.remarks.joined(separator: "\n"))
  }

  private func prepare() -> Bool {
    let files = (801...836).map { authority in
      let path = "\(place.generatedNational)/2017-2018_\(authority)_ks2final.csv"
      Files.write(Generated.results(authority: authority), to: path)
      return path
    }
    return place.makeWorkspace("twelve", importing: [place.folder + "/twelve.csv", files[0]])
      && place.makeWorkspace("history", importing: [place.folder + "/twelve.csv"] + files)
      && place.makeWorkspace("england", importing: [place.england] + files) && prepareRecords()
      && prepareHalfTerms()
  }

  /// What must be known to read the table.
  private var remarks: [String] {
    [
      place.hasRealCensus
        ? "national files: the published ones"
        : "national files: generated (FIELDBOOK_REAL_DATA names no folder)",
      "first frames: median of \(Bench.openings), the programs in turn; keys: \(Bench.presses) presses",
      "cold: without fieldbook's own cache; the system's is warm for everyone",
    ]
  }

  static let openings = 11
  static let presses = 2000

  static func progress(_ text: String) { StandardError.write(text) }
}
