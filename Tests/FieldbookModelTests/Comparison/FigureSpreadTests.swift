import FieldbookModel
import Testing

@Suite("Where a figure stands among others")
struct FigureSpreadTests {
  private let spread = FigureSpread([60, 40, 50, 50, 70])

  @Test("counts the others below and level, the school itself left out")
  func counts() {
    let standing = spread.standing(of: 50, better: .up)
    #expect((standing.below, standing.level, standing.others) == (1, 1, 4))
    #expect(spread.standing(of: 70, better: .up).below == 4)
    #expect(spread.standing(of: 40, better: .up).below == 0)
  }

  @Test("where less is better, higher figures are the worse ones")
  func lessIsBetter() {
    let standing = spread.standing(of: 40, better: .down)
    #expect((standing.below, standing.level) == (4, 0))
    #expect(spread.standing(of: 50, better: .down).below == 2)
  }

  @Test("the percentile counts those level by half, and is none where there is nobody else")
  func percentile() {
    #expect(spread.standing(of: 50, better: .up).percentile == 40)
    #expect(spread.standing(of: 70, better: .up).percentile == 90)
    #expect(FigureSpread([50]).standing(of: 50, better: .up).percentile == nil)
  }

  @Test("quantiles lie between two figures in proportion")
  func quantiles() {
    #expect(spread.quantile(0.25) == 50)
    #expect(spread.quantile(0.5) == 50)
    #expect(spread.quantile(1) == 70)
    #expect(FigureSpread([10, 20]).quantile(0.75) == 17.5)
    #expect(FigureSpread([]).quantile(0.5) == nil)
  }
}
