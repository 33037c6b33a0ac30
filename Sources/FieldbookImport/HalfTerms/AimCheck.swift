import FieldbookModel
import PlainText

/// Tells figures that say what pupils should reach or will reach (targets, predictions, flight paths) from figures of
/// what they have reached. Advice to schools and trusts is not to collect the former to hold anybody to account.
enum AimCheck {
  /// Where such figures are, and the word that tells.
  struct Found: Hashable {
    let line: Int
    let word: String
  }

  /// The first sign of them in the header, or in the columns that say what is counted.
  static func found(in file: RecognisedFile, _ views: [ReturnReader.View]) -> Found? {
    for name in file.header.fields {
      if let word = ReturnWords.aim(in: name) { return Found(line: file.header.line, word: word) }
    }
    let header = HeaderRow(file.header)
    let roles: [ReturnLayout.Role] = [.subject, .scale, .level, .measure, .period]
    var telling = views.flatMap { view in roles.compactMap { view.places[$0] } }
    telling += ["Kind", "Type", "Basis"].compactMap { header.place(of: $0) }
    var table = file.reader
    var known: Set<String> = []
    while let row = table.next() {
      for place in telling {
        guard let text = row.field(place), known.insert(text).inserted else { continue }
        if let word = ReturnWords.aim(in: text) { return Found(line: row.line, word: word) }
      }
    }
    return nil
  }

  /// Why such a file is not read, and how it is.
  static func refusal(of file: RecognisedFile, _ found: Found) -> ImportRefusal {
    file.source.refusal(
      "this holds what pupils should reach, not what they have reached (“\(found.word)”): targets, predictions and flight "
        + "paths are no measure of a school", line: found.line,
      mend: "Leave such rows out; or say why they are needed: --targets-because \"…\". "
        + "They are then marked wherever they show, and never compare schools.",
      wants: .aimsBecause)
  }
}
