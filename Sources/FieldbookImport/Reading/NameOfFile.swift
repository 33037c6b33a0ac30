import FieldbookModel

/// What the name of a file tells beside its content.
enum NameOfFile {
  /// The academic years a name contains: `2017-2018_936_ks2final.csv`, `ks2final_201718.csv`.
  static func years(in name: String) -> Set<AcademicYear> {
    let pieces = numbers(in: name)
    var years = Set(pieces.compactMap { AcademicYear(text: $0.text) })
    for (first, second) in zip(pieces, pieces.dropFirst()) where first.text.utf8.count == 4 {
      guard first.isJoinedToNext, let year = AcademicYear(text: "\(first.text)-\(second.text)") else {
        continue
      }
      years.insert(year)
    }
    return years
  }

  /// The day a name contains: `edubasealldata20250422.csv`, `register-2025-04-22.csv`, `as_at_30_April_2025.csv`.
  static func date(in name: String) -> CalendarDate? {
    dateInDigits(in: name) ?? dateInWords(in: name)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// A day, the name of a month or its first three letters, and a year.
  private static func dateInWords(in name: String) -> CalendarDate? {
    let words = name.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber })
    for (index, word) in words.enumerated() where index > 0 && index + 1 < words.count {
      guard word.count >= 3, let month = months.firstIndex(where: { word.hasPrefix($0) }),
        let day = Int(words[index - 1]), let year = Int(words[index + 1]), (1990...2100).contains(year)
      else { continue }
      return CalendarDate(year: year, month: month + 1, day: day)
    }
    return nil
  }

  private static func dateInDigits(in name: String) -> CalendarDate? {
    let pieces = numbers(in: name)
    for (index, piece) in pieces.enumerated() {
      let text = piece.text
      if text.utf8.count == 8, let date = date(text.prefix(4), text.dropFirst(4).prefix(2), text.suffix(2)) {
        return date
      }
      guard text.utf8.count == 4, piece.isJoinedToNext, index + 2 < pieces.count,
        pieces[index + 1].isJoinedToNext,
        let date = date(text[...], pieces[index + 1].text[...], pieces[index + 2].text[...])
      else { continue }
      return date
    }
    return nil
  }

  /// `final`, `revised` or `provisional`, final unless the name says otherwise.
  static func status(in name: String) -> String {
    let lowercased = name.lowercased()
    return ["provisional", "revised"].first { contains($0, in: lowercased) } ?? "final"
  }

  private static func date(_ year: Substring, _ month: Substring, _ day: Substring) -> CalendarDate? {
    guard let year = Int(year), (1990...2100).contains(year), let month = Int(month), let day = Int(day)
    else {
      return nil
    }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func contains(_ word: String, in text: String) -> Bool {
    text.indices.contains { text[$0...].hasPrefix(word) }
  }

  private struct Piece {
    var text: String
    /// Whether one hyphen, underscore or blank stands between it and the next run of digits.
    var isJoinedToNext: Bool
  }

  /// The runs of digits of a name.
  private static func numbers(in name: String) -> [Piece] {
    var pieces: [Piece] = []
    var between = ""
    for character in name {
      if character.isASCII, character.isNumber {
        if between.isEmpty, let last = pieces.indices.last {
          pieces[last].text.append(character)
        } else {
          if let last = pieces.indices.last {
            pieces[last].isJoinedToNext = ["-", "_", " ", "–"].contains(between)
          }
          pieces.append(Piece(text: String(character), isJoinedToNext: false))
        }
        between = ""
      } else {
        between.append(character)
      }
    }
    return pieces
  }
}
