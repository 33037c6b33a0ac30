import FieldbookModel
import TextUI

extension ReviewScreen {
  /// Takes the cursor to the first row of the panel that holds what was typed.
  public mutating func landOnMatch(_ context: ScreenContext) {
    stand(on: panelFind(context).first(from: panelRow), context)
  }

  /// Takes the cursor to the next match, or to the one before.
  public mutating func goToMatch(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    stand(on: panelFind(context).next(movement, from: panelRow), context)
  }

  private mutating func stand(on row: PanelRow?, _ context: ScreenContext) {
    guard let row else { return }
    enterPanel(context)
    panelRow = row
  }

  private func panelFind(_ context: ScreenContext) -> RowFind<PanelRow> {
    let lines = panel(context)
    return RowFind(find: JumpFind(find ?? "", in: lines.map(\.line)), rows: lines.map(\.row))
  }
}
