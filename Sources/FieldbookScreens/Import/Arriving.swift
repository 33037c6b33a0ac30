import FieldbookModel

/// Files that are being looked at: nothing of them is kept until the user says so.
public struct Arriving: Sendable, Hashable {
  /// The folder that files are chosen from; nil while it is being looked into.
  public var folder: FolderPicture?
  /// What the user says beside the files.
  public var choices = ImportChoices()
  /// A table whose columns the user says; nil when there is none.
  public var table: TablePicture?
  /// What was read, to be confirmed; nil when nothing was.
  public var read: ReadPicture?

  /// Nothing has arrived.
  public init() {}
}

/// What a folder holds.
public struct FolderPicture: Sendable, Hashable {
  /// A file or a folder.
  public struct Entry: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Whether it is a folder.
    public let isFolder: Bool
    /// Whether it is named as a table is.
    public let isTable: Bool
    /// How many bytes it has.
    public let bytes: Int
    /// The day on which it was last changed.
    public let changed: CalendarDate

    /// An entry; see the properties.
    public init(name: String, isFolder: Bool, isTable: Bool, bytes: Int, changed: CalendarDate) {
      self.name = name
      self.isFolder = isFolder
      self.isTable = isTable
      self.bytes = bytes
      self.changed = changed
    }
  }

  /// The folder, from the root.
  public let path: String
  /// What is in it, in the order in which it is shown.
  public let entries: [Entry]
  /// How it was asked for, where that is another way to say it: with `~`, or through a link.
  public let asked: String

  /// A folder; see the properties.
  public init(path: String, entries: [Entry], asked: String = "") {
    self.path = path
    self.entries = entries
    self.asked = asked
  }

  /// Whether a typed folder is this one.
  func isNamed(_ typed: String) -> Bool { [path, asked].contains { typed == $0 || typed == $0 + "/" } }

  /// The path of what has that name in it.
  func path(of name: String) -> String { path.hasSuffix("/") ? path + name : path + "/" + name }
}

/// A table that no format knows, and what was said of its columns so far.
public struct TablePicture: Sendable, Hashable {
  /// One column.
  public struct Column: Sendable, Hashable {
    /// Its header.
    public let header: String
    /// A few of its cells; of those that may speak of a person only the shape.
    public let samples: [String]

    /// A column; see the properties.
    public init(header: String, samples: [String]) {
      self.header = header
      self.samples = samples
    }
  }

  /// The file’s name.
  public let file: String
  /// How many rows it has below its header.
  public let rows: Int
  /// Its columns, in the file’s order.
  public let columns: [Column]
  /// What was said of them.
  public var mapping: TableMapping

  /// A table; see the properties.
  public init(file: String, rows: Int, columns: [Column], mapping: TableMapping) {
    self.file = file
    self.rows = rows
    self.columns = columns
    self.mapping = mapping
  }

  /// What was said of a column.
  func said(of header: String) -> TableMapping.Column? { mapping.columns.first { $0.header == header } }
}

/// What was read, or why nothing could be.
public struct ReadPicture: Sendable, Hashable {
  /// What can be done with it.
  public enum Outcome: Sendable, Hashable {
    /// It can be kept.
    case ready
    /// It cannot be read; with the field of the options that could help, if one could.
    case refused(wants: String?)
  }

  /// What stands in the title: `3 files`.
  public let title: String
  /// What was found, a line each.
  public let lines: [String]
  /// What can be done with it.
  public let outcome: Outcome

  /// A picture; see the properties.
  public init(title: String, lines: [String], outcome: Outcome) {
    self.title = title
    self.lines = lines
    self.outcome = outcome
  }
}

/// What the user says beside the files, as it is typed: all of it may be empty.
public struct ImportChoices: Sendable, Hashable {
  /// How the user says whose schools are ours.
  public enum Owner: String, CaseIterable, Sendable {
    case trust
    case federation
    case authority
    case file

    /// What people call it.
    var title: String {
      switch self {
      case .trust: "A trust"
      case .federation: "A federation"
      case .authority: "A local authority"
      case .file: "A file of URNs"
      }
    }
  }

  /// The academic year or half-term.
  public var period = ""
  /// The day the figures stand for.
  public var asAt = ""
  /// The school whose pupils a list holds, by its URN.
  public var school = ""
  /// The scale of a list of pupils, by its id.
  public var scale = ""
  /// Why targets and predictions are read.
  public var because = ""
  /// By what our schools are told.
  public var owner: Owner?
  /// The name of the trust, federation or authority; or the file.
  public var ownerName = ""

  /// Nothing is said.
  public init() {}
}

/// What is done with files that arrive.
public enum ArrivalStep: Sendable, Hashable {
  /// Shows a folder; without one that shown last, or where files usually arrive.
  case show(folder: String?)
  /// Shows what has that name if it is a folder, else reads it.
  case take(String)
  /// Reads files and folders.
  case read([String])
  /// Takes what the user says beside them; what was read before is read again.
  case choose(ImportChoices)
  /// Shows the columns of what was refused because no format knows it.
  case askColumns
  /// Says what a column is; nil where it is not read.
  case sayColumn(header: String, TableMapping.Column?)
  /// Says what the table is called, and what holds of every row.
  case sayTable(name: String, given: [TableMapping.Role: String])
  /// Reads the table by what was said of its columns.
  case tryColumns
  /// Keeps what was read.
  case write
  /// Lets go of what was read.
  case drop
}
