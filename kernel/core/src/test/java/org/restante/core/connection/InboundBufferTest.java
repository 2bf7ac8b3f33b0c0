package org.restante.core.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.restante.protocol.ConnectionLost;
import org.restante.protocol.LineTooLong;

class InboundBufferTest {
  private static final Runnable QUIETLY = () -> {};
  private static final String SCRIPT = "a\r\n\nlong line\r\n\r\r\nabc\rd\n";
  private static final List<String> LINES = List.of("a", "", "long line", "\r", "abc\rd");

  private final List<String> reads = new ArrayList<>();
  private final InboundBuffer buffer = new InboundBuffer(1000, () -> reads.add("read"), new Wait());

  private void append(String text) {
    buffer.append(Unpooled.copiedBuffer(text, ISO_8859_1));
  }

  private String line(int limit) {
    return new String(buffer.readLine(limit, QUIETLY), ISO_8859_1);
  }

  @Property
  void givesTheSameLinesHoweverTheyAreCut(
      @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 24) Integer> cuts) {
    InboundBuffer cut = new InboundBuffer(1000, QUIETLY, new Wait());
    int from = 0;
    for (int to : cuts.stream().sorted().toList()) {
      int end = Math.min(to, SCRIPT.length());
      ByteBuf piece = Unpooled.buffer(4); // some fit into what is left of the piece before
      piece.writeCharSequence(SCRIPT.substring(from, end), ISO_8859_1);
      cut.append(piece);
      from = end;
    }
    cut.append(Unpooled.copiedBuffer(SCRIPT.substring(from), ISO_8859_1));
    List<String> lines = new ArrayList<>();
    while (cut.ready(1000)) {
      lines.add(new String(cut.readLine(1000, QUIETLY), ISO_8859_1));
    }
    assertThat(lines).isEqualTo(LINES);
    assertThat(cut.isEmpty()).isTrue();
  }

  @Test
  void isReadyForALineOrMoreThanALineMayHave() {
    append("abc");
    assertThat(buffer.ready(3)).isFalse();
    assertThat(buffer.ready(2)).isTrue();
    append("\n");
    assertThat(buffer.ready(1000)).isTrue();
  }

  @Test
  void skipsALineThatIsTooLong() {
    append("12345\r\n123456\r\nnext\r\n");
    assertThat(line(5)).isEqualTo("12345");
    assertThatThrownBy(() -> line(5)).isInstanceOf(LineTooLong.class);
    assertThat(line(5)).isEqualTo("next");
  }

  @Test
  void stopsTheChannelWhenItIsFullAndStartsItAgain() {
    append("x".repeat(70_000));
    assertThat(buffer.readOn()).isFalse();
    assertThat(buffer.read(new byte[30_000], 0, 30_000, QUIETLY)).isEqualTo(30_000);
    assertThat(reads).isEmpty();
    buffer.read(new byte[30_000], 0, 30_000, QUIETLY);
    assertThat(reads).containsExactly("read");
    assertThat(buffer.readOn()).isTrue();
  }

  @Test
  void readsOnForTheRestOfALineAlthoughMoreThanHalfIsFull() {
    AtomicReference<InboundBuffer> self = new AtomicReference<>();
    InboundBuffer waiting =
        new InboundBuffer(
            1000,
            () ->
                Objects.requireNonNull(self.get()).append(Unpooled.copiedBuffer("\n", ISO_8859_1)),
            new Wait());
    self.set(waiting);
    waiting.append(Unpooled.copiedBuffer("x".repeat(70_000), ISO_8859_1));
    assertThat(waiting.readOn()).isFalse();
    waiting.read(new byte[30_000], 0, 30_000, QUIETLY);
    assertThat(waiting.readLine(60_000, QUIETLY)).hasSize(40_000);
  }

  @Test
  void givesUpWhenNoMoreComes() {
    append("half");
    buffer.end();
    assertThatThrownBy(() -> line(100)).isInstanceOf(ConnectionLost.class);
    assertThat(buffer.read(new byte[10], 0, 10, QUIETLY)).isEqualTo(4);
  }

  @Test
  void releasesWhatItDrops() {
    ByteBuf octets = Unpooled.copiedBuffer("abc", ISO_8859_1);
    buffer.append(octets);
    buffer.discard();
    assertThat(octets.refCnt()).isZero();
    ByteBuf later = Unpooled.copiedBuffer("abc", ISO_8859_1);
    buffer.append(later);
    assertThat(later.refCnt()).isZero();
  }
}
