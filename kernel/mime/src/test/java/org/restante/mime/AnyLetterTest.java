package org.restante.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.restante.mime.MimeSection.Kind;
import org.restante.mime.stored.DamagedIndex;
import org.restante.mime.stored.MimeIndexCodec;
import org.restante.mime.stored.UnknownIndexVersion;

/** What holds for every sequence of octets. */
class AnyLetterTest {

  @Provide
  Arbitrary<byte[]> letters() {
    return AnyLetter.arbitrary();
  }

  @Property(tries = 3_000)
  void everySplitGivesTheSameIndex(@ForAll("letters") byte[] letter, @ForAll long seed) {
    assertThat(Letters.index(letter, cuts(letter.length, new Random(seed))))
        .isEqualTo(Letters.index(letter));
  }

  @Property(tries = 3_000)
  void rangesNest(@ForAll("letters") byte[] letter) {
    MimeIndex index = Letters.index(letter);
    assertThat(index.size()).isEqualTo(letter.length);
    assertNested(index.root(), new OctetRange(0, letter.length));
  }

  @Property(tries = 3_000)
  void linesAreThoseOfTheBody(@ForAll("letters") byte[] letter) {
    allParts(Letters.index(letter).root())
        .forEach(
            part ->
                assertThat(part.bodyLines())
                    .isEqualTo(
                        Letters.text(letter, part.body()).chars().filter(c -> c == '\n').count()));
  }

  @Property(tries = 3_000)
  void readsBackWhatWasEncoded(@ForAll("letters") byte[] letter) {
    MimeIndex index = Letters.index(letter);
    assertThat(MimeIndexCodec.decode(MimeIndexCodec.encode(index))).isEqualTo(index);
  }

  @Property(tries = 3_000)
  void limitsHold(@ForAll("letters") byte[] letter) {
    MimeIndex index = Letters.index(letter, new MimeLimits(4, 3, 40));
    assertThat(allParts(index.root())).hasSizeLessThanOrEqualTo(4);
    assertThat(depth(index.root())).isLessThanOrEqualTo(3);
    assertNested(index.root(), new OctetRange(0, letter.length));
  }

  @Property(tries = 3_000)
  void childrenAreAsTheTypeSays(@ForAll("letters") byte[] letter) {
    for (MimePart part : allParts(Letters.index(letter).root())) {
      if (part.isMultipart()) {
        assertThat(part.children()).isNotEmpty();
      } else {
        assertThat(part.children()).hasSize(part.content().isMessage() ? 1 : 0);
      }
      part.message().ifPresent(message -> assertThat(message.envelope()).isNotNull());
    }
  }

  @Property(tries = 3_000)
  void theHeaderBlockIsTheHeader(@ForAll("letters") byte[] letter) {
    String header = Letters.text(letter, Letters.index(letter).root().header());
    HeaderBlock block = HeaderBlock.of(Letters.octets(header));
    assertThat(block.select(Set.of(), true)).isEqualTo(Letters.octets(header));
  }

  @Property(tries = 2_000)
  void bentEncodingsAreRefusedByName(@ForAll("letters") byte[] letter, @ForAll long seed) {
    byte[] encoded = MimeIndexCodec.encode(Letters.index(letter));
    Random random = new Random(seed);
    encoded[random.nextInt(encoded.length)] = (byte) random.nextInt();
    try {
      MimeIndexCodec.decode(encoded);
    } catch (DamagedIndex | UnknownIndexVersion refused) {
      assertThat(refused).hasMessageContaining("");
    }
  }

  @Property(tries = 1_000)
  void everyPartCanBeLocated(@ForAll("letters") byte[] letter) {
    MimeIndex index = Letters.index(letter);
    for (int number = 1; number <= Math.max(1, index.root().children().size()); number++) {
      MimeSection section = new MimeSection(List.of(number), Kind.WHOLE);
      assertThat(index.locate(section)).isPresent();
    }
  }

  private static List<Integer> cuts(int length, Random random) {
    List<Integer> cuts = new ArrayList<>();
    for (int at = random.nextInt(40); at < length; at += random.nextInt(40)) {
      cuts.add(at);
    }
    return cuts;
  }

  private static void assertNested(MimePart part, OctetRange outer) {
    assertThat(part.headerStart()).isGreaterThanOrEqualTo(outer.offset());
    assertThat(part.bodyStart()).isGreaterThanOrEqualTo(part.headerStart());
    assertThat(part.end()).isBetween(part.bodyStart(), outer.end());
    long free = part.bodyStart();
    for (MimePart child : part.children()) {
      assertNested(child, OctetRange.between(free, part.end()));
      free = child.end();
    }
  }

  private static List<MimePart> allParts(MimePart part) {
    List<MimePart> all = new ArrayList<>(List.of(part));
    part.children().forEach(child -> all.addAll(allParts(child)));
    return all;
  }

  private static int depth(MimePart part) {
    return 1 + part.children().stream().mapToInt(AnyLetterTest::depth).max().orElse(0);
  }
}
