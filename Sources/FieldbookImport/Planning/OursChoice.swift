import FieldbookModel

/// How the user says which schools are ours.
public enum OursChoice: Hashable, Sendable {
  /// Those of a trust, by its name.
  case trust(String)
  /// Those of a federation, by its name.
  case federation(String)
  /// Those of a local authority, by its name or code.
  case authority(String)
  /// These, and no others; with the file they were read from.
  case schools([URN], file: String)
}
