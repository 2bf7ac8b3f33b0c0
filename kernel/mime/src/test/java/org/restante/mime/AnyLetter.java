package org.restante.mime;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Letters nobody wrote: pure noise, noise of mail's own pieces, and letters of the corpus bent. */
final class AnyLetter {

  private static final List<String> PIECES =
      List.of(
          "\r\n",
          "\r\n",
          "\n",
          "\r",
          "\0",
          " ",
          "\t",
          "-",
          "--",
          ":",
          ";",
          "=",
          "\"",
          "(",
          "x",
          "--a",
          "--a\r\n",
          "--a--",
          "--a--\r\n",
          "--ab\r\n",
          "--ab--\n",
          "\r\n--a\r\n",
          "Content-Type: multipart/mixed; boundary=a\r\n",
          "Content-Type: message/rfc822\r\n",
          "Content-Type: multipart/digest; boundary=ab\r\n",
          "content-type:text/html\n",
          "Content-Type: multipart/mixed;\r\n boundary=\"a\"\r\n\r\n--a\r\n",
          "From: x <x@y>\r\n",
          "To: a:b@c,;\r\n",
          "Subject: s\r\n",
          "Subject:\r\n\tfolded\r\n",
          "Content-Disposition: attachment; filename*0*=''%41; filename*1=b\r\n");

  private static final List<Corpus.Letter> CORPUS = Corpus.letters();

  private AnyLetter() {}

  static Arbitrary<byte[]> arbitrary() {
    return Arbitraries.oneOf(noise(), pieces(), bent());
  }

  private static Arbitrary<byte[]> noise() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
  }

  private static Arbitrary<byte[]> pieces() {
    return Arbitraries.of(PIECES).list().ofMaxSize(60).map(all -> Letters.octets(join(all)));
  }

  private static String join(List<String> pieces) {
    return String.join("", pieces);
  }

  private static Arbitrary<byte[]> bent() {
    return Arbitraries.longs().map(seed -> bend(new Random(seed)));
  }

  /** Takes a letter and moves, drops, doubles and replaces runs of it, mostly short ones. */
  static byte[] bend(Random random) {
    byte[] letter = any(random);
    for (int times = random.nextInt(6); times >= 0; times--) {
      int from = random.nextInt(letter.length + 1);
      int to = Math.min(letter.length, from + random.nextInt(1 << random.nextInt(9)));
      ByteArrayOutputStream bent = new ByteArrayOutputStream();
      bent.write(letter, 0, from);
      bent.writeBytes(instead(random, letter, from, to));
      bent.write(letter, to, letter.length - to);
      letter = bent.toByteArray();
    }
    return letter;
  }

  private static byte[] instead(Random random, byte[] letter, int from, int to) {
    return switch (random.nextInt(4)) {
      case 0 -> new byte[0];
      case 1 -> Letters.octets(PIECES.get(random.nextInt(PIECES.size())));
      case 2 -> any(random);
      default -> {
        byte[] run = new byte[2 * (to - from)];
        System.arraycopy(letter, from, run, 0, to - from);
        System.arraycopy(letter, from, run, to - from, to - from);
        yield run;
      }
    };
  }

  private static byte[] any(Random random) {
    return CORPUS.get(random.nextInt(CORPUS.size())).octets();
  }
}
