extension Theme {
  /// The themes that come with the program, the standard one first.
  public static let builtIn: [Theme] = [
    builtIn("blue-orange", PackageResources.blue_orange_json),
    builtIn("high-contrast", PackageResources.high_contrast_json),
    builtIn("traffic-light", PackageResources.traffic_light_json),
  ]

  /// Blue against orange: people who cannot tell red from green can tell them apart, on any background.
  public static let standard = builtIn[0]

  /// A test reads each of them strictly; what could not be read would be drawn as the terminal has it.
  private static func builtIn(_ name: String, _ bytes: [UInt8]) -> Theme {
    read(bytes, name: name).theme ?? Theme(name: name, title: name, looks: [:])
  }
}
