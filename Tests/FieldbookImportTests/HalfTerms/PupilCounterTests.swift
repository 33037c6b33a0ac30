import FieldbookImport
import FieldbookModel
import FieldbookStorage
import PlainText
import Testing

@Suite struct PupilCounterTests {
  /// Stands in every field that could hold anything of a pupil.
  static let canary = "Qzcanary"

  private static let header =
    "UPN,Surname,Forename,Date of birth,Year group,Sex,PP,SEN,EAL,Reading,Maths,Note\n"

  private static func pupil(_ number: Int, _ rest: String) -> String {
    "\(canary)U\(number),\(canary)S,\(canary)F,\(canary)D,\(rest),\(canary)N\n"
  }

  private static let list =
    header
    + (0..<12).map {
      pupil($0, "4,\($0 % 2 == 0 ? "F" : "M"),\($0 < 4 ? "Y" : "N"),N,N,EXS,\($0 < 5 ? "GDS" : "WTS")")
    }.joined()
    + pupil(12, "4,F,N,K,Y,,A")

  private func plan(
    _ text: String, _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws(ImportRefusal) -> ImportPlan {
    try Returned.plan([text], name: "pupils.csv") { options in
      (options.period, options.halfTerm) = (AcademicYear(start: 2026), .autumn1)
      options.school = URN("100001")
      change(&options)
    }
  }

  @Test func aListIsCountedAndNothingOfItIsKept() throws {
    let plan = try plan(Self.list)
    let facts = Returned.facts(plan)
    func raw(_ measure: String, _ group: String = "all") -> String? {
      PupilGroup(rawValue: group).flatMap {
        facts.observation(of: Returned.school, "ht.y4.\(measure)", $0, at: Returned.autumn)?.raw
      }
    }
    #expect(raw("reading.expected") == "12 of 12" && raw("maths.higher") == "5 of 12")
    #expect(raw("maths.roll") == "13" && raw("reading.expected", "girls") == "6 of 6")
    #expect(raw("maths.higher", "girls+disadvantaged") == "2 of 2" && raw("maths.roll", "senSupport") == "1")
    #expect(plan.reports[1].pupilsCounted == 13)
    #expect(ImportSummary.lines(plan, dryRun: false).joined(separator: " ").contains("13 read, 0 kept"))
    #expect(plan.files[1].source.file == "a list of pupils, counted and not kept")
  }

  @Test(arguments: [
    list, list.replacing(",EXS,", with: ",\(canary),"), list.replacing(",4,F", with: ",\(canary),F"),
    list.replacing(",N,N,", with: ",\(canary),\(canary),"), list.replacing(",F,", with: ",\(canary),"),
    header + pupil(1, "4,F,N,N,N,101,\(canary)"),
  ])
  func nothingOfAnyPupilIsInWhatIsMadeOfTheList(text: String) {
    var said: [String] = []
    do throws(ImportRefusal) {
      let plan = try plan(text)
      said += ImportSummary.lines(plan, dryRun: false)
      said.append(
        String(decoding: ImportSummary.json(plan, written: true, dryRun: false).encoded(), as: UTF8.self))
      said.append("\(plan)")
    } catch {
      said.append("\(error) \(error.message)")
    }
    #expect(!said.joined().contains(Self.canary))
  }

  @Test func withoutAHalfTermASchoolOrAPlainScaleItIsRefusedAsBefore() throws {
    func refusal(_ text: String, _ change: @escaping (inout ImportOptions) -> Void) -> ImportRefusal? {
      do throws(ImportRefusal) {
        _ = try plan(text, change)
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal(Self.list) { $0.halfTerm = nil }?.mend.contains("--period") == true)
    #expect(refusal(Self.list) { $0.school = nil }?.mend.contains("--school") == true)
    let scores = Self.header + Self.pupil(1, "4,F,N,N,N,101,102")
    #expect(refusal(scores) { _ in }?.mend.contains("--scale") == true)
    #expect(refusal(scores) { $0.scale = "scaled" } == nil)
    #expect(
      refusal(Self.list.replacing("Reading,Maths", with: "X,Y")) { _ in }?.what.contains("single pupils")
        == true)
    let target = refusal(Self.list.replacing("Maths", with: "Maths target")) { _ in }
    #expect(target?.what.contains("should reach") == true)
  }

  @Test func whatIsNotUnderstoodIsSaidByLineAndColumnAlone() throws {
    let problems = try plan(Self.list + Self.pupil(13, "4,F,N,N,N,Splendid,WTS")).reports[1].problems
    #expect(problems.map(\.line) == [15] && problems[0].column == "Reading" && problems[0].found == nil)
  }
}
