import FieldbookImport
import FieldbookModel
import FieldbookStorage
import PlainText
import Testing

/// Imports half-termly returns on top of a register of two invented schools.
enum Returned {
  static let register = SourceFile(
    "register.csv",
    "URN,LA (code),EstablishmentName,Trusts (name)\n100001,936,Ash,Wold Trust\n100002,936,Beck,Wold Trust\n")
  static let header = "URN,School,Period,Year group,Subject,Group,Scale,Level,Pupils,Roll\n"
  static let autumn = Period(HalfTerm(year: AcademicYear(start: 2026), part: .autumn1))
  static let school = ObservationSubject.school(URN("100001"))

  static func options(_ change: (inout ImportOptions) -> Void = { _ in }) -> ImportOptions {
    var options = ImportOptions(now: Instant(milliseconds: 1_795_000_000_000))
    options.scales = AssessmentScale.builtIn
    change(&options)
    return options
  }

  static func plan(
    _ texts: [String], name: String = "return.csv", after earlier: [FactsFile] = [],
    _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws(ImportRefusal) -> ImportPlan {
    let sources = texts.enumerated().map { SourceFile("\($0.offset)-\(name)", $0.element) }
    let existing = Facts(files: earlier, catalogue: .builtIn, ours: [:])
    return try Importer.plan(
      (earlier.isEmpty ? [register] : []) + sources, options: options(change), existing: existing,
      existingTrust: nil, existingOurs: [:], catalogue: .builtIn)
  }

  static func facts(_ plan: ImportPlan) -> Facts {
    Facts(files: plan.files, catalogue: .builtIn, ours: [URN("100001"): "Ash"])
  }

  static func refusal(_ text: String, _ change: (inout ImportOptions) -> Void = { _ in }) -> ImportRefusal? {
    do throws(ImportRefusal) {
      _ = try plan([text], change)
      return nil
    } catch {
      return error
    }
  }
}

@Suite struct ReturnReaderTests {
  private let maths = """
    100001,Ash,2026-27 Autumn 1,Y4,Maths,,standards,Below,2,31
    100001,Ash,2026-27 Autumn 1,Y4,Maths,,standards,WTS,9,31
    100001,Ash,2026-27 Autumn 1,Y4,Maths,,standards,Expected,15,31
    100001,Ash,2026-27 Autumn 1,Y4,Maths,,standards,GDS,4,31
    100001,Ash,2026-27 Autumn 1,Y4,Maths,Girls & PP,,Expected,4,7
    100001,Ash,2026-27 Autumn 1,Y4,Maths,Girls & PP,,Working towards,3,7

    """

  @Test func countsBecomeSharesWithTheirPupilsAndPlaces() throws {
    let plan = try Returned.plan([Returned.header + maths])
    #expect(plan.reports[1].problems == [] && plan.reports[1].rows == 6)
    #expect(plan.reports[1].periods == [Returned.autumn] && plan.reports[1].schools.matched == 0)
    let facts = Returned.facts(plan)
    let expected = try #require(
      facts.observation(of: Returned.school, "ht.y4.maths.expected", at: Returned.autumn))
    #expect(expected.reading == .value(63.3333) && expected.raw == "19 of 30")
    #expect(expected.n == 30 && expected.roll == 31 && expected.status == "returned")
    #expect(
      expected.place.line == 2 && expected.place.column == "Pupils"
        && expected.place.source.file == "0-return.csv")
    let higher = facts.observation(of: Returned.school, "ht.y4.maths.higher", at: Returned.autumn)
    #expect(higher?.raw == "4 of 30")
    let depth = facts.observation(of: Returned.school, "ht.y4.maths.level.greaterDepth", at: Returned.autumn)
    #expect(depth?.reading == .value(4) && depth?.place.line == 5)
    let crossed = try #require(PupilGroup(rawValue: "girls+disadvantaged"))
    let girls = facts.observation(of: Returned.school, "ht.y4.maths.expected", crossed, at: Returned.autumn)
    #expect(girls?.raw == "4 of 7" && girls?.roll == 7 && girls?.place.line == 6)
    #expect(facts.observation(of: Returned.school, "ht.y4.maths.average", at: Returned.autumn) == nil)
  }

  @Test func scoresAreCountedIntoTheirLevelsAndAveraged() throws {
    let rows = ["99,2", "100,3", "104,4", "110,1"].map {
      "100001,Ash,2026-27 HT1,6,Maths test,all,scaled,\($0),12\n"
    }
    let facts = Returned.facts(try Returned.plan([Returned.header + rows.joined()]))
    func value(_ kind: String) -> Observation? {
      facts.observation(of: Returned.school, "ht.y6.maths-test.\(kind)", at: Returned.autumn)
    }
    #expect(value("expected")?.raw == "8 of 10" && value("higher")?.raw == "1 of 10")
    #expect(value("average")?.reading == .value(102.4) && value("level.from100")?.reading == .value(7))
    #expect(value("assessed")?.roll == 12)
  }

  @Test func oneFileMayHoldHalfTermsOfSeveralYears() throws {
    let other = maths.replacing("2026-27", with: "2025-26")
    let plan = try Returned.plan([Returned.header + maths + other])
    #expect(plan.files.count == 3 && plan.reports.count == 2)
    #expect(plan.files[1].when?.text == "2025/26 Autumn 1" && plan.files[2].when == Returned.autumn)
    #expect(Returned.facts(plan).observations(of: Returned.school).count == 28)
    #expect(
      ImportSummary.lines(plan, dryRun: false).contains {
        $0.contains("2025/26 Autumn 1 to 2026/27 Autumn 1")
      })
  }

  @Test func theHalfTermMayBeSaidBesideTheFile() throws {
    let text = "URN,Year group,Subject,Level,Pupils\n100001,4,Maths,Expected,20\n"
    #expect(Returned.refusal(text)?.mend.contains("--period") == true)
    let plan = try Returned.plan([text]) { options in
      (options.period, options.halfTerm) = (AcademicYear(start: 2026), .autumn1)
    }
    #expect(
      Returned.facts(plan).observation(of: Returned.school, "ht.y4.maths.expected", at: Returned.autumn)?.n
        == 20)
  }

  @Test(arguments: [
    ("1x,,2026-27 Autumn 1,Y4,Maths,,,Expected,15,31", "no-urn"),
    ("100001,,Autumn,Y4,Maths,,,Expected,15,31", "period"),
    ("100001,,2026-27 Autumn 1,Y44,Maths,,,Expected,15,31", "year-group"),
    ("100001,,2026-27 Autumn 1,Y4,,,,Expected,15,31", "no-subject"),
    ("100001,,2026-27 Autumn 1,Y4,Maths,left-handed,,Expected,15,31", "group"),
    ("100001,,2026-27 Autumn 1,Y4,Maths,,houses,Expected,15,31", "scale"),
    ("100001,,2026-27 Autumn 1,Y4,Maths,,standards,Splendid,15,31", "level"),
    ("100001,,2026-27 Autumn 1,Y5,Maths,,scaled,140,15,31", "level"),
    ("100001,,2026-27 Autumn 1,Y4,Maths,,,Expected,15%,31", "count"),
    ("100001,,2026-27 Autumn 1,Y4,Maths,,,Expected,-1,31", "count"),
    ("100001,,2026-27 Autumn 1,Y4,Maths,,,Expected,1.5,31", "count"),
  ])
  func aRowThatCannotBeReadIsSaidWithItsPlaceAndTheRestIsRead(row: String, code: String) throws {
    let plan = try Returned.plan([Returned.header + maths + row + "\n"])
    let problem = try #require(plan.reports[1].problems.first)
    #expect(
      problem.line == 8 && problem.code == code && problem.column != nil
        && plan.reports[1].problems.count == 1)
    #expect(
      Returned.facts(plan).observation(of: Returned.school, "ht.y4.maths.expected", at: Returned.autumn)?.n
        == 30)
  }

  @Test func whatContradictsItselfIsSaid() throws {
    let rows = """
      100001,,2026-27 Autumn 1,Y5,Maths,,standards,Expected,15,20
      100001,,2026-27 Autumn 1,Y5,Maths,,standards,EXS,16,20
      100001,,2026-27 Autumn 1,Y5,Maths,,standards,WTS,10,21
      100001,,2026-27 Autumn 1,Y5,Maths,,scaled,104,3,20
      100001,,2026-27 Autumn 1,Y5,Maths,boys,standards,Expected,26,26
      100009,,2026-27 Autumn 1,Y5,Maths,,standards,Expected,15,20

      """
    let problems = try Returned.plan([Returned.header + rows]).reports[1].problems
    #expect(
      Set(problems.map { "\($0.line) \($0.code)" }) == [
        "3 duplicate", "4 roll", "5 two-scales", "2 coverage", "6 group-larger", "7 unknown-school",
      ])
  }

  @Test func aCountThatIsWithheldWithholdsWhatRestsOnIt() throws {
    let rows =
      "100001,,2026-27 Autumn 1,Y5,Maths,,standards,Expected,15,20\n100001,,2026-27 Autumn 1,Y5,Maths,,standards,WTS,c,20\n"
    let facts = Returned.facts(try Returned.plan([Returned.header + rows]))
    let expected = facts.observation(of: Returned.school, "ht.y5.maths.expected", at: Returned.autumn)
    #expect(expected?.reading == .missing(.suppressed) && expected?.count == .missing(.suppressed))
  }

  @Test func linesThatNobodyFilledInSayNothing() throws {
    let empty = "100002,,2026-27 Autumn 1,Y5,Maths,,standards,Expected,,\n"
    let plan = try Returned.plan([Returned.header + maths + empty])
    #expect(plan.reports[1].problems == [])
    #expect(Returned.facts(plan).observations(of: .school(URN("100002"))).isEmpty)
  }

  @Test func aSchoolsOwnFileAddsAndALaterOneReplacesItsSubject() throws {
    let first = try Returned.plan([
      Returned.header + maths, Returned.header + maths.replacing("100001", with: "100002"),
    ])
    #expect(first.files.count == 3)
    let later = try Returned.plan(
      [Returned.header + maths.replacing("Expected,15", with: "Expected,16")], after: first.files)
    let facts = Facts(files: first.files + later.files, catalogue: .builtIn, ours: [:])
    #expect(
      facts.observation(of: Returned.school, "ht.y4.maths.expected", at: Returned.autumn)?.raw == "20 of 31")
    #expect(
      facts.observation(of: .school(URN("100002")), "ht.y4.maths.expected", at: Returned.autumn)?.raw
        == "19 of 30")
  }

  @Test func twoFilesOfOneReturnAreRefusedInWords() {
    do throws(ImportRefusal) {
      _ = try Returned.plan([Returned.header + maths, Returned.header + maths + "\n"])
      Issue.record("both taken")
    } catch {
      #expect(error.what.contains("both hold the rows of Year 4 maths of URN 100001 for 2026/27 Autumn 1"))
    }
  }

  @Test func importingAgainChangesNothing() throws {
    let first = try Returned.plan([Returned.header + maths])
    let again = try Returned.plan([Returned.header + maths], after: first.files)
    #expect(again.files == [first.files[1]])
  }

  @Test func attendanceAndBehaviourBecomeSharesAndRates() throws {
    let text = """
      URN,Period,Year group,Group,Measure,Count,Out of,Roll
      100001,2026-27 Autumn 1,All,,absence,1240,21980,314
      100001,2026-27 Autumn 1,All,,Persistently absent,41,,314
      100001,2026-27 Autumn 1,All,boys,persistent,25,,160
      100001,2026-27 Autumn 1,Y6,,suspensions,6,,45
      100001,2026-27 Autumn 1,Y6,,moves off roll,1,,45
      100001,2026-27 Autumn 1,Y6,,absence,10,,45
      100001,2026-27 Autumn 1,Y6,,lateness,10,,45

      """
    let plan = try Returned.plan([text])
    #expect(plan.reports[1].problems.map(\.code) == ["no-sessions", "measure"])
    let facts = Returned.facts(plan)
    func raw(_ measure: String, _ group: PupilGroup = .all) -> String? {
      facts.observation(of: Returned.school, measure, group, at: Returned.autumn)?.raw
    }
    #expect(raw("ht.all.absence") == "1240 of 21980" && raw("ht.all.persistent") == "41 of 314")
    #expect(raw("ht.all.persistent", .boys) == "25 of 160" && raw("ht.y6.suspensions") == "6 for 45")
    #expect(
      facts.observation(of: Returned.school, "ht.y6.suspensions", at: Returned.autumn)?.reading
        == .value(13.3333))
    // One pupil who moved is hidden in what leaves the program, and so is the share that tells it.
    let disclosure = Disclosure(facts: facts, rule: SmallGroups())
    for measure in ["ht.y6.offRoll", "ht.y6.offRoll.count"] {
      let moved = try #require(facts.observation(of: Returned.school, measure, at: Returned.autumn))
      #expect(disclosure.isHidden(moved), "\(measure)")
    }
    let absent = try #require(
      facts.observation(of: Returned.school, "ht.all.persistent", at: Returned.autumn))
    #expect(!disclosure.isHidden(absent))
  }

  @Test(arguments: ReturnTemplate.allCases)
  func aTemplateIsReadByTheImporter(template: ReturnTemplate) throws {
    let halfTerm = try #require(Returned.autumn.halfTerm)
    let bytes = template.bytes(of: halfTerm, schools: [], scale: AssessmentScale.builtIn.first)
    let text = String(decoding: bytes, as: UTF8.self)
    if template == .pupils {
      #expect(Returned.refusal(text)?.what.contains("no row") == true)
    } else {
      let report = try Returned.plan([text]).reports[1]
      #expect(report.problems.map(\.code) == ["unknown-school"] && report.rows > 5)
    }
  }

  @Test func aTemplateForASchoolHasItsYearGroups() throws {
    let facts = Returned.facts(try Returned.plan([Returned.header + maths]))
    var school = try #require(facts.school(URN("100001")))
    (school.lowAge, school.highAge) = (4, 7)
    let halfTerm = try #require(Returned.autumn.halfTerm)
    let bytes = ReturnTemplate.halfTerm.bytes(
      of: halfTerm, schools: [school], scale: AssessmentScale.builtIn.first)
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    #expect(lines.count == 1 + 3 * 3 * 5 * 4)
    #expect(lines[1].hasPrefix("100001,Ash,2026-27 Autumn 1,R,Reading,all,standards,Below,,"))
  }
}
