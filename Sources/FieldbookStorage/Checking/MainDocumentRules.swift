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
    return problems + schools(tree["ours"]) + CalendarRules.problems(in: tree["calendar"])
      + CollectionCodec.problems(in: tree["collections"])
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

  private static func object(_ pointer: String, _ what: String) -> DocumentProblem {
    DocumentProblem(
      pointer: pointer, code: "type", what: "\(what) is not what it should be",
      mend: "Write {\"138764\": {\"name\": …}}.")
  }
}
