package org.restante.bench.mime;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.restante.mime.MimeIndex;
import org.restante.mime.MimeIndexer;
import org.restante.mime.MimeLimits;
import org.restante.mime.stored.MimeIndexCodec;
import org.restante.testkit.corpus.Corpus;
import org.restante.testkit.corpus.LetterKind;

/** The index that is made of every letter on its way in, and read back by every FETCH. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MimeIndexing {
  private static final int PIECE = 8192;

  /** What is special about the letter. */
  @Param({"PLAIN", "NESTED_PARTS", "MANY_HEADERS", "DEEP", "LARGE"})
  public LetterKind kind = LetterKind.PLAIN;

  private byte[] octets = {};
  private byte[] encoded = {};

  /** Makes the letter. */
  @Setup
  public void letter() {
    octets = Corpus.of(1).letter(kind.ordinal()).octets();
    encoded = MimeIndexCodec.encode(index());
  }

  /** One pass over the octets, as they come from a socket. */
  @Benchmark
  public MimeIndex index() {
    MimeIndexer indexer = new MimeIndexer(MimeLimits.DEFAULT);
    for (int at = 0; at < octets.length; at += PIECE) {
      indexer.write(octets, at, Math.min(PIECE, octets.length - at));
    }
    return indexer.finish();
  }

  /** The index from its stored form. */
  @Benchmark
  public MimeIndex decode() {
    return MimeIndexCodec.decode(encoded);
  }
}
