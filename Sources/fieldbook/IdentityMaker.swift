import FieldbookModel

/// Makes identities from the real clock and random bits.
enum IdentityMaker {
  static func newID() -> String {
    var random = SystemRandomNumberGenerator()
    return RecordID(
      milliseconds: ProcessEnvironment.realMilliseconds(), high: UInt16.random(in: .min ... .max, using: &random),
      low: UInt64.random(in: .min ... .max, using: &random)
    ).text
  }
}
