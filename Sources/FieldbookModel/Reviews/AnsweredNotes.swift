extension Review {
  /// Whether it is a shared note of visit, or a meeting that was held, whose every action was answered: nothing of it
  /// waits any more.
  ///
  /// One that agreed no action waits for nothing either, but nobody has said so: a person closes it.
  public func isAnswered(actions: [AgreedAction], reviews: [Review]) -> Bool {
    guard !isFormal, state.waitsToClose else { return false }
    let own = actions.filter { $0.review == id && $0.record.counts }
    return !own.isEmpty && own.allSatisfy { !$0.status(in: reviews).isOpen }
  }
}
