import PlainText
import Testing

@Suite("Text as it is looked for")
struct FoldedTextTests {
  private func folded(_ text: String) -> String { String(decoding: FoldedText.bytes(text), as: UTF8.self) }

  @Test("is in small letters and without accents")
  func folds() {
    #expect(folded("St Thomas À BECKET") == "st thomas a becket")
    #expect(folded("Ysgol Tŷ Gŵyr, Llŷn") == "ysgol ty gwyr, llyn")
    #expect(folded("Łódź Ørsted Straße Œuvre ÿ Žižek ſ") == "lodz orsted strasse oeuvre y zizek s")
    #expect(folded("e\u{301}te\u{301} ‘so’ “so” – —") == "ete 'so' \"so\" - -")
    #expect(folded("Ω漢字") == "ω漢字")
  }

  @Test("each letter from À to ſ has its own place: what has an accent folds to the letter below it")
  func table() {
    #expect(folded("ÀÖØÞß") == "aoothss" && folded("àöøþÿ") == "aoothy")
    #expect(folded("ĀĐĹŃŊŐŘŞŤŲŴŶŹŽ") == "adlnngorstuwyzz")
    #expect(folded("×÷") == "×÷")
  }

  @Test("every word must stand in it, whole or in part")
  func contains() {
    let text = FoldedText.bytes("Routines are calm; pupils start promptly")
    #expect(FoldedText.contains(text, all: FoldedText.words("PROMPT  calm")))
    #expect(!FoldedText.contains(text, all: FoldedText.words("calm loud")))
    #expect(FoldedText.contains(text, []) && !FoldedText.contains([], FoldedText.bytes("a")))
  }

  @Test("the places of words are ranges of the text as it was written")
  func ranges() {
    let text = "Café crème: the CAFE is calm"
    let found = FoldedText.ranges(of: FoldedText.words("cafe cre calm"), in: text).map { String(text[$0]) }
    #expect(found == ["Café", "crè", "CAFE", "calm"])
    let overlapping = FoldedText.ranges(of: FoldedText.words("abab bab"), in: "ababab")
    #expect(overlapping.count == 1)
    #expect(FoldedText.ranges(of: FoldedText.words("ss"), in: "Straße").map { "Straße"[$0] } == ["ß"])
  }
}
