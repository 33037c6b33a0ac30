/// Remembers where values and names start while a tree is read.
struct JSONPlaceRecorder {
  private(set) var values: [String: TextPlace] = [:]
  private(set) var names: [String: TextPlace] = [:]
  private var counter = PlaceCounter()
  private var pointers = [""]

  private var pointer: String { pointers.last ?? "" }

  mutating func value(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    values[pointer] = counter.place(of: offset, in: bytes)
  }

  mutating func enter(member name: String, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    pointers.append(JSONPointer.member(name, of: pointer))
    names[pointer] = counter.place(of: offset, in: bytes)
  }

  mutating func enter(element index: Int) { pointers.append(JSONPointer.element(index, of: pointer)) }

  mutating func leave() { pointers.removeLast() }
}
