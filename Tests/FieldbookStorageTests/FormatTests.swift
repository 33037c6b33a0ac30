import FieldbookModel
import PlainText
import Synchronization
import Testing

@testable import FieldbookStorage

struct FormatTests {
  @Test func `An older document is upgraded step by step, a newer one is not touched`() throws {
    let format = DocumentFormat(
      "poem", version: 3,
      migrations: [
        Migration(version: 2, name: "lines become a list") { tree in
          tree["lines"] = .array([tree["line"] ?? .null])
          tree["line"] = nil
        },
        Migration(version: 3, name: "lines have a count") { tree in
          tree["count"] = .number(JSONNumber(tree["lines"]?.array?.count ?? 0))
        },
      ])
    var old: JSONValue = ["format": "poem", "version": 1, "line": "Tyger", "own": 1]
    #expect(try format.admit(&old) == .upgraded)
    #expect(old == ["format": "poem", "version": 3, "lines": ["Tyger"], "count": 1, "own": 1])
    #expect(try format.admit(&old) == .current)
    var new: JSONValue = ["format": "poem", "version": 4, "line": 7]
    #expect(try format.admit(&new) == .newer(4))
    #expect(new == ["format": "poem", "version": 4, "line": 7])
  }

  @Test func `Identities rise, even while the clock stands still or goes back`() {
    let times = [5, 5, 5, 3, 9, 9, 1]
    var last = ""
    let maker = IdentityMaker(IdentitySource(milliseconds: { 5 }, random: { UInt64.max }))
    for _ in 0..<5000 {
      let next = maker.record().text
      #expect(last < next)
      last = next
    }
    let counter = Counter()
    let jumping = IdentityMaker(
      IdentitySource(milliseconds: { times[counter.next() % times.count] }, random: { 0 }))
    last = ""
    for _ in times {
      let next = jumping.write(by: WriterID(number: 0xABC)).text
      #expect(last < next)
      #expect(next.hasSuffix("000000000abc"))
      last = next
    }
  }

  @Test
  func `The built-in framework has the nine areas in order, each with a scale, prompts and a short title`()
    throws
  {
    let framework = try #require(Frameworks.builtIn.first)
    #expect(framework.id == "ofsted-2025")
    #expect(
      framework.areas.map(\.id) == [
        "inclusion", "curriculum", "achievement", "attendance", "development", "leadership", "earlyYears",
        "sixthForm",
        "safeguarding",
      ])
    #expect(framework.areas.filter(\.isOptional).map(\.id) == ["earlyYears", "sixthForm"])
    #expect(
      framework.levels(of: "curriculum").map(\.shortTitle) == [
        "Exceptional", "Strong", "Expected", "Attention", "Urgent",
      ])
    #expect(framework.levels(of: "safeguarding").map(\.id) == ["met", "notMet"])
    for area in framework.areas {
      #expect(DisplayWidth.of(area.shortTitle) <= 20)
      #expect((2...4).contains(area.prompts.count))
      #expect(!framework.levels(of: area.id).isEmpty)
    }
    #expect(FrameworkCodec.framework(FrameworkCodec.tree(framework)) == framework)
  }

  @Test func `Every measure of the built-in catalogue can be read, with a short title that fits`() throws {
    let tree = try JSONValue.parse(PackageResources.measures_json)
    #expect(Catalogue.builtIn.measures.count == tree["measures"]?.array?.count)
    #expect(Set(Catalogue.builtIn.measures.map(\.id)).count == Catalogue.builtIn.measures.count)
    #expect(Catalogue.builtIn["rwmExp"]?.unit == .percent)
    #expect(Catalogue.builtIn["rwmHigh"]?.isProduced(in: AcademicYear(start: 2019)) == false)
    for measure in Catalogue.builtIn.measures {
      #expect(DisplayWidth.of(measure.shortTitle) <= 14, "\(measure.id)")
      #expect(!measure.definition.isEmpty)
    }
  }

  @Test func `Every member that a kind declares is in the document of the format`() throws {
    let place = String(#filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined())
    let text = String(decoding: try LocalDisk().read(place + "/docs/format.md"), as: UTF8.self)
    let kinds = RecordKind.documents + RecordKind.documents.flatMap(\.parts)
    for kind in kinds {
      #expect(text.contains("`\(kind.plural)`"), "\(kind.plural)")
      for field in kind.fields { #expect(text.contains("`\(field.name)`"), "\(kind.name).\(field.name)") }
    }
  }
}

/// Counts up from nought.
private final class Counter: Sendable {
  private let count = Mutex(0)

  func next() -> Int {
    count.withLock { count in
      defer { count += 1 }
      return count
    }
  }
}
