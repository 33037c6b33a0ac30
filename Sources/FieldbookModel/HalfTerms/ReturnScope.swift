/// What a row of a half-termly return speaks of: one school's year group and subject. It takes the place of the local
/// authority: a later return of the same school, year group and subject replaces an earlier one, and nothing else.
public struct ReturnScope: Hashable, Sendable {
  /// The school.
  public let school: URN
  /// Year group and subject as in the ids of measures: `y4.maths`, `y4`, `all`.
  public let stem: String

  /// A scope; see the properties.
  public init(school: URN, stem: String) {
    self.school = school
    self.stem = stem
  }

  /// A scope as facts files hold it, `900010:y4.maths`; nil when it is the code of a local authority.
  public init?(text: String) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    school = URN(String(text[..<colon]))
    stem = String(text[text.index(after: colon)...])
  }

  /// In words: `Year 4 maths of URN 900010`.
  public var words: String {
    "\(ReturnMeasure(stem: stem, .roll)?.who ?? stem) of URN \(school.text)"
  }

  /// As facts files hold it.
  public var text: String { "\(school.text):\(stem)" }
}
