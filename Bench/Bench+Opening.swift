extension Bench {
  /// How long until the first full frame.
  func firstFrames() -> [Row] {
    var (twelve, tig, warm, cold, visidata) = (Figures(), Figures(), Figures(), Figures(), Figures())
    for _ in 0..<Bench.openings {
      twelve.add(opening("twelve", showing: "12 schools"))
      tig.add(place.tig.flatMap { firstFrame([$0], in: place.folder + "/repository", showing: " of 980") })
      warm.add(opening("england", typing: "a", showing: "24,000 schools"))
      Files.remove(place.workspace("england") + "/.fieldbook/cache")
      cold.add(opening("england", typing: "a", showing: "24,000 schools"))
      visidata.add(
        place.visidata.flatMap { place.terminal([$0, place.england]) }.flatMap { run in
          defer { run.leave() }
          return run.firstSight(of: "24000")
        })
    }
    return [
      Row(
        what: "first frame, 12 schools", ours: twelve.median, theirs: tig.median,
        comparator: "tig, 1,000 commits", limit: 1),
      Row(
        what: "first frame, 24,000 schools shown, cache warm", ours: warm.median, theirs: visidata.median,
        comparator: "VisiData", limit: 0.2),
      Row(
        what: "first frame, 24,000 schools shown, cache cold", ours: cold.median, theirs: visidata.median,
        comparator: "VisiData", limit: 1),
    ]
  }

  /// How much longer the first frame takes with thirty-six files of results than with one.
  func growth() -> [Row] {
    var (one, many) = (Figures(), Figures())
    for _ in 0..<(2 * Bench.openings) {
      one.add(opening("twelve", showing: "12 schools"))
      many.add(opening("history", showing: "12 schools"))
    }
    return [
      Row(
        what: "first frame with 36 files of results", ours: many.median, theirs: one.median,
        comparator: "with 1",
        limit: 1.2)
    ]
  }

  /// The most memory held with all England shown and walked through.
  func memory() -> [Row] {
    let ours = place.open("england").flatMap { run -> Int? in
      defer { run.leave() }
      run.type("a")
      guard run.firstFrame(showing: "24,000 schools") != nil else { return nil }
      for _ in 0..<20 { _ = run.press(Key.down) }
      return run.peakMemory
    }
    let theirs = place.visidata.flatMap { place.terminal([$0, place.england]) }.flatMap { run -> Int? in
      defer { run.leave() }
      guard run.firstSight(of: "24000") != nil else { return nil }
      // It draws on a thread of its own, and not every key by itself.
      for _ in 0..<20 { run.type(Key.down) }
      return run.peakMemory
    }
    return [
      Row(
        what: "peak memory, 24,000 schools shown, warm", ours: ours.map { Double($0) / 1024 },
        theirs: theirs.map { Double($0) / 1024 }, comparator: "VisiData", limit: 1, unit: "MB")
    ]
  }

  func opening(_ name: String, typing keys: String = "", showing text: String) -> Milliseconds? {
    guard let run = place.open(name) else { return nil }
    defer { run.leave() }
    run.type(keys)
    return run.firstFrame(showing: text)
  }

  private func firstFrame(_ command: [String], in folder: String, showing text: String) -> Milliseconds? {
    guard let run = place.terminal(command, in: folder) else { return nil }
    defer { run.leave() }
    return run.firstFrame(showing: text)
  }
}
