import CTerminal
import TextUI

/// What the C side reports, before Escape sequences and pastes are put together.
enum RawInput: Hashable {
  case nothing
  case character(Unicode.Scalar)
  case key(Key)
  case pasteBegin
  case pasteEnd
  /// A key that fieldbook has no name for.
  case unknownKey
  case woken
  case resized
  case signal(Int32)
  case hungUp
}

extension RawInput {
  init(_ input: ct_input) {
    switch input.kind {
    case .nothing: self = .nothing
    case .character: self = Self.character(input.value)
    case .key: self.init(keyCode: Int(input.value))
    case .woken: self = .woken
    case .resized: self = .resized
    case .signal: self = .signal(input.value)
    case .hung_up: self = .hungUp
    @unknown default: self = .nothing
    }
  }

  private static func character(_ value: Int32) -> RawInput {
    UInt32(exactly: value).flatMap(Unicode.Scalar.init).map(RawInput.character) ?? .unknownKey
  }

  /// The key of a `ct_key`.
  init(keyCode code: Int) {
    if code > ct_key_function {
      self = .key(.function(code - ct_key_function))
    } else if code == ct_key_paste_begin {
      self = .pasteBegin
    } else if code == ct_key_paste_end {
      self = .pasteEnd
    } else {
      self = NamedKey.all.first { $0.code == code }.map { .key($0.key) } ?? .unknownKey
    }
  }
}

/// The keys that have a name on both sides.
struct NamedKey {
  let code: Int
  let key: Key

  static let all = [
    NamedKey(code: ct_key_up, key: .up), NamedKey(code: ct_key_down, key: .down),
    NamedKey(code: ct_key_left, key: .left), NamedKey(code: ct_key_right, key: .right),
    NamedKey(code: ct_key_home, key: .home), NamedKey(code: ct_key_end, key: .end),
    NamedKey(code: ct_key_page_up, key: .pageUp), NamedKey(code: ct_key_page_down, key: .pageDown),
    NamedKey(code: ct_key_word_left, key: .wordLeft), NamedKey(code: ct_key_word_right, key: .wordRight),
    NamedKey(code: ct_key_insert, key: .insert), NamedKey(code: ct_key_delete, key: .delete),
    NamedKey(code: ct_key_backspace, key: .backspace), NamedKey(code: ct_key_enter, key: .enter),
    NamedKey(code: ct_key_back_tab, key: .backTab),
  ]
}
