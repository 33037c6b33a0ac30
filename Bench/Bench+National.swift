extension Bench {
  /// How long it takes to read all national files together, beside reading them with pandas: whole processes both.
  func nationalImport() -> [Row] {
    var (ours, theirs) = (Figures(), Figures())
    let read =
      "import glob, pandas; [pandas.read_csv(p, encoding='latin-1', low_memory=False, on_bad_lines='skip')"
      + " for p in glob.glob('\(place.national)/**/*.csv', recursive=True)]"
    for number in 0..<5 {
      ours.add(importNational(into: "national\(number)"))
      theirs.add(place.python.flatMap { Command.time([$0, "-c", read]) })
    }
    return [
      Row(
        what: "import of all national files together", ours: ours.median, theirs: theirs.median,
        comparator: "pandas.read_csv", limit: 1)
    ]
  }

  /// From a measure to the schools of England behind ours in a scatter, and a key there.
  func scatter() -> [Row] {
    var (frames, visidata) = (Figures(), Figures())
    var (keys, features, measures) = (Figures(), Figures(), Figures())
    var (list, pages) = (Figures(), Figures())
    guard importNational(into: "national") != nil else { return [] }
    for _ in 0..<5 {
      frames.add(scatterFrame(pressing: 40, &keys, &features, &measures))
      visidata.add(
        place.visidata.flatMap { place.terminal([$0, place.census]) }.flatMap { run in
          defer { run.leave() }
          return run.firstSight(of: place.censusRows)
        })
    }
    measureList(&list, pages: &pages, presses: 200)
    return [
      Row(
        what: "first frame of the scatter, all England behind", ours: frames.median, theirs: visidata.median,
        comparator: "VisiData opening the census", limit: 0.2),
      Row(
        what: "a key on a measure, p50", ours: measures.median, theirs: list.median,
        comparator: "the C program", limit: 3),
      Row(
        what: "a key on the scatter, p50", ours: keys.median, theirs: list.median,
        comparator: "the C program", limit: 3),
      Row(
        what: "another feature on the scatter, p50", ours: features.median, theirs: list.median,
        comparator: "the C program", limit: 3, allowance: 5),
    ]
  }

  private func scatterFrame(
    pressing presses: Int, _ keys: inout Figures, _ features: inout Figures, _ measures: inout Figures
  ) -> Milliseconds? {
    guard let run = place.open("national") else { return nil }
    defer { run.leave() }
    guard run.firstFrame(showing: " schools") != nil else { return nil }
    for key in ["/", place.nationalSchool, Key.enter] { _ = run.press(key) }
    guard run.press("x", until: "percentile") != nil else { return nil }
    // The first key finds out about similar schools and peers; that is paid once.
    _ = run.press(Key.down)
    for press in 0..<presses { measures.add(run.press(press % 2 == 0 ? Key.up : Key.down)) }
    let frame = run.press("t", until: "have both figures")
    for press in 0..<presses { keys.add(run.press(press % 2 == 0 ? Key.down : Key.up)) }
    for press in 0..<presses { features.add(run.press(press % 2 == 0 ? Key.right : Key.left)) }
    return frame
  }

  private func importNational(into name: String) -> Milliseconds? {
    guard place.run(["init", place.workspace(name), "--name", "Bench"]) else { return nil }
    let options = ["--period", "2017-18", "--trust", place.hasRealCensus ? "GLF Schools" : Generated.trust]
    return Command.time(
      [place.fieldbook, "-w", place.workspace(name), "import", place.national] + options,
      environment: place.environment)
  }
}
