/// Text for a terminal that can show nothing but ASCII: every character becomes as many columns as it had, so that
/// nothing moves. Only what is shown changes; what is kept stays as it was written.
public enum ASCIIText {
  /// The text with every character beyond ASCII replaced by one that is like it, or by `?`. Line breaks stay.
  public static func of(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    return text.reduce(into: "") { $0 += cell($1) }
  }

  /// What stands in the place of one character: ASCII of the same width; nothing for a character without width.
  public static func cell(_ character: Character) -> String {
    if let byte = character.asciiValue { return byte == 13 ? "\n" : String(character) }
    if character == "\r\n" { return "\n" }
    guard let first = character.unicodeScalars.first else { return "" }
    if first.isASCII { return String(first) }
    let width = DisplayWidth.of(SafeText.cell(character))
    guard width > 0 else { return "" }
    let likeness = alternates[first] ?? "?"
    return likeness + String(repeating: " ", count: width - 1)
  }

  /// The alternates, each character beside what is like it. Whatever the program draws of its own is here.
  static let alternates: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    for pairs in [chrome, bars, typing, signs, letters] {
      for pair in pairs.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        let scalars = Array(pair.unicodeScalars)
        table[scalars[0]] = String(scalars[1])
      }
    }
    for space: Unicode.Scalar in ["\u{A0}", "\u{2007}", "\u{2009}", "\u{200A}", "\u{202F}", "\u{3000}"] {
      table[space] = " "
    }
    return table
  }()

  /// Lines, corners, arrows and signs of the cursor and of an order.
  private static let chrome = """
    ─- ━- ═= │| ┃| ║| ┌+ ┐+ └+ ┘+ ├+ ┤+ ┬+ ┴+ ┼+ ╭+ ╮+ ╰+ ╯+ ▸> ▶> ▹> ►> ◂< ◀< ▾v ▴^ ▲^ ▼v △^ ▽v ›> ‹< »> «<
    →> ←< ↑^ ↓v ↔- ↕| ⇒> ⇐< …~ ·- •* ◦o ∙- ●* ○o ◆* ◇o ■# □o ▪# ▫o ✓y ✔y ✗x ✘x ☑y ☐o ★* ☆* ⚠! ⟦[ ⟧] �?
    """
  /// Bars of charts: the taller, the darker.
  private static let bars = "▁_ ▂_ ▃- ▄- ▅= ▆= ▇# █# ▉# ▊# ▋= ▌= ▍- ▎- ▏| ▐| ▀^ ░. ▒: ▓% ⣿#"
  /// Quotes and dashes.
  private static let typing = """
    ‘' ’' ‚' ‛' “" ”" „" ‟" ′' ″" ‐- ‑- ‒- –- —- ―- −- ⁃- ¡! ¿? ¦| §S ¶P †+ ‡+
    """
  /// Signs of sums and measures.
  private static let signs = """
    ×x ÷/ ±+ ≤< ≥> ≠# ≈~ ∼~ ⁄/ ∞8 √V ∑S ∆D Δd µu μu °o ªa ºo ¹1 ²2 ³3 ⁴4 ⁵5 ⁶6 ⁷7 ⁸8 ⁹9 ⁰0 ½h ¼q ¾t
    £L €E ¥Y ¢c ¤$ ©c ®r ™t
    """
  /// Letters of the languages whose names are met in schools, without their marks.
  private static let letters = """
    ÀA ÁA ÂA ÃA ÄA ÅA ÆA ÇC ÈE ÉE ÊE ËE ÌI ÍI ÎI ÏI ÐD ÑN ÒO ÓO ÔO ÕO ÖO ØO ÙU ÚU ÛU ÜU ÝY ÞT ßs
    àa áa âa ãa äa åa æa çc èe ée êe ëe ìi íi îi ïi ðd ñn òo óo ôo õo öo øo ùu úu ûu üu ýy þt ÿy
    ĀA āa ĂA ăa ĄA ąa ĆC ćc ĈC ĉc ĊC ċc ČC čc ĎD ďd ĐD đd ĒE ēe ĔE ĕe ĖE ėe ĘE ęe ĚE ěe ĜG ĝg ĞG ğg ĠG ġg ĢG ģg
    ĤH ĥh ĦH ħh ĨI ĩi ĪI īi ĬI ĭi ĮI įi İI ıi ĲI ĳi ĴJ ĵj ĶK ķk ĹL ĺl ĻL ļl ĽL ľl ĿL ŀl ŁL łl ŃN ńn ŅN ņn ŇN ňn
    ŊN ŋn ŌO ōo ŎO ŏo ŐO őo ŒO œo ŔR ŕr ŖR ŗr ŘR řr ŚS śs ŜS ŝs ŞS şs ŠS šs ŢT ţt ŤT ťt ŦT ŧt ŨU ũu ŪU ūu ŬU ŭu
    ŮU ůu ŰU űu ŲU ųu ŴW ŵw ŶY ŷy ŸY ŹZ źz ŻZ żz ŽZ žz ſs ƒf ȘS șs ȚT țt ẀW ẁw ẂW ẃw ẄW ẅw ỲY ỳy ẞS
    """
}
