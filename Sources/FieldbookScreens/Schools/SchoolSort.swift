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
}
