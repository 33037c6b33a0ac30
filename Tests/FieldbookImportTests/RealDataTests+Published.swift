import FieldbookImport
import FieldbookModel
import Testing

/// Figures that were counted in the files by other means than the importer's.
extension RealDataTests {
  private func plan(_ names: String..., period: Int? = nil, asAt: CalendarDate? = nil) throws -> ImportPlan {
    var trial = Trial(trust: "glf schools", period: period.map { AcademicYear(start: $0) }, asAt: asAt)
    trial.catalogue = try TestCatalogue.catalogue()
    return try trial.plan(try (["surrey/2021_936_gias.csv"] + names).map(Self.open))
  }

  private func facts(_ plan: ImportPlan) throws -> Facts {
    Facts(files: plan.files, catalogue: try TestCatalogue.catalogue(), ours: plan.ours)
  }

  @Test func theAbsenceOfEnglandIsFound() throws {
    guard Self.present() else { return }
    let plan = try plan("england/england_abs.csv", period: 2018)
    let report = plan.reports[1]
    #expect(report.rows == 21_217 && report.schools.kept == 21_214 && report.problems.isEmpty)
    #expect(report.observations == 42_434 && report.count("number") == 41_570)
    #expect(report.count("suppressed") == 864 && report.columnsUnused.isEmpty)
    let facts = try facts(plan)
    let year = AcademicYear(start: 2018)
    #expect(facts.observation(of: .school(URN("100000")), "pa", in: year)?.reading == .value(3.4))
    #expect(facts.observation(of: .englandKind(.secondary), "pa", in: year)?.reading == .value(13.7))
    #expect(facts.observation(of: .englandKind(.special), "absence", in: year)?.reading == .value(10.1))
  }

  @Test func theProgressOfEnglandIsFoundOnceItsYearIsSaid() throws {
    guard Self.present() else { return }
    let refusal = try Trial().refusal([Self.open("england/england_ks2final.csv")])
    #expect(refusal.what.contains("which academic year"))
    let plan = try plan("england/england_ks2final.csv", period: 2018)
    let report = plan.reports[1]
    #expect(report.format == "ks2-progress" && report.rows == 16_355 && report.schools.kept == 16_355)
    #expect(report.observations == 98_130 && report.count("number") == 91_746)
    #expect(report.count("missing") == 3_553 && report.count("suppressed") == 2_787)
    #expect(report.count("lowCoverage") == 44 && report.problems.isEmpty)
    let progress = try facts(plan).observation(
      of: .school(URN("141279")), "readProg", in: AcademicYear(start: 2018))
    #expect(progress?.reading == .value(2.6) && progress?.place.line == 2)
  }

  @Test func theListOfGroupsHasMoreOfTheTrustThanTheRegister() throws {
    guard Self.present() else { return }
    let plan = try plan("england/group_links.csv")
    let report = plan.reports[1]
    #expect(report.rows == 20_395 && report.schools.kept == 13_080 && report.problems.isEmpty)
    #expect(plan.ours.count == 24 && plan.listed == 41)
    #expect(ImportSummary.words(plan).contains("the files cover 24 of the 41 that the list of groups has"))
    let groups = try facts(plan).groups
    let glyn = groups.memberships(of: URN("136534"))
    #expect(glyn.map(\.kind) == ["Multi-academy trust", "School sponsor"])
    #expect(glyn[0].companyNumber == "07551959" && glyn[0].name == "GLF SCHOOLS")
    #expect(glyn[0].joined == CalendarDate(year: 2011, month: 4, day: 1))
  }

  @Test func theLinksOfEnglandCarrySurreysHistoryOn() throws {
    guard Self.present() else { return }
    let plan = try plan(
      "england/gias_links.csv", "surrey/2016-2017_936_ks2final.csv", "surrey/2017-2018_936_ks2final.csv",
      "surrey/2016-2017_936_ks4final.csv", "surrey/2017-2018_936_ks4final.csv")
    #expect(plan.reports[1].rows == 29_813 && plan.reports[1].encoding == "Windows-1252")
    #expect(plan.reports.flatMap(\.problems).isEmpty)
    let results = plan.reports.dropFirst(2).map(\.schools)
    #expect(results.map(\.matched) == [12, 12, 3, 5])
    #expect(results.map(\.viaPreviousUrn) == [2, 2, 1, 0])
    let facts = try facts(plan)
    #expect(facts.school(URN("142019"))?.previousURNs.map(\.text) == ["125128", "130026", "130059"])
    #expect(facts.school(URN("139557"))?.previousURNs == [])
    let earlier = facts.observation(of: .school(URN("146024")), "rwmExp", in: AcademicYear(start: 2016))
    #expect(earlier?.previousURN == URN("131991") && earlier?.reading.value != nil)
  }

  @Test func theListOfAllSchoolsFillsInWhatTheRegisterLacks() throws {
    guard Self.present() else { return }
    let plan = try plan("england/school_details_2018.csv")
    #expect(plan.reports[1].rows == 26_078 && plan.reports[1].schools.kept == 26_078)
    let schools = try facts(plan).schools
    #expect(schools.values.filter(\.isClosed).count > 2_000)
    #expect(schools[URN("100000")]?.place == "London, EC3A 5DE")
    #expect(schools[URN("138764")]?.laName == "Surrey")
  }
}
