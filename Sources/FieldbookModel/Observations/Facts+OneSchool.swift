extension Facts {
  /// The same facts with one school and no other; authorities and England stay beside it.
  public func only(_ school: URN) -> Facts {
    var facts = self
    facts.schools = schools.filter { $0.key == school }
    return facts
  }
}
