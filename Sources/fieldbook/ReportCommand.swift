import ArgumentParser
import FieldbookModel
import FieldbookReports
import FieldbookStorage

/// Prints the report of a review or of a school.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Print the report of a review or of a school, small groups hidden.",
    subcommands: [ReportReviewCommand.self, ReportSchoolCommand.self])

  func run() throws {
    throw ValidationError(
      "Say what to report on: fieldbook report school URN, or fieldbook report review ID.")
  }
}

/// The report of a review: as issued once it is signed, a draft before.
struct ReportReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "review", abstract: "The report of a review.")

  @Argument(help: "The review’s id, or the beginning of it.", completion: CompletionWords.reviews)
  var id: String

  @OptionGroup var options: ReportOptions
  @ParentCommand var root: Fieldbook

  func run() throws {
    let content = try ListContent(root.workspace)
    let matches = content.reviews.filter { $0.id == id || (id.count >= 8 && $0.id.hasPrefix(id)) }
    guard let review = matches.first, matches.count == 1 else { throw noReview(content, matches.count) }
    let copy = content.contents.signedCopies[review.id]
    if !options.full, let copy {
      try refuseUnlessIntact(copy, of: review)
      let issued = IssuedReport(
        text: copy.report, copy: copy.id, sha256: copy.sha256, signedBy: copy.signedBy,
        signedAt: copy.signedAt,
        arrivals: copy.arrivedAfter.count, addenda: review.addenda, kind: review.kind,
        now: try ProcessEnvironment.clock()())
      try options.write(issued, named: name(of: review, content))
    } else {
      try sayWhatThisIs(review, hasCopy: copy != nil)
      try options.write(
        ReviewReport(
          review: review, school: content.facts.school(review.school), actions: content.actions,
          reviews: content.reviews, facts: content.facts, rule: content.rule,
          now: try ProcessEnvironment.clock()(),
          isFull: options.full
        ).document(), named: name(of: review, content), in: root.workspace)
    }
  }

  private func name(of review: Review, _ content: ListContent) -> String {
    ReportFileName.of(review, school: content.facts.school(review.school)?.name ?? "")
  }

  /// What somebody changed after the signature is not passed off as what was signed.
  private func refuseUnlessIntact(_ copy: SignedCopy, of review: Review) throws {
    guard !copy.isIntact else { return }
    throw CommandFailure(
      .refused,
      "records/reviews/\(review.id).signed-\(copy.id).json is not what was signed: it has been changed, and is "
        + "not printed. Bring back the file from a copy.")
  }

  /// A signed review that is put together anew is not the report as issued.
  private func sayWhatThisIs(_ review: Review, hasCopy: Bool) throws {
    guard review.signedAt != nil else { return }
    let (noun, done) = (review.kind.noun, review.kind.issued)
    guard hasCopy || options.full else {
      throw CommandFailure(
        .refused,
        "this \(noun) is \(done), but its signed copy is missing or broken: fieldbook check says more"
      )
    }
    StandardStreams.error(
      "fieldbook: this is made from the records as they are now, not the report as \(done)")
  }

  private func noReview(_ content: ListContent, _ matches: Int) -> CommandFailure {
    if matches == 0, content.contents.problems.contains(where: { $0.file == "records/reviews/\(id).json" }) {
      return CommandFailure(.refused, "the review \(id) cannot be read: see the line above")
    }
    let what =
      matches > 0
      ? "more than one review begins with \(id)" : "there is no review whose id is or begins with \(id)"
    let short = id.count < 8 ? " (give at least 8 characters of it)" : ""
    return CommandFailure(.notFound, "\(what)\(short): fieldbook list reviews shows their ids")
  }
}

/// The report of a school.
struct ReportSchoolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "school", abstract: "The report of a school.")

  @Argument(help: "The school’s URN.", completion: CompletionWords.schools)
  var urn: String

  @OptionGroup var options: ReportOptions
  @ParentCommand var root: Fieldbook

  func run() throws {
    let content = try ListContent(root.workspace)
    guard let school = URN(cell: urn).flatMap(content.facts.school) else { throw noSchool(content) }
    let now = try ProcessEnvironment.clock()()
    try options.write(
      SchoolReport(
        school: school, actions: content.actions, reviews: content.reviews, facts: content.facts,
        rule: content.rule,
        now: now, isFull: options.full
      ).document(), named: ReportFileName.of(school, on: now.date), in: root.workspace)
  }

  private func noSchool(_ content: ListContent) -> CommandFailure {
    if let heir = URN(cell: urn).flatMap(content.heir) {
      return CommandFailure(
        .notFound, "\(urn) is an earlier URN of \(heir.name): fieldbook report school \(heir.urn.text)")
    }
    return CommandFailure(
      .notFound, "there is no school “\(urn)” here: fieldbook list schools shows those there are")
  }
}
