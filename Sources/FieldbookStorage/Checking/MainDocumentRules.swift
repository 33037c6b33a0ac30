import FieldbookModel
import PlainText

/// What `fieldbook.json` must hold.
enum MainDocumentRules {
  static func problems(in tree: JSONValue) -> [DocumentProblem] {
    var problems: [DocumentProblem] = []
    func report(_ pointer: String, _ code: String, _ what: String, _ mend: String) {
      problems.append(DocumentProblem(pointer: pointer, code: code, what: what, mend: mend))
    }
    if tree["id"]?.string.flatMap(RecordID.init(text:)) == nil {
      report("/id", "type", "“id” is not an identity", "Put back the workspace's id.")
    }
    if tree["name"]?.string == nil {
      report("/name", "type", "the workspace has no name", "Write “name”: a text in quotation marks.")
    }
    if let trust = tree["trust"], trust.string == nil, !trust.isNull {
      report(
        "/trust", "type", "“trust” is \(trust.kind)", "Write the trust's name in quotation marks, or null.")
    }
    if let minimum = tree["settings"]?["smallGroupMinimum"], (minimum.int ?? 0) < 1 {
      let mend = "Write a whole number from 1."
      report(
        "/settings/smallGroupMinimum", "type", "the smallest group to be shown is not a number of pupils",
        mend)
    }
    if let framework = tree["settings"]?["framework"], framework.string == nil, !framework.isNull {
      report(
        "/settings/framework", "type", "the usual framework is \(framework.kind)",
        "Write the id of a framework in quotation marks, or null.")
    }
    return problems + schools(tree["ours"]) + years(tree["calendar"])
  }

  private static func schools(_ ours: JSONValue?) -> [DocumentProblem] {
    guard let schools = ours?.object else {
      return ours == nil ? [] : [object("/ours", "“ours”")]
    }
    return schools.sorted { $0.key < $1.key }.compactMap { urn, school in
      let pointer = JSONPointer.member(urn, of: "/ours")
      if !URN(urn).isValid {
        return DocumentProblem(
          pointer: pointer, code: "urn", what: "“\(urn)” is not a URN",
          mend: "Write a URN: five to seven digits.")
      }
      return school["name"]?.string == nil ? object(pointer, "the school") : nil
    }
  }

  private static func years(_ calendar: JSONValue?) -> [DocumentProblem] {
    guard let years = calendar?.object else {
      return calendar == nil ? [] : [object("/calendar", "“calendar”")]
    }
    return years.sorted { $0.key < $1.key }.compactMap { year, dates in
      guard AcademicYear(text: year) == nil || CalendarCodec.spans(dates) == nil else { return nil }
      return DocumentProblem(
        pointer: JSONPointer.member(year, of: "/calendar"), code: "calendar",
        what: "“\(year)” is not a year with six half-terms in order",
        mend: "Write “2026/27” and six pairs of days, the first and last school day of each.")
    }
  }

  private static func object(_ pointer: String, _ what: String) -> DocumentProblem {
    DocumentProblem(
      pointer: pointer, code: "type", what: "\(what) is not what it should be",
      mend: pointer == "/calendar"
        ? "Write {} or years with their half-terms." : "Write {\"138764\": {\"name\": …}}.")
  }
}
