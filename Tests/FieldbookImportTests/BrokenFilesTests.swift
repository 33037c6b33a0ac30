import FieldbookImport
import FieldbookModel
import PlainText
import SeededRandom
import Testing

/// No bytes whatever may stop the program: they are read with a report, or refused.
@Suite struct BrokenFilesTests {
  private func outcome(_ bytes: [UInt8], name: String) -> Bool {
    var files = InventedFiles(seed: 1)
    let register = files.register(damaged: false).source
    do {
      let plan = try Trial().plan([SourceFile(path: name, bytes: bytes), register])
      let facts = Facts(files: plan.files, catalogue: Catalogue(measures: []), ours: plan.ours)
      for subject in facts.subjects { _ = facts.observations(of: subject).map(\.n) }
      _ = ImportSummary.lines(plan, dryRun: true)
      _ = ImportSummary.json(plan, written: false, dryRun: true).encoded()
      return true
    } catch {
      return !error.message.isEmpty
    }
  }

  @Test func randomBytesAreRefused() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<2_000 {
      let count = Int.random(in: 0..<300, using: &random)
      #expect(
        outcome((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }, name: "2017-18.csv"))
    }
  }

  @Test func randomTextUnderARealHeaderIsReadOrRefused() {
    var random = SplitMix64(seed: 12)
    let alphabet = Array("0123456789,,,,,\n\n\r\"\"%.- SUPPNA\u{E9}").flatMap { Array(String($0).utf8) }
    let header = Array("RECTYPE,LEA,URN,TELIG,PTRWM_EXP,READPROG,READPROG_LOWER\n1,936,100001,30,9%\n".utf8)
    for _ in 0..<500 {
      let count = Int.random(in: 0..<400, using: &random)
      #expect(outcome(header + (0..<count).map { _ in random.pick(alphabet) }, name: "2017-18.csv"))
    }
  }

  @Test func damagedFilesAreReadOrRefused() {
    var random = SplitMix64(seed: 13)
    var files = InventedFiles(seed: 2)
    let sound = [files.results().source, files.register().source]
    for _ in 0..<60 {
      let source = random.pick(sound)
      var bytes = source.bytes
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(UInt8(ascii: "\""), at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 40))
        }
      }
      #expect(outcome(bytes, name: source.path))
    }
  }
}
