import FieldbookScreens
import FieldbookSession
import TextUI

extension Desk {
  /// Types the path of a file or folder on the screen of files, and takes it; nothing is waited for afterwards.
  func name(_ path: String) {
    session.perform(id: "import")
    idle()
    go("p", "^U")
    // Pasted: letter by letter every folder on the way would be looked into.
    press(key: .paste(path))
    idle()
    press("Enter")
  }

  /// Looks at a file.
  func arrive(_ path: String) {
    name(path)
    idle()
  }

  /// Looks at a file of the fixtures.
  func arrive(fixture: String) { arrive(TrustFolder.fixtures + fixture) }

  /// Looks at the columns of a table that no format knows.
  func mapTable() {
    guard let path = try? file("tracker.csv", "URN,Yr,Maths EXS+ %,Maths cohort\n900001,4,68,25\n") else {
      return
    }
    arrive(path)
    go("m")
  }

  /// Writes a file into the folder of the workspace and says where it is.
  func file(_ name: String, _ text: String) throws -> String {
    try folder.write(Array(text.utf8), to: name)
    return "\(folder.path)/\(name)"
  }
}
