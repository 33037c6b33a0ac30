import FieldbookModel
import FieldbookScreens

extension Snapshot {
  /// Carries out an edit as a workspace would, without any disk.
  mutating func apply(_ edit: RecordEdit) {
    for change in edit.changes { apply(change) }
    revision += 1
  }

  private mutating func apply(_ change: RecordEdit.Change) {
    let address = change.address
    if address.folder == "actions" {
      var record = action(address.document)?.record ?? Record(id: address.document)
      record.take(change.values)
      let others = actions.filter { $0.id != record.id }
      setRecords(reviews: reviews, actions: others + [AgreedAction(record)])
      return
    }
    var record = review(address.document)?.record ?? Record(id: address.document)
    if let part = address.part {
      record.parts[part.plural, default: [:]][part.id, default: Record(id: part.id)].take(change.values)
    } else {
      record.take(change.values)
    }
    let framework = frameworks.first { $0.id == record.text("framework") } ?? Invented.framework
    let others = reviews.filter { $0.id != record.id }
    setRecords(reviews: others + [Review(record: record, framework: framework)], actions: actions)
  }
}

extension Snapshot {
  /// Carries out a change of the phrases as a workspace would.
  mutating func apply(_ change: PhraseChange) {
    var own = Record(id: "")
    for phrase in phrases.all where !phrase.isBuiltIn {
      own.parts["phrases", default: [:]][phrase.id] = Record(
        id: phrase.id,
        values: [
          "text": .text(phrase.text), "areas": .texts(phrase.areas), "withdrawn": .text(phrase.withdrawn),
          "use": .text(phrase.use?.rawValue ?? ""),
        ])
    }
    for (id, values) in change.values {
      own.parts["phrases", default: [:]][id, default: Record(id: id)].take(values)
    }
    own.values["order"] = .texts(change.order ?? phrases.all.map(\.id))
    phrases = PhraseBook(own)
    revision += 1
  }
}

extension Record {
  fileprivate mutating func take(_ changes: [String: FieldValue?]) {
    for (name, value) in changes { values[name] = value.flatMap { $0 } }
  }
}
