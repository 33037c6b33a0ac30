extension Ruling {
  /// Which of the files there are no longer count anywhere once others are in, and need not be kept. What counts pupils is
  /// kept all the same: what one edition hides is hidden in all.
  public static func overtaken(_ files: [FactsFile], by added: [FactsFile]) -> [FactsFile] {
    let ruling = Ruling(files: files + added)
    return files.indices.filter { index in
      ruling.isSuperseded(file: index) && !added.contains(files[index]) && !files[index].countsPupils
    }.map { files[$0] }
  }
}
