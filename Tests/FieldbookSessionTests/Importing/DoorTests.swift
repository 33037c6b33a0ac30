import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import Testing
import TextUI

/// Lists of single pupils are counted at the door, on the screen too: a mark stands in every field that could hold
/// anything of a pupil, and everything that is shown or written is searched for it.
struct DoorTests {
  private static let canary = "Qzcanary7"

  private static func list(
    _ header: String = "UPN,Surname,Forename,Date of birth,Year group,Sex,PP,Reading,Maths,Note"
  )
    -> String
  {
    let rows = (0..<412).map { number in
      "A1234567890\(10 + number % 80),\(canary)S\(number),\(canary)F,\(canary)D,4,\(number % 2 == 0 ? "F" : "M"),"
        + "\(number < 8 ? "Y" : "N"),EXS,\(number < 9 ? "GDS" : number == 20 ? canary : "WTS"),\(canary)"
    }
    return ([header] + rows).joined(separator: "\n") + "\n"
  }

  /// Everything below a folder that holds the mark, but for the list itself.
  private func found(_ folder: String, _ inside: String = "") throws -> [String] {
    let disk = LocalDisk()
    return try disk.names(in: folder + inside).flatMap { name -> [String] in
      let path = "\(inside)/\(name)"
      if name == "list.csv" { return [] }
      if try disk.status(of: folder + path)?.kind == .folder { return try found(folder, path) }
      let text = String(decoding: try disk.read(folder + path), as: UTF8.self)
      return text.contains(Self.canary) || text.contains("A12345") ? [path] : []
    }
  }

  /// Presses keys, and looks at every frame.
  private func go(_ desk: Desk, _ keys: String...) {
    for key in keys {
      desk.press(key: Key(name: key))
      repeat { desk.hides(Self.canary) } while desk.step()
      desk.hides(Self.canary)
      desk.hides("A12345")
    }
  }

  @Test func `412 read, 0 kept: the counts that are kept are shown, and no pupil is anywhere`() throws {
    let desk = try Desk(TrustFolder(), size: TerminalSize(columns: 120, rows: 60))
    desk.arrive(try desk.file("list.csv", Self.list()))
    desk.shows("Press o and fill in “Half-term or year”")
    go(desk, "o")
    desk.type("2026-27 Autumn 1")
    desk.press("Tab")
    desk.type("900001")
    go(desk, "^S")
    desk.isOn(.arrived)
    desk.shows("Import · at the door · 412 read, 0 kept")
    desk.shows("Of the pupils these counts are kept, and nothing else")
    desk.shows("Year 4 maths, school 900001, 2026/27 Autumn 1")
    desk.shows("All pupils: 412 on roll, 411 assessed: 402 working towards, 9 greater depth")
    desk.shows("line 22, Maths: what stands here is no level")
    let before = try desk.kept().factsFiles.count
    go(desk, "Enter")
    desk.shows("Imported and saved: 1 file")
    #expect(try desk.kept().factsFiles.count == before + 1)
    #expect(try found(desk.folder.path) == [])
    try desk.noProblems()
  }

  @Test(arguments: [
    "UPN,Surname,Forename,Date of birth,Year,Sex,PP,A,B,Note",
    "Ref,Learner,Forename 1,Born,Year,Sex,PP,A,B,Note", "Ref,A,Pupil surname (legal),C,Year,Sex,PP,A,B,Note",
    "Ref,A,B,Pupil date of birth,Year,Sex,PP,A,B,Note",
  ])
  func `A list that cannot be counted is never shown with samples`(header: String) throws {
    let desk = try Desk(TrustFolder(), size: Desk.large)
    let list = Self.list(header)
    // Without pupil numbers only the header tells.
    let text = header.hasPrefix("UPN") ? list : list.replacing("A1234567890", with: "R")
    desk.arrive(try desk.file("list.csv", text))
    go(desk, "m", "Enter", "Esc")
    #expect(desk.session.picture.arriving.table == nil)
    #expect(try found(desk.folder.path) == [])
  }

  @Test func `Where no header tells, words that are each row’s own are shown as their shape alone`() throws {
    let rows = (0..<30).map { "\(Self.canary)Q\($0) Zed,4,2016-03-\(10 + $0 % 20),\($0)" }.joined(
      separator: "\n")
    let desk = try Desk(TrustFolder(), size: Desk.large)
    desk.arrive(try desk.file("list.csv", "Who,Set,Day,Mark\n" + rows + "\n"))
    go(desk, "m")
    desk.isOn(.mapping)
    desk.shows("Xxxxxxxx0X0 Xxx")
    desk.shows("0000-00-00")
    desk.hides("2016")
    go(desk, "g", "Enter", "^S", "t", "Esc", "Esc")
    #expect(try found(desk.folder.path) == [])
  }
}
