/// What libFuzzer calls with each input: a broken promise ends it, and the input is kept.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let broken = ReaderPromises.broken(byCSV: bytes) { fatalError(broken) }
  return 0
}
