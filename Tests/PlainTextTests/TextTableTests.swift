import PlainText
import Testing

@Suite struct TextTableTests {
  private let table = TextTable(
    columns: [TextTable.Column("School"), TextTable.Column("Now", alignment: .right)],
    rows: [["Ashgrove Primary School", "42%"], ["Beck\u{1B}side", "7%"], ["Short row"]])

  @Test func `columns are as wide as what is in them`() {
    #expect(
      table.lines() == [
        "School                   Now", "───────────────────────  ───", "Ashgrove Primary School  42%",
        "Beck␛side                 7%", "Short row",
      ])
  }

  @Test func `the widest column gives way where there is no room`() {
    #expect(table.lines(width: 16)[2] == "Ashgrove P…  42%")
    for width in 0..<30 { #expect(table.lines(width: width).allSatisfy { DisplayWidth.of($0) <= width }) }
  }
}
