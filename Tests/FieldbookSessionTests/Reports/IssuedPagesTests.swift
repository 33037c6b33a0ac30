import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import Testing
import TextUI

/// Every page that leaves the program is noted with the numbers on it.
struct IssuedPagesTests {
  private func cells(_ page: IssuedPage) -> [String] { page.cells.map(\.text) }

  @Test func `Signing a review notes the copy that was issued, with the results in it`() throws {
    let desk = try Desk(TrustFolder())
    let id = try desk.signedReview()
    let pages = try desk.workspace.issuedPages()
    let page = try #require(pages.first)
    let copy = try #require(desk.kept().signedCopies[id])
    #expect(pages.count == 1 && page.file == "records/reviews/\(id).signed-\(copy.id).json")
    #expect(page.title == "Formal review" && page.subject.hasPrefix("Ashgrove Primary School"))
    let headline = try #require(cells(page).first { $0.hasSuffix("|rwmExp|all") })
    #expect(headline.hasPrefix("900001|ks2|"))
    // Writing it to a file again gives away nothing that was not noted.
    desk.go("p", "w", "^S")
    #expect(try desk.workspace.issuedPages().count == 1)
    try desk.noProblems()
  }

  @Test
  func `A meeting notes the numbers it used and no others, when it is held and when it is written before`()
    throws
  {
    let desk = try Desk(TrustFolder())
    let id = try desk.fullMeeting()
    let used = try #require(try desk.keptReview(id).usedFigures.first)
    desk.go("p", "w", "^S", "Esc")
    let draft = try #require(try desk.workspace.issuedPages().first)
    #expect(draft.file.hasPrefix("reports/"))
    let measures = Set(draft.cells.map(\.measure))
    #expect(measures == [used.measure], "\(cells(draft))")
    #expect(cells(draft).contains("900001|ks2|\(used.period)|\(used.measure)|all"))
    desk.hold()
    let pages = try desk.workspace.issuedPages()
    #expect(pages.count == 2 && pages.last?.file.contains(".signed-") == true)
    #expect(pages.last?.cells == draft.cells)
    try desk.noProblems()
  }

  @Test func `Written together, each sheet is noted with its own numbers`() throws {
    let desk = try Desk(TrustFolder())
    desk.go(":")
    desk.type("sheet.all")
    desk.go("Enter", "^S")
    desk.shows("Written: ")
    let pages = try desk.workspace.issuedPages()
    let ours = desk.session.picture.facts.schools.values.filter(\.isOurs)
    let noted = pages.filter { $0.title == "School on a page" }
    #expect(Set(noted.map(\.file)).count == noted.count && !noted.isEmpty)
    for page in noted {
      let school = try #require(page.cells.compactMap(\.school).first)
      #expect(page.subject.contains("URN \(school.text)"), "\(page.subject)")
      #expect(Set(page.cells.compactMap(\.school)).isSubset(of: Set(ours.map(\.urn))))
    }
    let withResults = ours.filter { school in
      desk.session.picture.facts.years(ofResults: school.urn)
    }
    for school in withResults {
      #expect(noted.contains { $0.subject == "\(school.name) · URN \(school.urn.text)" }, "\(school.name)")
    }
    try desk.noProblems()
  }
}

extension Facts {
  /// Whether anything of a school was published.
  fileprivate func years(ofResults school: URN) -> Bool {
    ["rwmExp", "att8"].contains { measure in
      years(with: measure, .all).contains {
        observation(of: .school(school), measure, in: $0)?.reading.value != nil
      }
    }
  }
}
