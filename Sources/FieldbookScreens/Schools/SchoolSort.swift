/// The columns the table of schools can be sorted by.
enum SchoolSort: String, CaseIterable, Sendable {
  case school
  case phase
  case roll
  case result
  case change
  case rating
  case actions
  case visit
  case look

  /// The column's heading.
  var title: String {
    switch self {
    case .school: "School"
    case .phase: "Phase"
    case .roll: "Roll"
    case .result: "Result"
    case .change: "v last year"
    case .rating: "Inspection"
    case .actions: "Open/late"
    case .visit: "Last visit"
    case .look: "Look at"
    }
  }

  /// What it sorts by, inside a sentence.
  var words: String {
    switch self {
    case .school: "name"
    case .phase: "phase"
    case .roll: "roll"
    case .result: "result in its phase"
    case .change: "change since last year"
    case .rating: "inspection rating"
    case .actions: "late and open actions"
    case .visit: "last visit"
    case .look: "reasons to look at it"
    }
  }

  /// Whether an order by it changes when a record does; the others change only with what was imported.
  var dependsOnRecords: Bool { self == .actions || self == .visit || self == .look }
}
