import FieldbookScreens
import Testing

@Suite("docs/keys.md")
struct KeysDocumentTests {
  private let file = RepositoryFile("docs/keys.md")

  @Test("is what the table of actions says; FIELDBOOK_RECORD=1 writes it anew")
  func isCurrent() {
    if RepositoryFile.isRecording { #expect(file.write(KeysDocument.markdown)) }
    #expect(file.text == KeysDocument.markdown)
  }

  @Test("names every action and the order of every form's fields")
  func isWhole() {
    let document = KeysDocument.markdown
    for action in ActionTable.all { #expect(document.contains("| `\(action.id)` |"), "\(action.id)") }
    #expect(document.contains("- **Judgement (J)**: Because (text), Our grade (choice)"))
  }
}
