package org.restante.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Offsets and limits, where the corpus shows them badly. */
class MimeIndexerTest {

  @Test
  void theLineEndBeforeADelimiterBelongsToIt() {
    byte[] letter =
        Letters.crlf("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nbody\n\n--b--\n");
    MimePart part = Letters.index(letter).root().children().get(0);
    assertThat(Letters.text(letter, part.header())).isEqualTo("\r\n");
    assertThat(Letters.text(letter, part.body())).isEqualTo("body\r\n");
    assertThat(part.bodyLines()).isEqualTo(1);
  }

  @Test
  void aHeaderCutByADelimiterKeepsItsLineEnd() {
    byte[] letter =
        Letters.crlf("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-ID: <i>\n--b--\n");
    MimePart part = Letters.index(letter).root().children().get(0);
    assertThat(Letters.text(letter, part.header())).isEqualTo("Content-ID: <i>\r\n");
    assertThat(part.body().length()).isZero();
  }

  @Test
  void theEpilogueIsOfTheMultipart() {
    byte[] letter =
        Letters.octets("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--b--\nepilogue\n");
    MimePart root = Letters.index(letter).root();
    assertThat(root.end()).isEqualTo(letter.length);
    assertThat(root.children()).hasSize(1);
  }

  @Test
  void aLineOfAHundredThousandOctetsIsALine() {
    byte[] letter =
        Letters.octets("Subject: " + "s".repeat(100_000) + "\n\n" + "-".repeat(100_000));
    MimePart root = Letters.index(letter).root();
    assertThat(root.body().length()).isEqualTo(100_000);
    assertThat(Letters.index(letter).envelope().subject())
        .hasSize(MimeLimits.DEFAULT.maxHeaderOctets() - 1);
  }

  @Test
  void aThousandHeaderLinesAreRead() {
    byte[] letter = Letters.octets("X-Many: header\n".repeat(1_000) + "Subject: last\n\n");
    assertThat(Letters.index(letter).envelope().subject()).isEqualTo("last");
  }

  @Test
  void pastThePartLimitTheRestIsOpaque() {
    String parts = "--b\n\nx\n".repeat(5);
    byte[] letter =
        Letters.octets("Content-Type: multipart/mixed; boundary=b\n\n" + parts + "--b--\n");
    MimePart root = Letters.index(letter, new MimeLimits(4, 10, 1_000)).root();
    assertThat(root.children()).hasSize(3);
    assertThat(root.end()).isEqualTo(letter.length);
    assertThat(Letters.text(letter, root.children().get(2).body())).isEqualTo("x");
  }

  @Test
  void pastTheDepthLimitAPartIsOctets() {
    byte[] letter = Letters.octets("Content-Type: message/rfc822\n\n".repeat(5));
    MimePart root = Letters.index(letter, new MimeLimits(100, 2, 1_000)).root();
    MimePart inner = root.message().orElseThrow();
    assertThat(inner.content().is("application", "octet-stream")).isTrue();
    assertThat(inner.children()).isEmpty();
  }

  @Test
  void theHeaderLimitIsForAllHeadersTogether() {
    String part = "--b\nContent-ID: " + "i".repeat(100) + "\n\nx\n";
    byte[] letter =
        Letters.octets("Content-Type: multipart/mixed; boundary=b\n\n" + part.repeat(10));
    List<Integer> lengths = new ArrayList<>();
    for (MimePart child : Letters.index(letter, new MimeLimits(100, 10, 250)).root().children()) {
      String id = child.content().id();
      lengths.add(id == null ? -1 : id.length());
    }
    assertThat(lengths).startsWith(100, 100).endsWith(-1, -1);
  }

  @Test
  void aLongListOfAddressesTakesNothingFromOtherFields() {
    String recipients = "Recipient <someone@example.org>,\n ".repeat(5_000);
    byte[] letter =
        Letters.octets(
            "To: "
                + recipients
                + "last@example.org\nSubject: kept\nContent-Type: multipart/mixed; boundary=b\n\n"
                + "--b\nContent-Type: image/png\n\nx\n--b--\n");
    MimeIndex index = Letters.index(letter);
    assertThat(index.envelope().subject()).isEqualTo("kept");
    assertThat(index.root().children()).hasSize(1);
    assertThat(index.root().children().get(0).content().is("image", "png")).isTrue();
    assertThat(index.envelope().to())
        .hasSizeGreaterThan(1_000)
        .allMatch(address -> "example.org".equals(address.host()));
  }

  @Test
  void whatIsNotKeptCostsNothing() {
    byte[] letter = Letters.octets("Received: " + "r".repeat(5_000) + "\nSubject: kept\n\n");
    MimeIndex index = Letters.index(letter, new MimeLimits(1, 1, 20));
    assertThat(index.envelope().subject()).isEqualTo("kept");
  }

  @Test
  void aBoundaryLongerThanALineIsNone() {
    String boundary = "b".repeat(999);
    byte[] letter =
        Letters.octets(
            "Content-Type: multipart/mixed; boundary=%s\n\n--%s\n\nx\n"
                .formatted(boundary, boundary));
    assertThat(Letters.index(letter).root().content().is("text", "plain")).isTrue();
  }

  @Test
  void theLongestBoundaryIsFound() {
    String boundary = "b".repeat(998);
    byte[] letter =
        Letters.octets(
            "Content-Type: multipart/mixed; boundary=%s\n\n--%s\n\nx\n--%s--\ny\n"
                .formatted(boundary, boundary, boundary));
    assertThat(Letters.index(letter).root().children()).hasSize(1);
  }

  @Test
  void nothingIsWrittenBehindTheEnd() {
    MimeIndexer indexer = new MimeIndexer(MimeLimits.DEFAULT);
    indexer.finish();
    assertThatThrownBy(() -> indexer.write(new byte[1], 0, 1))
        .isInstanceOf(IllegalStateException.class);
  }
}
