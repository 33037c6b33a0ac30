extension RecordKind {
  /// What a review document has when it is a progress meeting.
  static let meetingFields: [RecordField] =
    [
      RecordField(
        "halfTerm", "Half-term", .line,
        help: "The half-term whose numbers a progress meeting looks at: 2026/27 Autumn 1."),
      RecordField("present", "Who is there", .lines, help: "Who else was at a progress meeting, by role."),
    ]
    + MeetingText.allCases.map { RecordField($0.rawValue, $0.title, .paragraph, help: $0.question) } + [
      RecordField(
        "decision", "Decision", .choice(MeetingDecision.allCases.map(\.rawValue)),
        help: "Whether a progress meeting decided on action."),
      RecordField(
        "decided", "What was decided", .paragraph,
        help: "What was decided, and why; also where the decision is that nothing need be done."),
    ]

  /// A number that a progress meeting looked at, as it was that day.
  public static let figure = RecordKind(
    name: "figure", plural: "figures",
    help:
      "A number that a progress meeting looked at, as it was that day. What is imported later never changes it.",
    fields: [
      RecordField("measure", "Measure", .line, help: "The measure’s id.", isRequired: true),
      RecordField("title", "Name", .line, help: "What the measure was called.", isRequired: true),
      RecordField("group", "Group", .line, help: "The group of pupils.", isRequired: true),
      RecordField(
        "period", "Period", .line, help: "The half-term or school year it speaks of.", isRequired: true),
      RecordField("value", "Value", .number, help: "The number; left out where there was none."),
      RecordField("unit", "Unit", .line, help: "What the number is counted in: percent, average, rate."),
      RecordField("reason", "Reason", .line, help: "Why there was no number."),
      RecordField("n", "Pupils", .number, help: "How many pupils it rests on."),
      RecordField("roll", "On roll", .number, help: "How many were on roll, assessed or not."),
      RecordField("before", "Before", .number, help: "The number it was held against."),
      RecordField(
        "against", "Against", .line, help: "What it was held against, in words, or why it was not."),
      RecordField(
        "small", "Small group", .flag,
        help: "Whether it is left out of reports and lists: few pupils, or it would give few away."),
      RecordField(
        "smallBefore", "Small group before", .flag,
        help:
          "Whether the number it was held against is left out of reports and lists, and the change with it."),
      RecordField(
        "used", "Used", .flag, help: "Whether it was used: it bore on what was said or decided."),
      RecordField("file", "File", .line, help: "The file it came from."),
      RecordField("sha256", "Checksum", .line, help: "That file’s SHA-256."),
      RecordField("line", "Line", .number, help: "The line of the file; the header is 1."),
      RecordField("column", "Column", .line, help: "The header of its column."),
      RecordField("asAt", "As at", .date, help: "The day for which the file was drawn up."),
    ])
}
