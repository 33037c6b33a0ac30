import FieldbookModel
import FieldbookScreens
import Testing
import TextUI

@Suite("Who I am")
struct RoleTests {
  @Test("The role of the settings stands after the name where a review names people, and nowhere without one")
  func reviewers() {
    let driver = ScreenDriver()
    for (role, shown) in [("", "R. Reviewer"), ("head of primary", "R. Reviewer (head of primary)")] {
      var context = driver.context
      context.role = role
      var navigation = driver.navigation
      navigation.open(FormScreen(.startReview(Invented.ashgrove), context), context)
      let rows = navigation.frame(context).text().split(separator: "\n")
      let row = rows.first { $0.contains("Reviewers") } ?? ""
      #expect(row.hasSuffix(shown), "\(row)")
    }
  }
}
