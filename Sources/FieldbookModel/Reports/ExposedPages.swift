/// What an import means for pages that left the program before it.
public enum ExposedPages {
  /// How many pages show numbers which are hidden now.
  /// - Parameters:
  ///   - pages: the pages that left the program.
  ///   - added: what was imported. Only what counts pupils can hide a number that was shown.
  ///   - facts: the facts as they are since.
  public static func count(
    _ pages: [IssuedPage], after added: [FactsFile], _ facts: Facts, _ rule: SmallGroups
  ) -> Int {
    guard !pages.isEmpty, added.contains(where: \.countsPupils) else { return 0 }
    let disclosure = Disclosure(facts: facts, rule: rule)
    return pages.count { !$0.exposed(by: disclosure).isEmpty }
  }
}
