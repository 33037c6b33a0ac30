import FieldbookModel
import FieldbookScreens

/// The workspace as visit mode shows it: one school and nothing of any other. Whatever a screen asks for, what is not
/// in this picture cannot show. It is made anew only when the workspace changes.
final class VisitPicture {
  private var made: (school: URN, revision: Int, picture: Snapshot)?
  private var orders = RowOrders()

  /// The same context without any other school.
  func context(of school: URN, in whole: ScreenContext) -> ScreenContext {
    var context = whole
    context.isVisit = true
    if let made, made.school == school, made.revision == whole.snapshot.revision {
      context.snapshot = made.picture
    } else {
      if made?.school != school { orders = RowOrders() }
      context.snapshot = whole.snapshot.only(school)
      made = (school, whole.snapshot.revision, context.snapshot)
    }
    // Rows worked out for the whole workspace hold other schools.
    context.orders = orders
    return context
  }
}
