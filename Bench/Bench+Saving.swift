extension Bench {
  /// How long from accepting a note until it is durable, beside the barest durable save of the same bytes.
  func notes() -> [Row] {
    var (ours, theirs) = (Figures(), Figures())
    let folder = place.workspace("twelve") + "/records/reviews"
    if let run = place.open("twelve") {
      defer { run.leave() }
      if run.firstFrame(showing: "12 schools") != nil, run.press("r") != nil,
        run.press(Key.accept, until: "Saved") != nil
      {
        let name = Files.names(in: folder).first { $0.hasSuffix(".json") } ?? ""
        for number in 0..<40 {
          _ = run.press("e")
          for letter in "place value precise \(number)" { _ = run.press(String(letter)) }
          ours.add(run.press(Key.enter, until: "Saved"))
          let bytes = Files.bytes("\(folder)/\(name)") ?? []
          theirs.add(Bench.time { Files.saveBarely(bytes, as: place.folder + "/bare.json") })
        }
      }
    }
    return [
      Row(
        what: "a note accepted, until durable and said so", ours: ours.median, theirs: theirs.median,
        comparator: "write, fsync, rename, fsync", limit: 3)
    ]
  }

  /// How long the import of a national census takes, beside reading it with pandas: whole processes both.
  func imports() -> [Row] {
    var (ours, theirs) = (Figures(), Figures())
    let read = "import pandas; pandas.read_csv('\(place.census)')"
    for number in 0..<7 {
      let name = "census\(number)"
      guard place.makeWorkspace(name, importing: [place.england]) else { continue }
      ours.add(
        Command.time(
          [place.fieldbook, "-w", place.workspace(name), "import", place.census],
          environment: place.environment))
      theirs.add(place.python.flatMap { Command.time([$0, "-c", read]) })
    }
    return [
      Row(
        what: "import of a national census", ours: ours.median, theirs: theirs.median,
        comparator: "pandas.read_csv", limit: 1)
    ]
  }

  private static func time(_ work: () -> Void) -> Milliseconds {
    let took = ContinuousClock().measure(work)
    return Double(took.components.seconds) * 1000 + Double(took.components.attoseconds) / 1e15
  }
}
