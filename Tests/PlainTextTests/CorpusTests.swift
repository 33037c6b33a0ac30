import ReaderPromises
import SeededRandom
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The inputs that fuzzers found worth keeping, and damaged copies of them.
@Suite struct CorpusTests {
  private static func inputs(_ reader: String) -> [(name: String, bytes: [UInt8])] {
    let parts = #filePath.split(separator: "/").dropLast(3)
    let folder = "/" + parts.joined(separator: "/") + "/fixtures/corpus/\(reader)"
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted().map { ($0, bytes("\(folder)/\($0)")) }
  }

  private static func bytes(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes[..<count])
  }

  @Test(arguments: ["json", "csv"]) func `every input keeps every promise`(reader: String) {
    let inputs = Self.inputs(reader)
    #expect(inputs.count > 15)
    for (name, bytes) in inputs {
      let broken =
        reader == "json" ? ReaderPromises.broken(byJSON: bytes) : ReaderPromises.broken(byCSV: bytes)
      #expect(broken == nil, "fixtures/corpus/\(reader)/\(name)")
    }
  }

  @Test(arguments: ["json", "csv"]) func `so do damaged copies`(reader: String) {
    var random = SplitMix64(seed: 11)
    for (name, bytes) in Self.inputs(reader) where !bytes.isEmpty {
      for _ in 0..<20 {
        var damaged = bytes
        let place = Int.random(in: 0..<damaged.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: damaged[place] = UInt8.random(in: 0...255, using: &random)
        case 1: damaged.removeSubrange(place...)
        default: damaged.insert(contentsOf: damaged[..<place], at: place)
        }
        let broken =
          reader == "json" ? ReaderPromises.broken(byJSON: damaged) : ReaderPromises.broken(byCSV: damaged)
        #expect(broken == nil, "\(reader)/\(name): \(damaged)")
      }
    }
  }
}
