extension Ruling {
  /// Which of the files there are no longer count anywhere once others are in.
  public static func overtaken(_ files: [FactsFile], by added: [FactsFile]) -> [FactsFile] {
    let ruling = Ruling(files: files + added)
    return files.indices.filter { ruling.isSuperseded(file: $0) && !added.contains(files[$0]) }.map {
      files[$0]
    }
  }
}
