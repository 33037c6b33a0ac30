import FieldbookImport
import FieldbookModel
import Testing

@Suite struct RefusalTests {
  private static let ks2Header = "RECTYPE,LEA,URN,TELIG,PTRWM_EXP"
  private static let ks2 = "\(ks2Header)\n1,936,100001,30,50%\n"
  private static let register = "URN,LA (code),EstablishmentName,Trusts (name)\n100001,936,Ash,Wold Trust\n"

  @Test(arguments: [
    ("RECTYPE,URN,TPUP,ATT8SCR,P8MEA\n1,100001,3,4,5\n", "cut-down KS4"),
    ("URN,SCHOOLTYPE,NOR,NORG\n100001,x,3,1\n", "cut-down school census"),
    ("Column,Field Name,Label/Description\n1,A,b\n", "dictionary"),
    ("time_period,geographic_level,school_urn,subject\n202425,School,1,2\n", "Explore Education Statistics"),
    ("\u{FEFF},Group UID,Group Name\n", "without their schools"),
    ("RECTYPE,URN,SCHNAME,PTREAD_EXP\n1,100001,x,1\n", "cut-down KS2"),
    ("URN,Name,Rating,Inspect Date\n1,2,3,4\n", "school details"),
    ("No,Namespace,Variable,Value,Description\n1,KS2_25,TELIG,4,x\n", "single school"),
  ])
  func whatIsOfNoUseIsRefusedByItsName(text: String, word: String) throws {
    let refusal = try Trial(period: AcademicYear(start: 2017)).refusal([SourceFile("x.csv", text)])
    #expect(refusal.kind == .refused)
    #expect(refusal.what.contains(word), "\(refusal.message)")
    #expect(refusal.what.contains("does not read such files"))
  }

  @Test func anUnknownFileIsRefusedWithTheColumnsThatAreKnown() throws {
    let refusal = try Trial().refusal([SourceFile("dir/x.csv", "Colour,URN,Taste\nred,1,sweet\n")])
    #expect(
      refusal.message.hasPrefix(
        "dir/x.csv, line 1: not a file fieldbook knows: of its 3 columns it knows only “URN”; expected"))
    #expect(!refusal.message.contains("sweet"))
  }

  @Test(arguments: ["Anna,Smith,Oak class\nBen,Jones,Elm class\n", "\"Smith, Anna\"\n\"Jones, Ben\"\n"])
  func aListOfNamesWithoutAHeaderIsRefusedWithoutShowingAnybody(text: String) throws {
    let refusal = try Trial().refusal([SourceFile("x.csv", text)])
    #expect(!refusal.message.contains("Anna"))
    #expect(!refusal.message.contains("Smith"))
    #expect(refusal.what.contains("not a file fieldbook knows"))
  }

  @Test func aFileWithoutAHeaderIsNotQuoted() throws {
    let refusal = try Trial().refusal([SourceFile("x.csv", "Anna Smith,01/02/2014,100\n")])
    #expect(!refusal.message.contains("Anna"))
    #expect(refusal.what.contains("not the names of columns"))
  }

  @Test(arguments: [
    "UPN,Name\nx,Anna\n", "Date of Birth,Score\n01/02/2014,Anna\n", "DOB,Forename\n1,Anna\n",
    "x,SURNAME\n1,Anna\n",
    "Name,Code\nAnna,A123456789012\n", "Name,Code\nAnna,\"a12345678901b\"\n", "Anna,H801200001001\n",
    "\(ks2Header),NOTE\n1,936,100001,30,50%,Anna A123456789012\n",
    "URN,EstablishmentName,LA (code),Legal Surname\n100001,Ash,936,Anna\n", "Code;Name\nA123456789012;Anna\n",
    "First name;Last name;D.O.B.\nAnna;Smith;01/02/2014\n", "pupil_matching_ref,academic_year\nAnna,1\n",
  ])
  func listsOfPupilsAreRefusedWithoutShowingAnybody(text: String) throws {
    let refusal = try Trial(period: AcademicYear(start: 2017)).refusal([SourceFile("x.csv", text)])
    #expect(refusal.what.contains("single pupils"))
    #expect(!refusal.message.contains("Anna"))
    #expect(!refusal.message.contains("12345"))
  }

  @Test func aPupilNumberIsRefusedWithItsLine() throws {
    let text = "\(Self.ks2Header)\r\n1,936,100001,30,50%\r\n1,936,100002,30,\"A123456789012\"\r\n"
    #expect(try Trial().refusal([SourceFile("x.csv", text)]).line == 3)
  }

  @Test func codesThatOnlyResembleAPupilNumberAreRead() throws {
    let text = Self.register.replacing(
      "Ash", with: "E10000030 123456789012 www.a.uk/A123456789012 AB23456789012")
    #expect(try Trial().plan([SourceFile("x.csv", text)]).reports[0].schools.kept == 1)
  }

  @Test(arguments: [
    ([], "empty"), ([0x50, 0x4B, 0x03, 0x04, 0], "spreadsheet"), ([0xFF, 0xFE, 0x41, 0], "UTF-16"),
    ([0x41, 0, 0x42], "NUL"), ([10, 13, 10], "blank lines"),
  ])
  func whatIsNoTextIsRefused(bytes: [UInt8], word: String) throws {
    #expect(try Trial().refusal([SourceFile(path: "x.csv", bytes: bytes)]).what.contains(word))
  }

  @Test func resultsNeedARegister() throws {
    let refusal = try Trial(period: AcademicYear(start: 2017)).refusal([SourceFile("x.csv", Self.ks2)])
    #expect(refusal.what.contains("no register of schools"))
    let register = try Trial().plan([SourceFile("r.csv", Self.register)])
    let later = try Trial(period: AcademicYear(start: 2017)).plan(
      [SourceFile("x.csv", Self.ks2)], after: register)
    #expect(later.reports[0].schools.comparators == 1)
  }

  @Test func theYearMustBeKnownAndOneOnly() throws {
    let register = SourceFile("r.csv", Self.register)
    func refusal(_ name: String, _ year: Int? = nil) throws -> String {
      try Trial(period: year.map { AcademicYear(start: $0) }).refusal([register, SourceFile(name, Self.ks2)])
        .message
    }
    #expect(try refusal("ks2final.csv").contains("which academic year"))
    #expect(try refusal("ks2final_2017.csv").contains("--period 2017-18"))
    #expect(try refusal("2016-2017_2017-2018_ks2.csv").contains("more than one academic year"))
    let clash = try refusal("2016-2017_ks2final.csv", 2017)
    #expect(clash.contains("says 2016/17"))
    #expect(clash.contains("2017/18"))
  }

  @Test func ofManyFilesTheYearGivenIsThatOfThoseThatSayNone() throws {
    let plan = try Trial(period: AcademicYear(start: 2017)).plan([
      SourceFile("r.csv", Self.register), SourceFile("2016-2017_ks2final.csv", Self.ks2),
      SourceFile("england_ks2final.csv", Self.ks2),
    ])
    #expect(plan.reports.dropFirst().map(\.period?.text) == ["2016/17", "2017/18"])
  }

  @Test(arguments: [
    "2017-2018_936_ks2final.csv", "england_ks2final_201718.csv", "KS2FINAL 2017-18.csv",
    "ks2 2017_2018 final.csv",
    "ks2-2017_18.csv", "2017-2018/ks2-2017–18.csv",
  ])
  func theNameOfAFileTellsTheYear(name: String) throws {
    let plan = try Trial().plan([SourceFile("r.csv", Self.register), SourceFile(name, Self.ks2)])
    #expect(plan.files[1].period == AcademicYear(start: 2017))
    #expect(plan.reports[1].period == AcademicYear(start: 2017))
  }

  @Test(arguments: [
    ("edubasealldata20250422.csv", 2025), ("gias 2025-04-22.csv", 2025), ("2021_936_gias.csv", nil),
    ("edubasealldata20259999.csv", nil),
  ])
  func theNameOfARegisterMayTellItsDay(name: String, year: Int?) throws {
    let source = try Trial().plan([SourceFile(name, Self.register)]).files[0].source
    #expect(source.asAt == year.flatMap { CalendarDate(year: $0, month: 4, day: 22) })
    let given = CalendarDate(year: 2024, month: 1, day: 2)
    #expect(try Trial(asAt: given).plan([SourceFile(name, Self.register)]).files[0].source.asAt == given)
  }

  @Test func twoFilesOfOneKindYearAndAuthorityAreRefused() throws {
    let sources = [
      SourceFile("r.csv", Self.register), SourceFile("2017-18-a.csv", Self.ks2),
      SourceFile("2017-18-b.csv", Self.ks2 + "4,,,900,60%\n"),
    ]
    let message = try Trial().refusal(sources).message
    #expect(message.contains("2017-18-a.csv"))
    #expect(message.contains("2017-18-b.csv"))
    let other = SourceFile("2017-18-c.csv", "\(Self.ks2Header)\n1,850,100003,30,50%\n4,,,900,60%\n")
    #expect(try Trial().plan([sources[0], sources[2], other]).files.count == 3)
  }

  @Test func nothingToImportIsAMistakeOfUse() throws {
    #expect(try Trial().refusal([]).kind == .usage)
  }

  @Test func aFileWithoutASingleRowIsRefused() throws {
    #expect(
      try Trial().refusal([SourceFile("r.csv", "URN,EstablishmentName,Trusts (name)\n")]).what.contains(
        "no row"))
  }
}
