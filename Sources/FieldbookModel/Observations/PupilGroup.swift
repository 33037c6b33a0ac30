/// The pupils that a number speaks of: all, one group of them, or those who are in several groups at once.
public struct PupilGroup: RawRepresentable, Hashable, Sendable, CaseIterable {
  /// A bit for each group that pupils must be in; none for all pupils.
  private let bits: UInt32

  private init(bits: UInt32) {
    self.bits = bits
  }

  private init(_ place: Int) {
    bits = 1 << UInt32(place)
  }

  /// All pupils.
  public static let all = PupilGroup(bits: 0)
  /// Boys.
  public static let boys = PupilGroup(0)
  /// Girls.
  public static let girls = PupilGroup(1)
  /// Eligible for free school meals in the last six years, or looked after or adopted from care.
  public static let disadvantaged = PupilGroup(2)
  /// All others.
  public static let notDisadvantaged = PupilGroup(3)
  /// English as an additional language.
  public static let eal = PupilGroup(4)
  /// English is the first language.
  public static let englishFirst = PupilGroup(5)
  /// The first language is not known.
  public static let languageUnknown = PupilGroup(6)
  /// Eligible for free school meals at any time in the last six years.
  public static let fsm6 = PupilGroup(7)
  /// Here for the whole of the key stage's last two years.
  public static let nonMobile = PupilGroup(8)
  /// With any special educational need.
  public static let sen = PupilGroup(9)
  /// SEN support.
  public static let senSupport = PupilGroup(10)
  /// An education, health and care plan.
  public static let ehcp = PupilGroup(11)
  /// Without a special educational need.
  public static let noSen = PupilGroup(12)
  /// Low attainment at the key stage before.
  public static let priorLow = PupilGroup(13)
  /// Middle attainment at the key stage before.
  public static let priorMiddle = PupilGroup(14)
  /// High attainment at the key stage before.
  public static let priorHigh = PupilGroup(15)
  /// Attainment at the key stage before is not known.
  public static let priorNone = PupilGroup(16)
  /// Eligible for free school meals now.
  public static let fsm = PupilGroup(17)
  /// Not eligible for free school meals now.
  public static let notFsm = PupilGroup(18)
  /// Not eligible for free school meals at any time in the last six years.
  public static let notFsm6 = PupilGroup(19)
  /// Joined within the key stage's last two years.
  public static let mobile = PupilGroup(20)
  /// Looked after by a local authority.
  public static let lookedAfter = PupilGroup(21)

  /// What documents and people call each, in the order of the bits.
  private static let names: [(id: String, title: String)] = [
    ("boys", "Boys"), ("girls", "Girls"), ("disadvantaged", "Disadvantaged"),
    ("notDisadvantaged", "Not disadvantaged"), ("eal", "English as an additional language"),
    ("englishFirst", "English first language"), ("languageUnknown", "First language not known"),
    ("fsm6", "FSM in the last six years"), ("nonMobile", "Non-mobile"), ("sen", "SEN, all"),
    ("senSupport", "SEN support"), ("ehcp", "EHC plan"), ("noSen", "No SEN"),
    ("priorLow", "Low prior attainment"), ("priorMiddle", "Middle prior attainment"),
    ("priorHigh", "High prior attainment"), ("priorNone", "Prior attainment not known"), ("fsm", "FSM now"),
    ("notFsm", "Not FSM now"), ("notFsm6", "No FSM in the last six years"), ("mobile", "Mobile"),
    ("lookedAfter", "Looked after"),
  ]

  /// All pupils and every single group, in the order in which they are listed. Groups that are crossed are not here.
  public static let allCases: [PupilGroup] = [.all] + names.indices.map { PupilGroup($0) }

  private static let places = Dictionary(
    uniqueKeysWithValues: names.enumerated().map { ($0.element.id, $0.offset) })

  /// The group of that name: `all`, `boys`, or several that pupils are in at once: `boys+disadvantaged`.
  public init?(rawValue: String) {
    if rawValue == "all" {
      self = .all
      return
    }
    var bits: UInt32 = 0
    for name in rawValue.split(separator: "+", omittingEmptySubsequences: false) {
      guard let place = PupilGroup.places[String(name)], bits & (1 << UInt32(place)) == 0 else { return nil }
      bits |= 1 << UInt32(place)
    }
    self.bits = bits
  }

  /// How documents and lists name it.
  public var rawValue: String {
    if bits == 0 { return "all" }
    return memberPlaces.map { PupilGroup.names[$0].id }.joined(separator: "+")
  }

  /// In words.
  public var title: String {
    if bits == 0 { return "All pupils" }
    let titles = memberPlaces.map { PupilGroup.names[$0].title }
    return titles.dropFirst().reduce(titles[0]) { words, title in
      // Only a word is put in small letters: “SEN support” and “FSM now” are not.
      let isWord = title.dropFirst().first?.isLowercase == true && !title.hasPrefix("English")
      return "\(words), \(isWord ? title.prefix(1).lowercased() + title.dropFirst() : title)"
    }
  }

  private var memberPlaces: [Int] { PupilGroup.names.indices.filter { bits & (1 << UInt32($0)) != 0 } }

  /// The groups that its pupils are all in; none for all pupils.
  public var parts: [PupilGroup] { memberPlaces.map { PupilGroup($0) } }

  /// Whether its pupils are those of several groups at once.
  public var isCrossed: Bool { bits.nonzeroBitCount > 1 }

  /// The pupils who are in both groups.
  public func crossed(with other: PupilGroup) -> PupilGroup { PupilGroup(bits: bits | other.bits) }

  /// The pupils who need not be in that group too.
  func without(_ other: PupilGroup) -> PupilGroup { PupilGroup(bits: bits & ~other.bits) }

  // On the bits: the text of a group is worked out at each call, and every lookup by group compares.

  /// Whether both are the pupils of the same groups.
  public static func == (one: PupilGroup, other: PupilGroup) -> Bool { one.bits == other.bits }

  /// Hashes the groups.
  public func hash(into hasher: inout Hasher) { hasher.combine(bits) }

  /// Where it stands in lists: all pupils, single groups, crossed ones.
  var place: (Int, UInt32) { (bits.nonzeroBitCount, bits) }
}
