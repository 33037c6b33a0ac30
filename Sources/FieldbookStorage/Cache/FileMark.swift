/// What tells a file as it was read from any other state of it, without reading it again.
///
/// Size, time and inode are what an editor, git or a copying program change; the time at which the system last changed
/// anything about the file is there for those who put the other three back.
struct FileMark: Hashable, Sendable {
  var size: Int
  var modified: Int
  var changed: Int
  var inode: UInt64

  init(_ status: FileStatus) {
    (size, modified, changed, inode) = (status.size, status.modified, status.changed, status.inode)
  }

  /// Read back; nil where there are no more bytes.
  init?(_ unpacker: inout ByteUnpacker) {
    guard let size = unpacker.long(), let modified = unpacker.long(), let changed = unpacker.long(),
      let inode = unpacker.long()
    else { return nil }
    self.size = Int(truncatingIfNeeded: size)
    self.modified = Int(truncatingIfNeeded: modified)
    self.changed = Int(truncatingIfNeeded: changed)
    self.inode = inode
  }

  func pack(into packer: inout BytePacker) {
    for number in [size, modified, changed] { packer.add(UInt64(truncatingIfNeeded: number)) }
    packer.add(inode)
  }

  /// Whether the file had been left alone for so long when the disk's clock stood at `time` that any later change must
  /// give it another mark. To be asked of the clock as it stood before the file was read.
  func isAtRest(at time: Int) -> Bool { time - max(modified, changed) >= WorkspaceFolder.restingTime }
}
