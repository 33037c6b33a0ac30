import FieldbookModel
import TextUI

extension ActionTable {
  static let collections: [Action] = [
    Action(
      "collections.show", "collections", keys: [],
      on: Set(ScreenName.allCases).subtracting([.form, .collections]),
      help: "What schools are asked for in each half-term, and by when.",
      { _, _ in [.open(CollectionsScreen())] }),
    Action.of(
      CollectionsScreen.self, "collection.edit", "change", keys: ["Enter"], on: .collections,
      help: "Change the collection under the cursor.", hint: 10, unless: noneChosen
    ) { screen, context in
      screen.chosen(context).map { [.open(FormScreen(.collection(id: $0.id), context))] } ?? []
    },
    Action.of(
      CollectionsScreen.self, "collection.add", "new", keys: ["A"], on: .collections,
      help: "Plan a further collection.", hint: 20, unless: { _, context in context.snapshot.readOnlyReason }
    ) { _, context in [.open(FormScreen(.collection(id: nil), context))] },
    Action.of(
      CollectionsScreen.self, "collection.remove", "ask no more", keys: ["W"], on: .collections,
      help: "Take the collection out of the plan. What arrived stays.", hint: 30, unless: noneChosen
    ) { screen, context in
      guard let collection = screen.chosen(context) else { return [] }
      let words = "\(collection.asks.title) is no more asked for in \(collection.halfTerm.title)"
      let change = CollectionChange(words.prefix(1).uppercased() + words.dropFirst(), id: collection.id, nil)
      return [.saveCollection(change, then: [])]
    },
  ]

  private static let noneChosen: @Sendable (CollectionsScreen, ScreenContext) -> String? = {
    screen, context in
    context.snapshot.readOnlyReason ?? (screen.chosen(context) == nil ? "Nothing is planned yet" : nil)
  }
}
