import FieldbookModel

/// Everything a workspace holds, as it was when it was read.
public struct WorkspaceContents: Sendable {
  /// What the workspace is called.
  public var name: String
  /// The trust whose schools are ours, as the register writes it.
  public var trust: String?
  /// URN and last known name of our schools.
  public var ours: [URN: String]
  /// The smallest group of pupils that may be shown outside.
  public var smallGroupMinimum: Int
  /// When half-terms begin and end, the workspace's own dates before the published ones.
  public var calendar: SchoolCalendar
  /// What schools are asked for, and when.
  public var collections = CollectionPlan()
  /// What is measured: what comes with the program, with what the workspace adds or refines.
  public var catalogue = Catalogue.builtIn
  /// The scales on which schools assess, likewise.
  public var scales = AssessmentScale.builtIn
  /// How tables of the workspace's own are read.
  public var mappings: [TableMapping] = []
  /// Who works on this laptop.
  public var identity: Identity
  /// What was imported.
  public var factsFiles: [FactsFile]
  /// Reviews and notes of visit, oldest first.
  public var reviews: [Review]
  /// Agreed actions, oldest first.
  public var actions: [AgreedAction]
  /// The frameworks of the workspace's own, broken ones among them.
  public var frameworks: [OwnFramework]
  /// The framework that new reviews are to begin with, if one was chosen.
  public var usualFramework: String?
  /// The signed copies of reviews, each read when it is asked for.
  public var signedCopies: SignedCopies
  /// Text that was being typed and never saved.
  public var drafts: [Draft]
  /// Documents that could not be read, or not in every part.
  public var problems: [CheckResult.Problem]

  /// Contents; see the properties.
  public init(
    name: String, trust: String? = nil, ours: [URN: String] = [:], smallGroupMinimum: Int = 6,
    calendar: SchoolCalendar = SchoolCalendar(), identity: Identity, factsFiles: [FactsFile] = [],
    reviews: [Review] = [], actions: [AgreedAction] = [], signedCopies: SignedCopies,
    drafts: [Draft] = [], frameworks: [OwnFramework] = [], usualFramework: String? = nil,
    problems: [CheckResult.Problem] = []
  ) {
    self.name = name
    self.trust = trust
    self.ours = ours
    self.smallGroupMinimum = smallGroupMinimum
    self.calendar = calendar
    self.identity = identity
    self.factsFiles = factsFiles
    self.reviews = reviews
    self.actions = actions
    self.signedCopies = signedCopies
    self.drafts = drafts
    self.frameworks = frameworks
    self.usualFramework = usualFramework
    self.problems = problems
  }

  /// Who works on this laptop.
  public struct Identity: Sendable, Hashable {
    /// The name that goes into records.
    public var name: String
    /// Twelve hexadecimal digits, this laptop's in every write.
    public var writer: String

    /// An identity; see the properties.
    public init(name: String, writer: String) {
      self.name = name
      self.writer = writer
    }
  }
}

/// What `check` found.
public struct CheckResult: Sendable, Hashable {
  /// How many documents were looked at.
  public var documents: Int
  /// What is wrong, by file, line and column.
  public var problems: [Problem]

  /// One thing that is wrong.
  public struct Problem: Sendable, Hashable {
    /// The file, from the workspace's folder.
    public var file: String
    /// The line, from 1; nil when the whole file is meant.
    public var line: Int?
    /// The character in the line, from 1.
    public var column: Int?
    /// A word for programs: `json`, `missing`, `type`, `link`.
    public var code: String
    /// What is wrong, in a sentence without its full stop.
    public var what: String
    /// What to do about it, in a sentence.
    public var mend: String

    /// A problem; see the properties.
    public init(file: String, line: Int?, column: Int?, code: String, what: String, mend: String) {
      self.file = file
      self.line = line
      self.column = column
      self.code = code
      self.what = what
      self.mend = mend
    }

    /// Where and what: `records/actions/x.json:3:10: owner is a number, not a text`.
    public var message: String {
      let place = [file, line.map(String.init), line == nil ? nil : column.map(String.init)]
      return place.compactMap { $0 }.joined(separator: ":") + ": \(what). \(mend)"
    }
  }

  /// A result; see the properties.
  public init(documents: Int, problems: [Problem]) {
    self.documents = documents
    self.problems = problems
  }

  /// Whether nothing is wrong.
  public var isGood: Bool { problems.isEmpty }
}
