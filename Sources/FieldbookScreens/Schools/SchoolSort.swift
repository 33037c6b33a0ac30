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

  /// The column's heading.
  var title: String {
    switch self {
    case .school: "School"
    case .phase: "Phase"
    case .roll: "Roll"
    case .result: "RWM exp"
    case .change: "v last year"
    case .rating: "Inspection"
    case .actions: "Open/late"
    case .visit: "Last visit"
    }
  }

  /// What it sorts by, inside a sentence.
  var words: String {
    switch self {
    case .school: "name"
    case .phase: "phase"
    case .roll: "roll"
    case .result: "RWM expected"
    case .change: "change since last year"
    case .rating: "inspection rating"
    case .actions: "late and open actions"
    case .visit: "last visit"
    }
  }

  /// Whether an order by it changes when a record does; the others change only with what was imported.
  var dependsOnRecords: Bool { self == .actions || self == .visit }
}
