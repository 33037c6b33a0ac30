import FieldbookModel

/// Key stage 4 results in the layout of the published tables.
enum KeyStage4Table {
  typealias Column = TableColumn<KeyStage4Cohort>
  typealias Result = KeyStage4Cohort.Result

  private static let all = InventedGroup("") { _ in true }
  private static let groups: [InventedGroup] = [
    InventedGroup("_FSM6CLA1A") { $0.isDisadvantaged }, InventedGroup("_NFSM6CLA1A") { !$0.isDisadvantaged },
    InventedGroup("_LO") { $0.prior == .low }, InventedGroup("_AV") { $0.prior == .middle },
    InventedGroup("_HI") { $0.prior == .high }, InventedGroup("_EAL") { $0.isEAL },
    InventedGroup("_GIRLS") { $0.isGirl }, InventedGroup("_BOYS") { !$0.isGirl },
    InventedGroup("_NMOB") { !$0.isMobile },
  ]

  /// All rows of a year, the last being 2.
  static func bytes(year place: Int, _ year: AcademicYear, seed: UInt64, catalogue: Catalogue) -> [UInt8] {
    let sample = KeyStage4Cohort(
      count: 3000, points: [46.1, 45.9, 46.3][place], fives: [45, 45, 46][place], progress: -0.02,
      pupils: InventedSchool.Pupils(disadvantaged: 26, eal: 18, support: 13, plans: 4),
      random: SeededRandom(seed, 4, year.start, 1))
    return StageTable(recordTypes: ("4", ("5", weight: 198), ("7", weight: 180)), columns: columns).bytes(
      year: place, year, seed: seed, catalogue: catalogue, sample: sample)
  }

  // MARK: Columns

  static let columns: [Column] =
    identity + cohortColumns + [share("PTL2BASICS_94") { $0.isFour }, share("PTL2BASICS_95") { $0.isFive }]
    + ([all] + groups).flatMap(attainment) + entries + basics
    + [
      Column("P8_BANDING", measure: "p8Band") { _, cohort in
        progressCell(cohort, all) { mean, half in
          mean >= 0.5 && mean - half > 0
            ? "1" : mean - half > 0 ? "2" : mean + half >= 0 ? "3" : mean <= -0.5 ? "5" : "4"
        }
      }
    ]

  private static let identity: [Column] =
    Column.placing + [.closing, .type] + Column.sizes(pupils: "TPUP")

  private static let cohortColumns: [Column] =
    Column.pair("BPUP", "PBPUP") { !$0.isGirl } + Column.pair("GPUP", "PGPUP") { $0.isGirl }
    + Column.pair("TPRIORLO", "PTPRIORLO") { $0.prior == .low }
    + Column.pair("TPRIORAV", "PTPRIORAV") { $0.prior == .middle }
    + Column.pair("TPRIORHI", "PTPRIORHI") { $0.prior == .high }
    + Column.pair("TFSM6CLA1A", "PTFSM6CLA1A") { $0.isDisadvantaged }
    + Column.pair("TNOTFSM6CLA1A", "PTNOTFSM6CLA1A") { !$0.isDisadvantaged }
    + Column.pair("TEALGRP2", "PTEALGRP2") { $0.isEAL } + Column.pair("TNMOB", "PTNMOB") { !$0.isMobile }
    + Column.pair("SENSE4", "PSENSE4") { $0.hasPlan } + Column.pair("SENAPK4", "PSENAPK4") { $0.hasSupport }

  private static func share(
    _ header: String, _ group: InventedGroup = all, measure: String? = nil,
    _ holds: @escaping @Sendable (Result) -> Bool
  ) -> Column {
    Column(header, measure: measure) { _, cohort in
      let members = cohort.results.filter { group.contains($0.pupil) }
      if cohort.hasNoEntries, !members.isEmpty { return "NE" }
      return Figure.percent(members.count(where: holds), of: members.count)
    }
  }

  /// Attainment and progress of a group.
  private static func attainment(_ group: InventedGroup) -> [Column] {
    var columns = [points("ATT8SCR", group, 1)]
    if group.suffix.isEmpty {
      columns += [
        points("ATT8SCRENG", group, 0.21), points("ATT8SCRMAT", group, 0.19),
        points("ATT8SCREBAC", group, 0.28), points("ATT8SCROPEN", group, 0.32),
      ]
    }
    columns.append(
      Column("P8PUP" + group.suffix, measure: "p8Pupils") { row, cohort in
        String(cohort.results.count { group.contains($0.pupil) && $0.progress != nil } * row.weight)
      })
    columns.append(
      Column("P8MEA" + group.suffix, measure: "p8") { _, cohort in
        progressCell(cohort, group) { mean, _ in Figure.decimal(mean, 2) }
      })
    for (stem, side) in [("P8CILOW", -1.0), ("P8CIUPP", 1.0)] {
      columns.append(
        Column(stem + group.suffix, measure: "p8") { _, cohort in
          progressCell(cohort, group) { mean, half in Figure.decimal(mean + side * half, 2) }
        })
    }
    return columns
  }

  private static func points(_ header: String, _ group: InventedGroup, _ part: Double) -> Column {
    Column(header + group.suffix) { _, cohort in
      let points = cohort.results.filter { group.contains($0.pupil) }.map(\.points)
      return Figure.cell(of: points.count) { Figure.decimal(Figure.mean(points) * part, 1) }
    }
  }

  /// A cell from a group's mean progress and half the width of its interval.
  private static func progressCell(
    _ cohort: KeyStage4Cohort, _ group: InventedGroup, _ text: (Double, Double) -> String
  ) -> String {
    if cohort.isLowCoverage { return "LOWCOV" }
    let scores = cohort.results.filter { group.contains($0.pupil) }.compactMap(\.progress)
    return Figure.cell(of: scores.count) {
      text(Figure.mean(scores), 2.49 / Double(scores.count).squareRoot())
    }
  }

  private static let entries: [Column] = [
    share("PTEBACC_E_PTQ_EE", measure: "ebaccEntry") { $0.isEntered },
    share("PTEBACC_94", measure: "ebacc4") { $0.isEntered && $0.isFour },
    share("PTEBACC_95", measure: "ebacc5") { $0.isEntered && $0.isFive },
    Column("EBACCAPS", measure: "ebaccAps") { _, cohort in
      if cohort.hasNoEntries { return "NE" }
      let points = cohort.results.map { $0.points / 11.6 }
      return Figure.cell(of: points.count) { Figure.decimal(Figure.mean(points), 2) }
    },
  ]

  private static let basics: [Column] = ["94", "95"].flatMap { grade in
    [
      ("PTFSM6CLA1ABASICS_", "_FSM6CLA1A"), ("PTNOTFSM6CLA1ABASICS_", "_NFSM6CLA1A"),
      ("PTBASICSLO_", "_LO"), ("PTBASICSAV_", "_AV"), ("PTBASICSHI_", "_HI"), ("PBL2BASICS_", "_BOYS"),
      ("PGL2BASICS_", "_GIRLS"), ("PTL2BASICSEAL_", "_EAL"), ("PTL2BASICSNMOB_", "_NMOB"),
    ].map { stem, suffix in
      let group = groups.first { $0.suffix == suffix } ?? all
      return share(stem + grade, group) { grade == "94" ? $0.isFour : $0.isFive }
    }
  }
}
