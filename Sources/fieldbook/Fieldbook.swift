import ArgumentParser

@main
struct Fieldbook: ParsableCommand {
  func run() throws {}
}
