import FieldbookModel
import SeededRandom
import Testing

/// Looking through all texts in one go finds what looking through each finds.
struct PackedTextsTests {
  @Test(arguments: 1...40) func `A word is found in the same texts either way`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let list = (0..<Int.random(in: 0...60, using: &random)).map { _ in
      (0..<Int.random(in: 0...40, using: &random)).map { _ in random.pick(Array("aab s".utf8)) }
    }
    let texts = PackedTexts(list)
    for length in [0, 1, 1, 2, 2, 3, 5, 9, 20] {
      let word = (0..<length).map { _ in random.pick(Array("aab s".utf8)) }
      #expect(texts.rows(holding: word) == list.indices.map { texts.holds([word], row: $0) })
    }
  }

  @Test func `A word across the end of a text is in neither`() {
    let texts = PackedTexts([
      Array("oak".utf8), Array("ash".utf8), [], Array("oakash and a long line of others".utf8),
    ])
    #expect(texts.rows(holding: Array("akas".utf8)) == [false, false, false, true])
    #expect(texts.rows(holding: Array("k".utf8)) == [true, false, false, true])
    #expect(texts.rows(holding: Array("others".utf8)) == [false, false, false, true])
  }
}
