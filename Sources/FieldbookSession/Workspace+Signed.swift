import FieldbookModel
import FieldbookStorage

extension Workspace {
  /// The review as it is on the disk, when that person has signed or shared it.
  func signed(_ id: String, by name: String) -> Review? {
    guard let review = try? contents().reviews.first(where: { $0.id == id }) else { return nil }
    return review.signedAt != nil && review.signedBy == name ? review : nil
  }
}
