import FieldbookModel

/// Key stage 2 results in the layout of the published tables.
enum KeyStage2Table {
  typealias Column = TableColumn<KeyStage2Cohort>
  typealias Result = KeyStage2Cohort.Result

  private static let all = InventedGroup("") { _ in true }
  private static let groups: [InventedGroup] = [
    InventedGroup("_B") { !$0.isGirl }, InventedGroup("_G") { $0.isGirl },
    InventedGroup("_L") { $0.prior == .low }, InventedGroup("_M") { $0.prior == .middle },
    InventedGroup("_H") { $0.prior == .high }, InventedGroup("_FSM6CLA1A") { $0.isDisadvantaged },
    InventedGroup("_NotFSM6CLA1A") { !$0.isDisadvantaged }, InventedGroup("_EAL") { $0.isEAL },
    InventedGroup("_MOBN") { !$0.isMobile },
  ]

  /// All rows of a year, the last being 2.
  static func bytes(year place: Int, _ year: AcademicYear, seed: UInt64, catalogue: Catalogue) -> [UInt8] {
    let sample = KeyStage2Cohort(
      count: 3000, expected: [61, 62, 63][place], higher: 8, progress: 0,
      pupils: InventedSchool.Pupils(disadvantaged: 30, eal: 22, support: 14, plans: 4),
      random: SeededRandom(seed, 2, year.start, 1))
    return StageTable(recordTypes: ("3", ("4", weight: 210), ("5", weight: 200)), columns: columns).bytes(
      year: place, year, seed: seed, catalogue: catalogue, sample: sample)
  }

  // MARK: Columns

  static let columns: [Column] = identity + cohortColumns + overall + progress + subjects

  private static let identity: [Column] =
    Column.placing + [
      Column("URN_AC") { row, _ in row.school?.earlierURN == nil ? "0" : String(row.school?.urn ?? 0) },
      .type, .closing,
    ] + Column.sizes(pupils: "TELIG")

  private static let cohortColumns: [Column] =
    Column.pair("BELIG", "PBELIG") { !$0.isGirl } + Column.pair("GELIG", "PGELIG") { $0.isGirl }
    + Column.pair("TKS1GROUP_L", "PTKS1GROUP_L") { $0.prior == .low }
    + Column.pair("TKS1GROUP_M", "PTKS1GROUP_M") { $0.prior == .middle }
    + Column.pair("TKS1GROUP_H", "PTKS1GROUP_H") { $0.prior == .high }
    + Column.pair("TKS1GROUP_NA", "PTKS1GROUP_NA") { $0.prior == .unknown }
    + Column.pair("TFSM6CLA1A", "PTFSM6CLA1A") { $0.isDisadvantaged }
    + Column.pair("TNotFSM6CLA1A", "PTNotFSM6CLA1A") { !$0.isDisadvantaged }
    + Column.pair("TEALGRP2", "PTEALGRP2") { $0.isEAL } + Column.pair("TMOBN", "PTMOBN") { !$0.isMobile }
    + Column.pair("TSENELK", "PSENELK") { $0.hasSupport } + Column.pair("TSENELE", "PSENELE") { $0.hasPlan }

  /// The share of a group for which something holds.
  private static func share(
    _ header: String, _ group: InventedGroup = all, _ holds: @escaping @Sendable (Result) -> Bool
  ) -> Column {
    Column(header + group.suffix) { _, cohort in
      let members = cohort.results.filter { group.contains($0.pupil) }
      return Figure.percent(members.count(where: holds), of: members.count)
    }
  }

  private static let overall: [Column] =
    ([all] + groups).map { share("PTRWM_EXP", $0) { $0.isExpected } }
    + ([all] + groups).map { share("PTRWM_HIGH", $0) { $0.isHigher } }

  private static let progress: [Column] = [("READ", 0), ("WRIT", 1), ("MAT", 2)].flatMap { stem, subject in
    let measure = ["readProg", "writProg", "matProg"][subject]
    return [("", 0.0), ("_LOWER", -1.0), ("_UPPER", 1.0)].map { suffix, side in
      Column("\(stem)PROG\(suffix)", measure: measure) { _, cohort in
        if cohort.isLowCoverage { return "LOWCOV" }
        let count = cohort.results.count
        return Figure.cell(of: count) {
          Figure.decimal(cohort.progress[subject] + side * 10.8 / Double(count).squareRoot(), 1)
        }
      }
    } + [
      Column("\(stem)COV", measure: measure) { _, cohort in
        Figure.percent(cohort.results.count { $0.pupil.prior != .unknown }, of: cohort.results.count)
      }
    ]
  }

  /// The mean scaled score of a group.
  private static func average(
    _ header: String, _ group: InventedGroup = all, _ score: @escaping @Sendable (Result) -> Int
  ) -> Column {
    Column(header + group.suffix) { _, cohort in
      let scores = cohort.results.filter { group.contains($0.pupil) }.map { Double(score($0)) }
      return Figure.cell(of: scores.count) { Figure.decimal(Figure.mean(scores), 0) }
    }
  }

  private static let subjects: [Column] =
    [share("PTREAD_EXP") { $0.reading >= 100 }, share("PTREAD_HIGH") { $0.reading >= 110 }]
    + ([all] + groups).map { average("READ_AVERAGE", $0) { $0.reading } }
    + [share("PTGPS_EXP") { $0.grammar >= 100 }, share("PTGPS_HIGH") { $0.grammar >= 110 }]
    + [average("GPS_AVERAGE") { $0.grammar }]
    + [share("PTMAT_EXP") { $0.maths >= 100 }, share("PTMAT_HIGH") { $0.maths >= 110 }]
    + ([all] + groups).map { average("MAT_AVERAGE", $0) { $0.maths } }
    + [
      share("PTWRITTA_EXP") { $0.writing >= 2 }, share("PTWRITTA_HIGH") { $0.writing == 3 },
      share("PTWRITTA_WTS") { $0.writing == 1 }, share("PTSCITA_EXP") { $0.science },
    ]
}
