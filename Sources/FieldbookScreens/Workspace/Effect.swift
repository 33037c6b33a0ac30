import FieldbookModel
import TextUI

/// What a screen asks of the running program, as a value.
public enum Effect: Sendable {
  /// Opens a screen in front of this one.
  case open(any Screen)
  /// Puts a screen in the place of this one.
  case replace(any Screen)
  /// Goes to the first screen of a section, closing all others.
  case section(any Screen)
  /// Goes back one screen.
  case back
  /// Says something in the status line.
  case say(String, Role)
  /// Makes an edit durable; what follows happens only then.
  case save(RecordEdit, then: [Effect])
  /// Makes many edits durable, each by itself: what cannot be saved is named, and keeps none of the others back. What
  /// is said, and what follows, comes only once all are.
  case saveAll([RecordEdit], said: String, then: [Effect])
  /// Makes a change of the phrases durable; what follows happens only then.
  case savePhrases(PhraseChange, then: [Effect])
  /// Signs a review; what follows happens only once the signed copy is durable.
  case sign(review: String, by: String, then: [Effect])
  /// Makes a framework durable; what follows happens only then.
  case saveFramework(FrameworkEdit, then: [Effect])
  /// Lets new reviews begin with the framework of that id.
  case useFramework(String)
  /// Makes a change of the calendar durable; what follows happens only then.
  case saveCalendar(CalendarChange, then: [Effect])
  /// Makes a change of the plan of collections durable; what follows happens only then.
  case saveCollection(CollectionChange, then: [Effect])
  /// Throws typed text away: its record is saved, or the user said so.
  case discardDraft([String: String])
  /// Opens a prompt at the foot of the screen.
  case prompt(PromptKind, text: String)
  /// Closes the line at the foot of the screen: what it said is saved.
  case closePrompt
  /// Takes a table's new state: filter, order, columns and marks.
  case table(String, TableState)
  /// Takes the views saved by name.
  case views([SavedView])
  /// Shows a report.
  case preview(PreviewSubject)
  /// Writes reports into a folder. What follows happens only once it is written; of several, at once, and a bar shows
  /// how far they are.
  case writeReports([PreviewSubject], ReportFormat, folder: String, then: [Effect])
  /// Stops writing reports: nothing of them stays.
  case stopWriting
  /// Looks at files that arrive, and keeps what was read of them.
  case arrive(ArrivalStep)
  /// Takes back the edit with that id, or the latest.
  case undo(String?)
  /// Does again what was taken back: that with this id, or the latest.
  case redo(String?)
  /// Opens the focused text in the user's own editor.
  case editExternally(String)
  /// Answers a further key, after all that came before it.
  case press(Key)
  /// Draws everything again.
  case redraw
  /// Shows nothing until Enter brings the screen back.
  case blank
  /// Hands the terminal back to the shell for a while.
  case suspend
  /// Leaves the program.
  case quit
}

/// What a report is about.
public enum PreviewSubject: Hashable, Sendable {
  case review(String)
  case school(URN)
  /// A school on a page.
  case sheet(URN)
  /// The group on a page.
  case trust
}

/// Which line is typed at the foot of the screen.
public enum PromptKind: Hashable, Sendable {
  /// Narrows the rows of the front screen.
  case find
  /// Finds an action by its name.
  case palette
  /// Chooses from a list by first letters.
  case choose(Chooser)
  /// Types a range of numbers or days for the column in front.
  case range
  /// Types the name of a view.
  case viewName
  /// Takes a note of a review, filed under an area unless the line says otherwise.
  case capture(review: String, area: String)
  /// Types the path of a file or folder.
  case path
  /// Finds a phrase to write into the text in hand.
  case phrase
}
