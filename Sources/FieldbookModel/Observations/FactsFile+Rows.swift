/// The rows of a facts file that lie in storage: read as a whole when the first of them is asked for.
public protocol StoredRows: AnyObject, Sendable {
  /// How many there are, known without reading them.
  var count: Int { get }
  /// The codes of the local authorities that any row belongs to, each once, known without reading the rows.
  var authorityCodes: [String] { get }
  /// Whether any row names a later URN, known without reading the rows.
  var namesLaterURNs: Bool { get }
  /// All of them.
  func all() -> FactsFile.RowList
}

extension FactsFile {
  /// What the rows of a file are about, an element a row in every list.
  public struct RowList: Hashable, Sendable {
    /// What each is about.
    public var subjects: [Subject]
    /// The local authority each belongs to.
    public var authorities: [String]
    /// The physical line on which each starts.
    public var lines: [Int]

    /// Rows; see the properties.
    public init(subjects: [Subject], authorities: [String], lines: [Int]) {
      self.subjects = subjects
      self.authorities = authorities
      self.lines = lines
    }
  }

  /// The rows of a file, in memory or in storage.
  public struct Rows: Hashable, Sendable {
    private var list: RowList
    private var stored: (any StoredRows)?

    /// Rows in memory.
    public init(subjects: [Subject], authorities: [String], lines: [Int]) {
      list = RowList(subjects: subjects, authorities: authorities, lines: lines)
    }

    /// Rows in storage.
    public init(_ stored: any StoredRows) {
      list = RowList(subjects: [], authorities: [], lines: [])
      self.stored = stored
    }

    /// All of them.
    public var all: RowList { stored?.all() ?? list }

    /// How many there are.
    public var count: Int { stored?.count ?? list.subjects.count }

    /// The codes of the local authorities that any row belongs to, each once.
    public var authorityCodes: Set<String> { Set(stored?.authorityCodes ?? list.authorities) }

    /// Whether any row names a later URN.
    public var namesLaterURNs: Bool {
      if let stored { return stored.namesLaterURNs }
      return list.subjects.contains { if case .school(_, .some) = $0 { true } else { false } }
    }

    /// What each is about.
    public var subjects: [Subject] {
      get { all.subjects }
      _modify {
        unpack()
        yield &list.subjects
      }
    }

    /// The local authority each belongs to.
    public var authorities: [String] {
      get { all.authorities }
      _modify {
        unpack()
        yield &list.authorities
      }
    }

    /// The physical line on which each starts.
    public var lines: [Int] {
      get { all.lines }
      _modify {
        unpack()
        yield &list.lines
      }
    }

    private mutating func unpack() {
      guard let stored else { return }
      list = stored.all()
      self.stored = nil
    }

    /// Whether all rows are alike, wherever they lie.
    public static func == (a: Rows, b: Rows) -> Bool { a.all == b.all }

    /// Hashes every row.
    public func hash(into hasher: inout Hasher) { hasher.combine(all) }
  }
}
