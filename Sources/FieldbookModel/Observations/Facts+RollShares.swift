extension Facts {
  /// Shares of the roll that a table of the census may leave to its reader, because it has both numbers: the group whose
  /// pupils they are.
  static let sharesOfRoll: [String: PupilGroup] = ["senSupport": .senSupport, "ehcp": .ehcp]

  /// A share of the roll where no file says it but one has both numbers in it: `47 of 410`.
  func shareOfRoll(
    of subject: ObservationSubject, _ measure: String, _ group: PupilGroup, at period: Period
  ) -> Observation? {
    guard group == .all, let part = Facts.sharesOfRoll[measure],
      let some = observation(of: subject, "roll", part, at: period),
      let all = observation(of: subject, "roll", at: period), all.place.source == some.place.source
    else { return nil }
    var share = some
    (share.measure, share.group, share.count) = (measure, .all, some.reading)
    share.raw = "\(some.raw ?? "") of \(all.raw ?? "")"
    guard let pupils = some.reading.value, let roll = all.reading.value else {
      share.reading = some.reading.value == nil ? some.reading : all.reading
      return share
    }
    share.reading = roll > 0 ? .value((pupils / roll * 1_000).rounded() / 10) : .missing(.noPupils)
    share.roll = Int(roll)
    return share
  }
}
