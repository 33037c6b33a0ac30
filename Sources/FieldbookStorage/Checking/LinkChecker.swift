import FieldbookModel
import PlainText

/// Whether records name what is there: links, areas and grades, as their kinds declare them.
struct LinkChecker {
  let reviews: [String: ReadRecord]
  let actions: [String: ReadRecord]
  /// The ids of all documents, those that cannot be read among them, by folder.
  let names: [String: Set<String>]

  func problems(in document: StoredDocument) -> [DocumentProblem] {
    var problems: [DocumentProblem] = []
    let home = home(of: document)
    let framework = home.map { ReviewFramework.framework(of: $0) }
    if document.kind.name == RecordKind.review.name { problems += frozenFramework(of: document) }
    for (kind, part) in RecordTree.parts(of: document.kind, in: document.tree) {
      guard let object = RecordTree.object(part, in: document.tree) else { continue }
      let pointer = part.map { JSONPointer.member($0.id, of: JSONPointer.member($0.plural, of: "")) } ?? ""
      problems += identity(of: part, framework, at: pointer)
      problems += missingArea(kind, object, in: document, at: pointer)
      for field in kind.fields {
        guard let tree = object[field.name], let value = FieldCodec.value(tree, field.type) else { continue }
        let place = JSONPointer.member(field.name, of: pointer)
        problems += links(field, value, home, at: place)
        guard let framework,
          let what = FrameworkWords.unknown(field, value, area: part?.id ?? "", framework)
        else { continue }
        problems.append(
          DocumentProblem(
            pointer: place, code: "framework", what: what, mend: "Name one that the framework has."))
      }
    }
    return problems
  }

  /// The review whose findings and areas a document speaks of: itself, or the one that an action came from.
  private func home(of document: StoredDocument) -> JSONValue? {
    if document.kind.name == RecordKind.review.name { return document.tree }
    return document.tree["review"]?.string.flatMap { reviews[$0]?.document.tree }
  }

  /// What a formal review needs and a note of visit does not.
  private func missingArea(
    _ kind: RecordKind, _ object: JSONValue, in document: StoredDocument, at pointer: String
  ) -> [DocumentProblem] {
    kind.fields.filter { field in
      field.isRequiredInReviews && EditRules.isRequired(field, in: document) && object[field.name] == nil
    }.map { field in
      DocumentProblem(
        pointer: pointer, code: "missing", what: "the \(kind.name) has no “\(field.name)”",
        mend: "Add “\(field.name)”: \(FieldCodec.expectation(field.type)).")
    }
  }

  private func frozenFramework(of document: StoredDocument) -> [DocumentProblem] {
    let frozen = document.tree["frameworkUsed"]
    guard frozen.flatMap(FrameworkCodec.framework) == nil else { return [] }
    let pointer = frozen == nil ? "" : "/frameworkUsed"
    return [
      DocumentProblem(
        pointer: pointer, code: "framework", what: "the framework it was begun with cannot be read",
        mend: "Write “frameworkUsed” with id, title, areas and scales, as in another review.")
    ]
  }

  /// The id of a judgement is an area's, that of an answer an action's.
  private func identity(
    of part: RecordAddress.Part?, _ framework: Framework?, at pointer: String
  ) -> [DocumentProblem] {
    guard let part else { return [] }
    switch part.plural {
    case RecordKind.judgement.plural:
      guard let framework, framework.area(part.id) == nil else { return [] }
      let what = "“\(part.id)” is no area of \(framework.title)"
      return [
        DocumentProblem(
          pointer: pointer, code: "framework", what: what, mend: "Put the judgement under the id of an area.")
      ]
    case RecordKind.answer.plural:
      return isKnown(part.id, RecordKind.action.plural, nil)
        ? [] : [missing(part.id, RecordKind.action.plural, pointer)]
    default: return []
    }
  }

  private func links(
    _ field: RecordField, _ value: FieldValue, _ home: JSONValue?, at pointer: String
  ) -> [DocumentProblem] {
    switch (field.type, value) {
    case (.link(let plural), .text(let id)):
      return id.isEmpty || isKnown(id, plural, home) ? [] : [missing(id, plural, pointer)]
    case (.links(let plural), .texts(let ids)):
      return ids.enumerated().filter { !isKnown($0.element, plural, home) }.map {
        missing($0.element, plural, JSONPointer.element($0.offset, of: pointer))
      }
    default: return []
    }
  }

  private func isKnown(_ id: String, _ plural: String, _ home: JSONValue?) -> Bool {
    if let documents = names[plural] { return documents.contains(id) }
    // The review itself cannot be read: that is said elsewhere.
    guard let home else { return true }
    return home[plural]?[id] != nil
  }

  private func missing(_ id: String, _ plural: String, _ pointer: String) -> DocumentProblem {
    DocumentProblem(
      pointer: pointer, code: "link", what: "“\(id)” is not among the \(plural)",
      mend: "Name one that is there, or take the id out.")
  }
}
