import FieldbookModel
import TextUI

extension Navigation {
  /// Opens a line at the foot of the screen.
  public mutating func open(_ kind: PromptKind, text: String, _ context: ScreenContext) {
    if kind == .phrase { return beginPhrases() }
    var (kind, text) = (kind, text)
    if case .capture(let review, let area) = kind, text.isEmpty {
      let draft = context.snapshot.drafts.first {
        $0.context["form"] == "evidence.capture" && $0.context["review"] == review
      }
      text = draft?.texts["text"] ?? ""
      // It is filed where it was begun, and its draft is the same one.
      kind = .capture(review: review, area: draft?.context["area"] ?? area)
      if !text.isEmpty { message = Message(text: "Your unfinished note is back", role: .good) }
    }
    prompt = OpenPrompt(kind: kind, editor: LineEditor(text), before: kind == .find ? front : nil)
    if kind == .find { front.find = text }
  }

  /// What the line in front will ask for, to be got ready by whoever is not waited for; nil where it asks for nothing.
  public func preparation(_ context: ScreenContext) -> (@Sendable () -> Void)? {
    guard prompt?.kind == .find else { return nil }
    return { [front] in front.prepareToFind(context) }
  }

  mutating func handlePrompt(_ key: Key, _ context: ScreenContext) -> [Effect] {
    guard var open = prompt else { return [] }
    switch key {
    case .escape: return leavePrompt(open, context)
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    case .control("g"): return [.blank]
    case .enter: return acceptPrompt(open, context)
    case .up, .down, .tab: return choose(key, &open, context)
    case _ where asksForPhrases(key, context):
      beginPhrases()
      return []
    default:
      if open.editor.handle(key) {
        open.chosen = 0
        prompt = open
        return typed(open, context)
      }
      return []
    }
  }

  private mutating func typed(_ open: OpenPrompt, _ context: ScreenContext) -> [Effect] {
    if open.kind == .path { return lookedInto(open, context) }
    guard open.kind == .find else { return [] }
    front.find = open.editor.text
    front.landOnMatch(context)
    return []
  }

  private mutating func leavePrompt(_ open: OpenPrompt, _ context: ScreenContext) -> [Effect] {
    if open.kind == .phrase {
      endPhrases()
      return []
    }
    prompt = nil
    if let before = open.before { front = before }
    if front is EverythingScreen, (front.find ?? "").isEmpty { return [.back] }
    if case .capture(let review, let area) = open.kind {
      if open.editor.isEmpty {
        return [.discardDraft(Navigation.captureContext(review: review, area: area))]
      }
      return [.say("Kept as a draft: \(context.key("evidence.add", on: .review)) goes on with it", .plain)]
    }
    return []
  }

  private mutating func acceptPrompt(_ open: OpenPrompt, _ context: ScreenContext) -> [Effect] {
    switch open.kind {
    case .find:
      prompt = nil
      // Line mode reads out what was found before anything of it is opened.
      return front is EverythingScreen && !context.isSpoken ? perform(id: "found.open", context) : []
    case .palette:
      prompt = nil
      let matches = Palette.matches(open.editor.text, on: front.name)
      guard matches.indices.contains(open.chosen) else {
        return [.say("No action is called “\(open.editor.text)”", .caution)]
      }
      return perform(id: matches[open.chosen].id, context)
    case .phrase: return insertPhrase(open, context)
    case .choose(let chooser): return accept(chooser, open, context)
    case .range: return acceptRange(open, context)
    case .viewName: return acceptViewName(open, context)
    case .path: return acceptPath(open, context)
    case .capture(let review, let area):
      return capture(open, review: review, area: area, context)
    }
  }

  /// The line closes once the note is durable: until then it stays as it is.
  private mutating func capture(
    _ open: OpenPrompt, review id: String, area: String, _ context: ScreenContext
  ) -> [Effect] {
    guard let review = context.snapshot.review(id) else {
      prompt = nil
      return [.say("That review is no longer here", .bad)]
    }
    guard open.editor.text.contains(where: { !$0.isWhitespace }) else {
      prompt = nil
      return [.discardDraft(Navigation.captureContext(review: id, area: area))]
    }
    let captured = QuickCapture(open.editor.text, framework: review.framework)
    let edit = ReviewEdits.note(captured, in: review, defaultArea: area, context)
    let draft = Navigation.captureContext(review: id, area: area)
    let said = Navigation.savedNote(captured, in: review, defaultArea: area)
    // What is said of the draft is added to it, so it comes first.
    return [.save(edit, then: [said, .closePrompt, .discardDraft(draft)])]
  }

  /// Where the note went: in a line without `@` it is easily forgotten where the cursor was.
  private static func savedNote(
    _ captured: QuickCapture, in review: Review, defaultArea: String
  ) -> Effect {
    let titles = ReviewEdits.areas(of: captured, defaultArea: defaultArea)
      .compactMap { review.framework.area($0)?.title }
    let place = titles.isEmpty ? "under no area" : "under " + titles.joined(separator: ", ")
    guard captured.notices.isEmpty else {
      let notices = captured.notices.joined(separator: "; ")
      return .say("Saved: note added \(place) · kept as text: \(notices)", .caution)
    }
    return .say("Saved: note added \(place)", .good)
  }

  /// Closes the line that was typed, now that what it said is saved.
  public mutating func closePrompt() {
    prompt = nil
  }

  private mutating func choose(_ key: Key, _ open: inout OpenPrompt, _ context: ScreenContext) -> [Effect] {
    switch open.kind {
    case .find:
      if key != .tab { move(key == .up ? .up : .down, context) }
      return []
    case .choose(let chooser):
      choose(key, chooser, &open, context)
      return []
    case .capture:
      if key == .tab, open.editor.goToNextGap() { prompt = open }
      return []
    case .phrase:
      let last = phrases(open, context).count - 1
      open.chosen = max(0, min(open.chosen + (key == .up ? -1 : 1), last))
      prompt = open
      return []
    case .range, .viewName: return []
    case .path: return choosePath(key, &open, context)
    case .palette: break
    }
    let matches = Palette.matches(open.editor.text, on: front.name)
    guard !matches.isEmpty else { return [] }
    if key == .tab {
      open.editor = LineEditor(matches[min(open.chosen, matches.count - 1)].id)
      open.chosen = 0
    } else {
      open.chosen = min(max(0, open.chosen + (key == .up ? -1 : 1)), matches.count - 1)
    }
    prompt = open
    return []
  }

  func describe(_ open: OpenPrompt, on page: inout Page, _ context: ScreenContext) {
    switch open.kind {
    case .find:
      if let form = front as? FormScreen { page.status = Line(form.findNote, .quiet) }
      page.prompt = Prompt(
        label: "/", editor: open.editor,
        preview: Line(
          front is EverythingScreen
            ? "Enter opens · arrows choose · Esc leaves" : "Enter keeps · Esc leaves it as it was", .quiet))
    case .palette:
      let matches = Palette.matches(open.editor.text, on: front.name)
      page.blocks = [Palette.block(matches, chosen: open.chosen, navigation: self, context)]
      // The table may have no room for all of it.
      page.status = Line(matches.indices.contains(open.chosen) ? matches[open.chosen].help : "", .quiet)
      page.prompt = Prompt(
        label: ":", editor: open.editor, preview: Line("Enter runs · Tab completes · Esc leaves", .quiet))
    case .phrase: describePhrases(open, on: &page, context)
    case .choose(let chooser): describe(chooser, open, on: &page, context)
    case .range: describeRange(open, on: &page, context)
    case .viewName: describeViewName(open, on: &page, context)
    case .path: describePath(open, on: &page, context)
    case .capture(let review, let area):
      let captured = context.snapshot.review(review).map {
        QuickCapture(open.editor.text, framework: $0.framework)
      }
      page.status = Navigation.captureStatus(captured?.notices ?? [])
      page.prompt = Prompt(
        label: Navigation.captureLabel(context), editor: open.editor,
        preview: capturePreview(open.editor.text, review, area, context))
    }
  }

  /// The key that opened the line, or what it takes where it has none.
  private static func captureLabel(_ context: ScreenContext) -> String {
    let key = context.key("evidence.add", on: .review)
    return key.hasPrefix(":") && key != ":" ? "note› " : "\(key)› "
  }

  /// What was not understood, as long as anything was not.
  private static func captureStatus(_ notices: [String]) -> Line {
    guard !notices.isEmpty else {
      return Line("Taking a note: #kind @area and a last + - or ! are marks", .quiet)
    }
    return Line("kept as text: \(notices.joined(separator: "; "))", .caution)
  }

  private func capturePreview(
    _ text: String, _ id: String, _ area: String, _ context: ScreenContext
  ) -> Line {
    guard let review = context.snapshot.review(id) else { return Line() }
    let captured = QuickCapture(text, framework: review.framework)
    let areas = captured.areas.isEmpty ? [area] : captured.areas
    let titles = areas.compactMap { review.framework.area($0)?.title }
    let parts = [
      (captured.type ?? .note).title, captured.strength?.title ?? "",
      titles.isEmpty ? "no area yet" : titles.joined(separator: ", "), context.now.timeText,
    ]
    let meaning = Line("   " + parts.filter { !$0.isEmpty }.joined(separator: " · "), .accent)
    return meaning + Line("   Enter saves", .quiet)
  }
}
