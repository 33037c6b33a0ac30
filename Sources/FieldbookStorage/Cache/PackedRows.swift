import FieldbookModel

/// The rows of a facts file as bytes: what each is about, where it belongs, where it stands.
enum PackedRows {
  static func bytes(_ rows: FactsFile.RowList, authorityCodes: [String]) -> [UInt8] {
    var packer = BytePacker()
    packer.add(PackedTexts(rows.subjects.lazy.map { Array(FactsSubjectCodec.text($0).utf8) }))
    let later = rows.subjects.map { subject in
      if case .school(_, let later?) = subject { later.text } else { nil as String? }
    }
    packer.add(count: later.count { $0 != nil })
    for (row, text) in later.enumerated() {
      guard let text else { continue }
      packer.add(count: row)
      packer.add(text)
    }
    let places = Dictionary(uniqueKeysWithValues: authorityCodes.enumerated().map { ($1, UInt32($0)) })
    for authority in rows.authorities { packer.add(places[authority] ?? 0) }
    for line in rows.lines { packer.add(UInt64(bitPattern: Int64(line))) }
    return packer.bytes
  }

  /// So many rows; nil where the bytes are not what `bytes` writes.
  static func rows(_ bytes: ArraySlice<UInt8>, count: Int, authorityCodes: [String]) -> FactsFile.RowList? {
    var unpacker = ByteUnpacker(bytes)
    guard let texts = unpacker.texts(), texts.count == count, let laters = laters(&unpacker),
      let authorities = unpacker.shorts(count), let lines = unpacker.longs(count), unpacker.isAtEnd,
      authorities.allSatisfy({ Int($0) < authorityCodes.count })
    else { return nil }
    return FactsFile.RowList(
      subjects: (0..<count).map { row in
        FactsSubjectCodec.subject(String(decoding: texts[row], as: UTF8.self), later: laters[row])
      },
      authorities: authorities.map { authorityCodes[Int($0)] },
      lines: lines.map { Int(Int64(bitPattern: $0)) })
  }

  private static func laters(_ unpacker: inout ByteUnpacker) -> [Int: String]? {
    guard let count = unpacker.count() else { return nil }
    var laters: [Int: String] = [:]
    for _ in 0..<count {
      guard let row = unpacker.count(), let text = unpacker.text() else { return nil }
      laters[row] = text
    }
    return laters
  }
}
