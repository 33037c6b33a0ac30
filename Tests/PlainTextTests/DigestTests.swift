import PlainText
import SeededRandom
import Testing

@Suite struct DigestTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrs"
        + "mnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ]) func `SHA-256 agrees with the vectors of FIPS 180`(_ text: String, _ digest: String) {
    #expect(SHA256.hex(Array(text.utf8)) == digest)
  }

  @Test func `a million letters have the digest that FIPS gives`() {
    var digest = SHA256()
    let piece = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000)
    for _ in 0..<1_000 { digest.update(piece) }
    #expect(
      SHA256.hexDigits(digest.finish())
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func `pieces of any size give the digest of the whole`() {
    var source = SplitMix64(seed: 11)
    for length in 0..<200 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37) }
      var digest = SHA256()
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 1...70, using: &source))
        digest.update(Array(piece))
        rest = rest.dropFirst(piece.count)
      }
      #expect(SHA256.hexDigits(digest.finish()) == SHA256.hex(bytes))
    }
  }

  @Test func `CRC-32 agrees with the check value of its catalogue`() {
    #expect(CRC32.hex(Array("123456789".utf8)) == "cbf43926")
    #expect(CRC32.hex([]) == "00000000")
  }

  @Test func `XXH64 agrees with its own implementation`() {
    let long = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    #expect(XXHash64.digest([]) == 0xEF46_DB37_51D8_E999)
    #expect(XXHash64.digest(Array("a".utf8)) == 0xD24E_C4F1_A98C_6E5B)
    #expect(XXHash64.digest(Array("abc".utf8)) == 0x44BC_2CF5_AD77_0999)
    let sentence = "Nobody inspects the spammish repetition"
    #expect(XXHash64.digest(Array(sentence.utf8)) == 0xFBCE_A83C_8A37_8BF1)
    #expect(XXHash64.digest(long) == 0xBFBA_0B19_DF72_611C)
    #expect(XXHash64.digest(long, seed: 7) == 0xAFE7_5750_8F11_9EA1)
    #expect(XXHash64.digest(long[5..<800]) == XXHash64.digest(Array(long[5..<800])))
  }
}
