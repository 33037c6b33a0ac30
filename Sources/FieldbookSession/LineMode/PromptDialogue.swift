import FieldbookScreens
import TextUI

/// The line at the foot of a page, as it is typed line by line.
extension LineDialogue {
  /// Says what belongs into it, once.
  func explainPrompt() {
    guard !hasExplainedPrompt else { return }
    hasExplainedPrompt = true
    switch session.navigation.promptKind {
    case .capture?:
      let (page, _) = session.spokenPage()
      say("A note in one line. \(page.status.text).")
      say("\(page.prompt?.preview?.text.trimmed() ?? ""). A line saves; Enter alone leaves.")
      let text = session.navigation.promptText
      if !text.isEmpty { say("It begins with your unfinished text “\(text)”: Enter alone saves that.") }
    case .find?: say("Find: type what the rows should hold. Enter alone leaves; back shows all rows again.")
    case .palette?: say("Type an action’s name or id. Enter alone leaves.")
    case .choose?, .phrase?: offerChoices()
    case .path?: say("Type the path of a file or folder. Enter alone leaves.")
    case .range?, .viewName?: explainTyping()
    case nil: break
    }
  }

  /// What is asked for, where there is nothing to choose from.
  private func explainTyping() {
    let (page, spoken) = session.spokenPage()
    for entry in spoken.entries(from: 0, count: PageReading.chunk) { say(entry.text) }
    let preview = page.prompt?.preview?.text.trimmed() ?? ""
    let label = page.prompt?.label.trimmed() ?? ""
    say([label, preview].filter { !$0.isEmpty }.joined(separator: " "))
    say("Type what is asked for. Enter alone leaves.")
  }

  func takePromptLine(_ line: String) {
    switch session.navigation.promptKind {
    case .choose?, .phrase?: takeChoice(line.trimmed())
    default: takeText(line)
    }
  }

  private func takeText(_ line: String) {
    let before = session.navigation.promptText
    let isEmpty = line.allSatisfy(\.isWhitespace)
    if isEmpty, before.isEmpty || session.navigation.promptKind == .palette {
      return session.press(.escape)
    }
    if !isEmpty { session.press(.paste((before.isEmpty ? "" : " ") + line)) }
    session.press(.enter)
  }

  // MARK: Choosing

  /// What there is to choose from, each with the number that takes it.
  private func offerChoices() {
    let (page, spoken) = session.spokenPage()
    let label = page.prompt?.label.trimmed() ?? ""
    if !label.isEmpty { say(label) }
    for entry in spoken.entries(from: 0, count: PageReading.chunk) { say(entry.line) }
    let left = spoken.count - PageReading.chunk
    if left > 0 { say("And \(left) more: their numbers go up to \(spoken.choices).") }
    say("Type a number, or words that narrow the list. Enter alone leaves.")
  }

  private func takeChoice(_ typed: String) {
    guard !typed.isEmpty else { return session.press(.escape) }
    guard let number = Int(typed) else { return narrow(to: typed) }
    let count = session.spokenPage().spoken.choices
    guard number > 0, number <= count else {
      let range = count == 1 ? "there is only 1." : "they go from 1 to \(count)."
      return say("There is no choice \(number): \(range)")
    }
    session.take(choice: number - 1)
  }

  /// Takes the one choice that words mean, or offers those that they leave.
  private func narrow(to typed: String) {
    let before = session.navigation.promptText
    session.narrowChoices(to: typed)
    let spoken = session.spokenPage().spoken
    let left = spoken.entries(from: 0, count: spoken.count).filter { $0.number != nil }
    let names = left.map { $0.text.lowercased() }
    let beginning = names.indices.filter { names[$0].hasPrefix(typed.lowercased()) }
    let whole = names.indices.filter { names[$0].prefix { $0 != ":" } == typed.lowercased() }
    let meant = [whole, beginning, Array(names.indices)].first { $0.count == 1 }
    if let meant { return session.take(choice: meant[0]) }
    guard !left.isEmpty else {
      session.narrowChoices(to: before)
      return say("Nothing here is called “\(typed)”: type other words or a number; Enter alone leaves.")
    }
    offerChoices()
  }
}
