/// Words of a command that is shown to be copied.
enum ShellWord {
  /// A path or a name so that a shell takes it for one word: as it is where nothing in it needs quoting.
  static func quoted(_ word: String) -> String {
    let isPlain = !word.isEmpty && word.unicodeScalars.allSatisfy(isPlain)
    return isPlain
      ? word
      : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      || "/._-+:@%,".unicodeScalars.contains(scalar)
  }
}
