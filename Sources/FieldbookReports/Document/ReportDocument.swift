import FieldbookModel

/// A report as a value: what it says and in what order, but not how that looks. It is built once, and written as text,
/// Markdown or HTML.
public struct ReportDocument: Hashable, Sendable {
  /// How far a report is to be relied on, for a mark on every page.
  public enum Standing: Hashable, Sendable {
    /// Nobody has signed it.
    case draft
    /// The review was cancelled.
    case cancelled
    /// It is what it says: a signed review, or a page made from the records.
    case issued
  }

  /// How much paper it takes.
  public enum Layout: Hashable, Sendable {
    /// As many pages as it needs.
    case pages
    /// One page and no more. What is said has been shortened to fit by `SheetFit`; a tight one has no blank lines
    /// between its parts.
    case sheet(isTight: Bool)
  }

  /// What it is, `Formal review`.
  public var title: String
  /// Whose it is, `Ashgrove Primary · URN 900001`.
  public var subject: String
  /// When it was made, in words; empty where a field says it.
  public var made: String
  /// How far it is to be relied on.
  public var standing: Standing
  /// Whether small groups are shown in it.
  public var isFull: Bool
  /// How much paper it takes.
  public var layout = Layout.pages
  /// What it says, in order.
  public var blocks: [ReportBlock]
  /// What it is and whose, where its title and subject do not say it in this order.
  public var name: Name?
  /// The numbers of schools and authorities that stand in it; none where small groups are shown.
  public var cells: [PrintedCell] = []

  /// A report without content; see the properties.
  public init(
    title: String, subject: String, made: String = "", standing: Standing = .issued, isFull: Bool = false,
    blocks: [ReportBlock] = []
  ) {
    self.title = title
    self.subject = subject
    self.made = made
    self.standing = standing
    self.isFull = isFull
    self.blocks = blocks
  }

  /// Whether it is one page and no more.
  public var isSheet: Bool { layout != .pages }

  /// What is noted of it when it leaves the program.
  /// - Parameter now: when it does.
  public func page(at now: Instant, file: String = "") -> IssuedPage {
    IssuedPage(
      at: now, title: name?.what ?? title, subject: name?.whose ?? subject, file: file, cells: cells)
  }

  /// What a page is, `School on a page`, and whose, `Ashgrove Primary · URN 900001`.
  public struct Name: Hashable, Sendable {
    /// What it is.
    public let what: String
    /// Whose it is.
    public let whose: String

    /// A name; see the properties.
    public init(_ what: String, of whose: String) {
      self.what = what
      self.whose = whose
    }
  }

  /// The word that stands on every page; nil where none is needed.
  public var stamp: String? {
    switch standing {
    case .draft: "DRAFT"
    case .cancelled: "CANCELLED"
    case .issued: nil
    }
  }
}

/// A part of a report.
public indirect enum ReportBlock: Hashable, Sendable {
  /// Begins a part.
  case heading(String)
  /// Begins a smaller part within one.
  case subheading(String)
  /// A paragraph.
  case paragraph(ReportText)
  /// A sentence that must not be missed.
  case callout(ReportCallout)
  /// Names and what they are, the names in a column of their own.
  case fields([ReportTerm])
  /// Names and what they are, one after another.
  case terms([ReportTerm])
  /// The same said in one sentence, where room is short, and as terms, where there is more.
  case facts([ReportTerm], sentence: String)
  /// Rows and columns.
  case table(ReportTable)
  /// One thing after another.
  case items([ReportItem])
  /// What belongs to the heading above it, set in.
  case inset([ReportBlock])
  /// A picture of numbers, which stand in its table too. Text has no pictures, and leaves it out.
  case chart(ReportChart)
  /// What the codes in tables mean, and what else is to be known of them.
  case legend([ReportTerm], note: String)
  /// The acknowledgement that a licence asks for; its name is not broken over lines.
  case licence([String])
  /// Lines as they were written, column for column.
  case verbatim([String])
}

/// A name and what it is.
public struct ReportTerm: Hashable, Sendable {
  /// The name.
  public var name: String
  /// What it is.
  public var value: String

  /// A name and what it is.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// A sentence that must not be missed.
public struct ReportCallout: Hashable, Sendable {
  /// How it is meant.
  public enum Kind: Hashable, Sendable {
    /// The report may still change, or counts no longer.
    case warning
    /// Small groups are shown.
    case full
    /// Where this copy comes from.
    case provenance
  }

  /// How it is meant.
  public var kind: Kind
  /// The sentence.
  public var text: String

  /// A sentence and how it is meant.
  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

/// A table of a report.
public struct ReportTable: Hashable, Sendable {
  /// What its cells hold.
  public enum Kind: Hashable, Sendable {
    /// What the row is about.
    case name
    case text
    case number
  }

  /// A column.
  public struct Column: Hashable, Sendable {
    /// What stands over it.
    public var title: String
    /// What its cells hold.
    public var kind: Kind

    /// A column.
    public init(_ title: String, _ kind: Kind) {
      self.title = title
      self.kind = kind
    }
  }

  /// What it shows, in a few words.
  public var caption: String
  /// The columns, from the left.
  public var columns: [Column]
  /// The cells of each row.
  public var rows: [[String]]

  /// A table.
  public init(caption: String, columns: [Column], rows: [[String]] = []) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }
}

/// One of several things, with what is said of it.
public struct ReportItem: Hashable, Sendable {
  /// What stands before it.
  public enum Mark: Hashable, Sendable {
    case bullet
    case number(Int)
    case strength
    case improve
    case concern
    /// It is left with the school to think about.
    case question
    /// It should have been done already.
    case late
    /// It is still to be done.
    case open
  }

  /// What stands before it.
  public var mark: Mark
  /// The thing itself.
  public var text: String
  /// What is said of it.
  public var details: [ReportBlock]
  /// What links lead to it by; empty where none do.
  public var anchor: String

  /// A thing and what is said of it.
  public init(_ mark: Mark, _ text: String, details: [ReportBlock] = [], anchor: String = "") {
    self.mark = mark
    self.text = text
    self.details = details
    self.anchor = anchor
  }
}
