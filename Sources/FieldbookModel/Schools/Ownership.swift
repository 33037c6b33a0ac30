/// Whose a row of results is: schools change their reference number when they become academies, and results stay
/// under the number they were published with.
public enum Ownership {
  /// The school that a row counts for.
  ///
  /// That of the number in the row, if the register lists it as open. Else that of the later number which the row
  /// names, if the register knows it; else the open school that carries the closed one on, where files of links tell
  /// of exactly one. Else the number in the row.
  public static func owner(
    of urn: URN, later: URN?, schools: [URN: School], succession: Succession?
  ) -> URN {
    let school = schools[urn]
    let isListed = school?.isInRegister == true
    if isListed, succession == nil || school?.isClosed == false { return urn }
    if !isListed, let later, schools[later] != nil { return later }
    let heir = succession?.heir(of: urn) { heir in
      schools[heir].map { $0.isInRegister && !$0.isClosed } ?? false
    }
    return heir ?? urn
  }
}

extension School {
  /// Whether the register says that it has closed.
  public var isClosed: Bool { status.lowercased() == "closed" }
}
