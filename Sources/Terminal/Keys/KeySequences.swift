import CTerminal

/// The byte sequences of keys that a terminal's description often lacks, or names differently from what the
/// terminal sends: the variants of xterm, rxvt, PuTTY and the Linux console, with and without modifiers.
enum KeySequences {
  /// Each sequence, without its Escape, with the `ct_key` it stands for.
  static let all: [(sequence: String, code: Int)] =
    paste + plain + modified + functions

  private static let paste = [("[200~", ct_key_paste_begin), ("[201~", ct_key_paste_end)]

  private static let plain = [
    ("[H", ct_key_home), ("OH", ct_key_home), ("[1~", ct_key_home), ("[7~", ct_key_home),
    ("[F", ct_key_end), ("OF", ct_key_end), ("[4~", ct_key_end), ("[8~", ct_key_end),
    ("[A", ct_key_up), ("OA", ct_key_up), ("[B", ct_key_down), ("OB", ct_key_down),
    ("[D", ct_key_left), ("OD", ct_key_left), ("[C", ct_key_right), ("OC", ct_key_right),
    ("[2~", ct_key_insert), ("[3~", ct_key_delete), ("[5~", ct_key_page_up), ("[6~", ct_key_page_down),
    ("[Z", ct_key_back_tab), ("OM", ct_key_enter),
    ("Od", ct_key_word_left), ("Oc", ct_key_word_right), ("[5D", ct_key_word_left),
    ("[5C", ct_key_word_right),
  ]

  /// xterm's modifier numbers: 2 Shift, 3 Alt, 5 Ctrl, and sums of them up to 8. Alt and Ctrl move by words;
  /// with any other modifier a key does what it does alone.
  private static let modified: [(String, Int)] = (2...8).flatMap { modifier in
    let byWords = modifier > 2
    return [
      ("[1;\(modifier)A", ct_key_up), ("[1;\(modifier)B", ct_key_down),
      ("[1;\(modifier)D", byWords ? ct_key_word_left : ct_key_left),
      ("[1;\(modifier)C", byWords ? ct_key_word_right : ct_key_right),
      ("[1;\(modifier)H", ct_key_home), ("[1;\(modifier)F", ct_key_end),
      ("[2;\(modifier)~", ct_key_insert), ("[3;\(modifier)~", ct_key_delete),
      ("[5;\(modifier)~", ct_key_page_up), ("[6;\(modifier)~", ct_key_page_down),
    ]
  }

  private static let functions: [(String, Int)] =
    numbered([11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24].map { "[\($0)~" })
    + numbered(["OP", "OQ", "OR", "OS"]) + numbered(["[[A", "[[B", "[[C", "[[D", "[[E"])

  private static func numbered(_ sequences: [String]) -> [(String, Int)] {
    sequences.enumerated().map { ($1, ct_key_function + 1 + $0) }
  }
}
