import FieldbookImport
import FieldbookModel
import FieldbookStorage

extension TrustFolder {
  /// All the schools of a country, made of the few that are invented, and so many reviews of them.
  func growHuge(schools: Int = 24_000, reviews: Int) throws {
    let source = try SourceFile.open(TrustFolder.fixtures + "register.csv")
    let lines = String(decoding: source.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    var text = "\(lines[0])\n"
    for number in 0..<schools {
      let line = lines[1 + number % (lines.count - 1)]
      // The first cell is the school's number: no quotes, no commas.
      text += "\(200_000 + number)\(line.drop { $0 != "," })\n"
    }
    try write(Array(text.utf8), to: "register-of-all.csv")
    let workspace = try open()
    defer { workspace.close() }
    let contents = try workspace.contents()
    let plan = try Importer.plan(
      [try SourceFile.open("\(path)/register-of-all.csv")],
      options: ImportOptions(ours: .trust("Meadowbank Trust"), now: now),
      existing: Facts(files: contents.factsFiles, catalogue: .builtIn, ours: contents.ours),
      existingTrust: contents.trust, existingOurs: contents.ours, catalogue: .builtIn)
    try workspace.commit(FactsChange(added: plan.files, trust: plan.trust, ours: plan.ours))
    for number in 0..<reviews { try begin(number, in: workspace) }
    try LocalDisk().remove("\(path)/register-of-all.csv")
  }

  private func begin(_ number: Int, in workspace: Workspace) throws {
    let id = workspace.newID()
    _ = try workspace.apply(
      RecordEdit(
        "Review started",
        [
          RecordEdit.Change(
            .review(id),
            [
              "school": .text(String(200_000 + number * 7)), "kind": .text("formal"),
              "framework": .text(Frameworks.builtIn[number % Frameworks.builtIn.count].id),
              "state": .text("fieldwork"), "date": .date(now.date.adding(days: -number)),
              "reviewers": .texts(["Anna Reed"]), "at": .instant(now),
            ])
        ]))
    _ = try workspace.apply(
      RecordEdit(
        "Note added",
        [
          RecordEdit.Change(
            .inReview(id, "evidence", workspace.newID()),
            ["text": .text("Routines are calm in class \(number)"), "at": .instant(now)])
        ]))
  }
}
