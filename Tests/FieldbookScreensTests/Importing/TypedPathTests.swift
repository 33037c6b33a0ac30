import Testing

@testable import FieldbookScreens

/// What is typed, pasted or dragged is one path.
struct TypedPathTests {
  @Test(arguments: [
    ("/home/x/", "/home/x/", ""), ("/home/x/fi", "/home/x/", "fi"), ("~/Down", "~/", "Down"),
    ("/home/x//tmp/a.csv", "/tmp/", "a.csv"), ("/home/x/~/a.csv", "~/", "a.csv"),
    ("'/tmp/two words.csv'", "/tmp/", "two words.csv"), ("/home/x/'/tmp/a.csv'", "/tmp/", "a.csv"),
    ("/tmp/two\\ words.csv", "/tmp/", "two words.csv"), ("file:///tmp/a.csv", "/tmp/", "a.csv"),
    ("/home/x/file:///tmp/a.csv", "/tmp/", "a.csv"), ("a.csv", "", "a.csv"),
    ("  /tmp/a.csv ", "/tmp/", "a.csv"),
  ])
  func path(typed: String, folder: String, beginning: String) {
    let path = Navigation.TypedPath(typed)
    #expect(path.folder == folder && path.beginning == beginning, "\(path)")
  }
}
