import FieldbookImport
import FieldbookModel
import Testing

/// A table of totals is asked about; whatever may be a list of single pupils is counted at the door or refused.
@Suite struct TotalsOrPupilsTests {
  private func outcome(_ text: String) throws -> Result<ImportPlan, ImportRefusal> {
    Result { () throws(ImportRefusal) in
      try Returned.plan([text], name: "table.csv") { options in
        (options.period, options.halfTerm) = (AcademicYear(start: 2026), .autumn1)
        options.school = URN("100001")
      }
    }
  }

  @Test(arguments: [
    "URN,Year group,Level,Reading,Maths\n100001,Y4,EXS,14,15\n100001,Y4,GDS,4,5\n100001,Y5,EXS,20,c\n",
    "School,Year group,Group,Roll,Reading,Maths\nAshgrove,Y4,All,31,77%,80%\nAshgrove,Y4,Boys,15,70%,80%\n",
    "Year group,Maths,Reading\nY4,77,80\nY5,71,\n",
  ])
  func whatCanOnlyBeTotalsIsAskedAbout(text: String) throws {
    guard case .failure(let refusal) = try outcome(text) else {
      Issue.record("it was read")
      return
    }
    #expect(refusal.wants == .mapping, "\(refusal.message)")
  }

  @Test(arguments: [
    // Two rows of one year group, and nothing else that tells them apart.
    "Year group,Maths,Reading\nY4,104,98\nY4,101,99\nY5,100,100\n",
    // A column that says something of a person.
    "Year group,Sex,Maths,Reading\nY4,F,104,98\nY5,M,101,99\n",
    // A column that nobody knows may be a name.
    "Year group,Initials,Maths,Reading\nY4,ZC,104,98\nY5,AB,101,99\n",
    // Levels, not numbers, under a subject.
    "Year group,Maths,Reading\nY4,EXS,GDS\nY5,EXS,EXS\n",
    // A field under no header.
    "Year group,,Maths,Reading\nY4,Zoe,104,98\nY5,,101,99\n",
  ])
  func whatMayBePupilsIsCountedAndNotKept(text: String) throws {
    switch try outcome(text) {
    case .success(let plan): #expect(plan.reports[1].pupilsCounted != nil)
    case .failure(let refusal): #expect(refusal.wants != .mapping, "\(refusal.message)")
    }
  }

  @Test func aPupilNumberAnywhereMakesItAListOfPupils() throws {
    let text = "Year group,Roll,Maths,Reading\nY4,A123456789012,104,98\nY5,A123456789013,101,99\n"
    if case .failure(let refusal) = try outcome(text) {
      #expect(refusal.wants != .mapping && !refusal.message.contains("A123456789012"))
    }
  }
}
