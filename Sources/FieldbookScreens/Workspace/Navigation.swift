import FieldbookModel
import PlainText
import TextUI

/// Where the user is: the screens opened one from another, the line being typed, and the latest message.
public struct Navigation: Sendable {
  /// A screen and how far its blocks are scrolled.
  struct Place: Sendable {
    var screen: any Screen
    var memory = ScrollMemory()
  }

  /// A line being typed at the foot of the screen.
  struct OpenPrompt: Sendable {
    var kind: PromptKind
    var editor: LineEditor
    var chosen = 0
    var before: (any Screen)?
  }

  /// What was last said, until the next key.
  public struct Message: Sendable, Hashable {
    /// The words.
    public var text: String
    /// How they are meant.
    public var role: Role
  }

  private var places: [Place]
  var prompt: OpenPrompt?
  /// The line that waits while a phrase for it is chosen.
  var heldPrompt: OpenPrompt?
  /// What was cut out of texts, so that it can be pasted into another form or line.
  private var clippings = Clippings()
  /// What is being taught at the foot of the screen.
  public internal(set) var teaching: Teaching?
  /// What was last said.
  public var message: Message?
  /// Long work that is under way.
  public var progress: Progress?
  /// The school that alone is shown, in visit mode.
  public internal(set) var visit: Visit?

  /// Opens on the schools.
  public init() {
    places = [Place(screen: SchoolsScreen())]
  }

  /// The screen in front.
  public var front: any Screen {
    get { places[places.count - 1].screen }
    set { places[places.count - 1].screen = newValue }
  }

  /// The name of the screen in front.
  public var screenName: ScreenName { front.name }

  /// All screens that are open one from another, the first one first.
  var screens: [any Screen] { places.map(\.screen) }

  /// How many screens are open one from another.
  public var depth: Int { places.count }

  /// Whether keys are text just now.
  public var isTyping: Bool { prompt != nil || front is FormScreen }

  /// The room the text of a form has, as it was last drawn.
  var editorSize: TerminalSize {
    let memory = places[places.count - 1].memory
    return TerminalSize(columns: memory.widths["form"] ?? 76, rows: memory.heights["form"] ?? 18)
  }

  /// What is being typed and not yet accepted.
  public var draft: TypedDraft? {
    if let prompt = heldPrompt ?? prompt, case .capture(let review, let area) = prompt.kind {
      let context = Navigation.captureContext(review: review, area: area)
      return prompt.editor.isEmpty ? nil : TypedDraft(context: context, texts: ["text": prompt.editor.text])
    }
    return front.draft
  }

  /// What the draft of a captured line belongs to. The area is kept beside it, so that it can be filed as it was meant.
  static func captureContext(review: String, area: String) -> [String: String] {
    ["form": "evidence.capture", "review": review, "area": area]
  }

  // MARK: Keys

  /// Answers a key.
  public mutating func handle(_ key: Key, _ context: ScreenContext) -> [Effect] {
    message = nil
    learn(context)
    lendClippings()
    defer { takeClippings() }
    if prompt != nil { return handlePrompt(key, context) }
    if let action = context.keys.action(for: key, on: front.name) { return perform(action, context) }
    if case .alt(let letter) = key, !(front is FormScreen) {
      // Esc and a letter typed at once arrive as one key.
      return handle(.escape, context) + [.press(.character(letter))]
    }
    if front is FormScreen { return pressInForm(key, context) }
    return [.say(unknown(key, context), .caution)]
  }

  /// What was cut elsewhere can be pasted in the text in front.
  private mutating func lendClippings() {
    if prompt != nil {
      prompt?.editor.clippings = clippings
    } else if var form = front as? FormScreen, form.clippings != clippings {
      form.clippings = clippings
      front = form
    }
  }

  private mutating func takeClippings() {
    if let prompt {
      clippings = prompt.editor.clippings
    } else if let form = front as? FormScreen {
      clippings = form.clippings
    }
  }

  private func unknown(_ key: Key, _ context: ScreenContext) -> String {
    if case .paste = key {
      return
        "Paste into text: in a review, press \(context.key("evidence.add", on: .review)) for a note first"
    }
    let help = context.key(front is HelpScreen ? "help.hide" : "help.show", on: front.name)
    return "\(key.name) does nothing here: \(help) \(front is HelpScreen ? "goes back" : "shows the keys")"
  }

  /// Runs an action, or says why it cannot be done.
  public mutating func perform(_ action: Action, _ context: ScreenContext) -> [Effect] {
    if let reason = action.unavailable(self, context) { return [.say(reason, .caution)] }
    return action.perform(&self, context)
  }

  /// Runs the action with that id as it works on the front screen, or says where it works.
  public mutating func perform(id: String, _ context: ScreenContext) -> [Effect] {
    let actions = ActionTable.actions(id: id)
    if let action = actions.first(where: { $0.screens.contains(front.name) }) {
      return perform(action, context)
    }
    guard let other = actions.first else { return [.say("There is no action “\(id)”", .caution)] }
    let places = ScreenName.allCases.filter { name in actions.contains { $0.screens.contains(name) } }
    return [.say("\(other.id) works on: \(places.map(\.title).joined(separator: ", "))", .caution)]
  }

  // MARK: Moving between screens

  /// Opens a screen in front.
  public mutating func open(_ screen: any Screen) {
    places.append(Place(screen: screen))
  }

  /// Opens a screen that the user asked for: a review that is being conducted opens in visit mode.
  public mutating func open(_ screen: any Screen, _ context: ScreenContext) {
    open(screen)
    beginVisitByItself(context)
  }

  /// Puts a screen in the place of the front one.
  public mutating func replace(_ screen: any Screen) {
    places[places.count - 1] = Place(screen: screen)
  }

  /// Closes everything and shows the first screen of a section.
  public mutating func section(_ screen: any Screen) {
    if let visit { return sectionOfVisit(screen, visit) }
    places = [Place(screen: screen)]
  }

  /// Closes the front screen; the first one stays.
  public mutating func close() {
    if places.count > 1 { places.removeLast() }
  }

  mutating func goBack(_ context: ScreenContext) -> [Effect] {
    if progress != nil { return [.stopWriting] }
    if front is ArrivedScreen, (front.find ?? "").isEmpty { return [.arrive(.drop), .back] }
    if let find = front.find, !find.isEmpty, !(front is EverythingScreen) {
      front.find = ""
      return []
    }
    if let effects = widened(context) { return effects }
    if var review = front as? ReviewScreen, review.pane == .panel {
      review.pane = .areas
      front = review
      return []
    }
    if let effects = backOutOfVisit() { return effects }
    return places.count == 1 ? [.section(SchoolsScreen())] : [.back]
  }

  /// Whether there is nowhere to go back to, and nothing narrowed to widen again.
  func isAtStart(_ context: ScreenContext) -> Bool {
    progress == nil && places.count == 1 && front.name == .schools && (front.find ?? "").isEmpty
      && widened(context) == nil
  }

  mutating func move(_ movement: Movement, _ context: ScreenContext) {
    let memory = places[places.count - 1].memory
    front.move(movement, height: { memory.heights[$0] ?? 10 }, context)
  }

  mutating func nextMatch(_ movement: Movement, _ context: ScreenContext) -> [Effect] {
    let memory = places[places.count - 1].memory
    front.goToMatch(movement, height: { memory.heights[$0] ?? 10 }, context)
    return []
  }

  // MARK: Unfinished text

  /// The draft `d` would go on with: of the review in front, else the newest.
  func resumable(_ context: ScreenContext) -> TypedDraft? {
    if let review = front as? any OneReviewScreen {
      return context.snapshot.drafts.first { $0.context["review"] == review.id }
    }
    return context.snapshot.drafts.first
  }

  mutating func resume(_ context: ScreenContext) -> [Effect] {
    guard let draft = resumable(context) else { return [] }
    let review = draft.context["review"] ?? ""
    guard (front as? any OneReviewScreen)?.id != review, context.snapshot.review(review) != nil else {
      return Navigation.goOn(with: draft, context)
    }
    let screen = ReviewScreens.screen(of: review, area: draft.context["area"] ?? "", context)
    return [.open(screen)] + Navigation.goOn(with: draft, context)
  }

  /// Opens unfinished text: a line that was being typed in its line, else its form.
  static func goOn(with draft: TypedDraft, _ context: ScreenContext) -> [Effect] {
    if draft.context["form"] == "evidence.capture", let review = draft.context["review"] {
      let area = draft.context["area"] ?? ""
      let open = Effect.prompt(.capture(review: review, area: area), text: draft.texts["text"] ?? "")
      guard let closed = context.snapshot.review(review), !closed.state.isEditable else { return [open] }
      let words = "The review is \(closed.state.title): this cannot be saved. Emptied, Esc drops it"
      return [open, .say(words, .caution)]
    }
    guard let purpose = FormPurpose(context: draft.context) else {
      return [.say("That draft belongs to a form this version does not know: it is kept", .caution)]
    }
    return [.open(FormScreen(purpose, context))]
  }

  /// Says something in the status line until the next key.
  public mutating func say(_ text: String, _ role: Role) {
    message = Message(text: text, role: role)
  }

  // MARK: Drawing

  /// Takes over how far the blocks of a drawn copy were scrolled.
  public mutating func takeMemory(from drawn: Navigation) {
    for index in places.indices where drawn.places.indices.contains(index) {
      places[index].memory = drawn.places[index].memory
    }
  }

  /// Draws the front screen.
  public mutating func frame(_ context: ScreenContext) -> Canvas {
    let page = page(context)
    return PageLayout.draw(page, size: context.size, memory: &places[places.count - 1].memory)
  }

  /// What the front screen says, with message, hints and prompt.
  public func page(_ context: ScreenContext) -> Page {
    var page = front.page(context)
    if front is any JumpingScreen { JumpRows.mark(front.find, on: &page, of: front.name, context) }
    if let prompt { describe(prompt, on: &page, context) } else { page.hints = hints(context) }
    describeVisit(on: &page, context)
    describeTeaching(on: &page, context)
    if let progress, prompt == nil, !(front is FormScreen) {
      page.status = progress.line(columns: context.size.columns, isSpoken: context.isSpoken)
    }
    if let message { page.status = Line(message.text, Style(message.role, bold: message.role != .plain)) }
    return page
  }

  private func hints(_ context: ScreenContext) -> [Hint] {
    let name = front.name
    return ActionTable.hinted(on: name).compactMap { action in
      guard action.unavailable(self, context) == nil else { return nil }
      // An action that the user has left without a key is found by `:`.
      let title = (front as? FormScreen)?.title(of: action) ?? action.title
      return context.keys.keys(of: action, on: name).first.map { Hint(key: $0.name, title: title) }
    }
  }
}
