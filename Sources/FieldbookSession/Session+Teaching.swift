import FieldbookModel
import FieldbookScreens
import FieldbookStorage

extension Session {
  /// The first time a workspace is opened on this laptop, the keys that matter are shown on its first screen.
  func teachIfNew() {
    guard !workspace.hasShownFirstKeys else { return }
    navigation.teachFirstRun()
    owesFirstKeysNote = workspace.canWrite
  }

  /// Remembers that the keys were shown. If that fails they are shown once more, which does no harm.
  func rememberTeaching() {
    guard owesFirstKeysNote, navigation.teaching != .firstRun else { return }
    owesFirstKeysNote = false
    try? workspace.noteFirstKeysShown()
  }
}
