package org.restante.rocksdb.file;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.restante.blob.BlobId;

/** A trailer is what was written, or none. */
class TrailerTest {
  private static final long MOST = 1L << 40;

  private static long fileLength(long octets, int chunk) {
    return new Layout(octets, chunk).end() + Trailer.LENGTH;
  }

  @Property
  void isReadAsItWasWritten(
      @ForAll @Size(BlobId.LENGTH) byte[] name,
      @ForAll @LongRange(max = MOST) long octets,
      @ForAll @IntRange(min = 4096) int chunk) {
    Trailer trailer = new Trailer(new BlobId(name), octets, chunk);
    long length = fileLength(octets, chunk);
    assertThat(Trailer.decode(trailer.encode(), length)).contains(trailer);
    assertThat(Trailer.decode(trailer.encode(), length + 1)).isEmpty();
    assertThat(Trailer.decode(trailer.encode(), length - 1)).isEmpty();
  }

  @Property
  void isNoneWithAWrongOctet(
      @ForAll @IntRange(max = Trailer.LENGTH - 1) int at, @ForAll @ByteRange(min = 1) byte change) {
    byte[] encoded = new Trailer(new BlobId(new byte[BlobId.LENGTH]), 7, 4).encode();
    encoded[at] ^= change;
    assertThat(Trailer.decode(encoded, fileLength(7, 4))).isEmpty();
  }

  @Property
  void othersOctetsAreNone(
      @ForAll @Size(Trailer.LENGTH) byte[] octets, @ForAll @LongRange(max = MOST) long length) {
    assertThat(Trailer.decode(octets, length)).isEmpty();
    assertThat(Trailer.decode(new byte[Trailer.LENGTH], length)).isEmpty();
  }
}
