package org.restante.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.restante.archive.ArchivePart.Damaged;
import org.restante.archive.ArchivePart.End;
import org.restante.archive.ArchivePart.Header;
import org.restante.archive.ArchivePart.Letter;
import org.restante.archive.ArchivePart.Mailboxes;

class ArchiveTest {

  private static final Header HEADER = new Header("ada@example.org", "2026-11-24T05:00:00Z");
  private static final List<ArchivedMailbox> MAILBOXES =
      List.of(
          new ArchivedMailbox(1, "INBOX", Optional.empty(), true, 17, 9),
          new ArchivedMailbox(4, "Gesendet/«ü»", Optional.of("\\Sent"), false, 18, 1),
          new ArchivedMailbox(0, "gone", Optional.empty(), true, 0, 0));

  private static ArchivedLetter letter(long uid, long size) {
    return new ArchivedLetter(
        1,
        uid,
        List.of("\\Seen", "$Label"),
        "2021-03-04T05:06:07+05:30",
        Optional.of("2021-03-04T05:06:08Z"),
        size,
        Optional.of("ab".repeat(32)));
  }

  private static byte[] archive() throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (ArchiveWriter writer = new ArchiveWriter(octets)) {
      writer.header(HEADER);
      writer.mailboxes(MAILBOXES);
      writer.letter(letter(3, 5), out -> out.write("12345".getBytes(UTF_8)));
      writer.damaged(letter(4, 100), "a block can't be read");
      writer.letter(letter(8, 1024), out -> out.write(new byte[1024]));
    }
    return octets.toByteArray();
  }

  private static List<Object> read(byte[] octets) throws IOException {
    ArchiveReader reader = new ArchiveReader(new ByteArrayInputStream(octets));
    List<Object> parts = new ArrayList<>();
    for (ArchivePart part = reader.next(); part != null; part = reader.next()) {
      if (part instanceof Letter letter) {
        parts.add(letter.about());
        parts.add(new String(letter.content().readAllBytes(), UTF_8));
      } else {
        parts.add(part);
      }
    }
    return parts;
  }

  @Test
  void whatWasWrittenIsRead() throws IOException {
    assertThat(read(archive()))
        .containsExactly(
            HEADER,
            new Mailboxes(MAILBOXES),
            letter(3, 5),
            "12345",
            new Damaged(letter(4, 100), "a block can't be read"),
            letter(8, 1024),
            "\0".repeat(1024),
            new End(3, 1));
    assertThat(archive().length % TarWriter.BLOCK).isZero();
  }

  @Test
  void aLetterMayBePassedOver() throws IOException {
    ArchiveReader reader = new ArchiveReader(new ByteArrayInputStream(archive()));
    List<ArchivePart> parts = new ArrayList<>();
    for (ArchivePart part = reader.next(); part != null; part = reader.next()) {
      parts.add(part);
    }
    assertThat(parts).hasSize(6);
  }

  @Test
  void everyCutIsNoticedAndWhatIsBeforeItStands() throws IOException {
    byte[] whole = archive();
    for (int length = 0; length < whole.length - 2 * TarWriter.BLOCK; length += 100) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(cut)).as("%d", length).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void anArchiveThatWasCutOffGoesOnBehindItsLastWholePart() throws IOException {
    byte[] whole = archive();
    ArchiveReader reader = new ArchiveReader(new ByteArrayInputStream(whole));
    for (int i = 0; i < 3; i++) {
      reader.next();
    }
    int behind = (int) reader.behind();
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write(whole, 0, behind);
    try (ArchiveWriter writer = new ArchiveWriter(joined)) {
      writer.damaged(letter(4, 100), "a block can't be read");
      writer.letter(letter(8, 1024), out -> out.write(new byte[1024]));
    }
    assertThat(read(joined.toByteArray())).hasSize(8).endsWith(new End(2, 1));
  }

  @Test
  void anotherFormatAndDamageAreRefusedInWords() throws IOException {
    byte[] flipped = archive();
    flipped[5] ^= 1;
    assertThatThrownBy(() -> read(flipped)).hasMessageContaining("damaged");
    String newer = new String(archive(), UTF_8).replace("\"format\":1", "\"format\":2");
    assertThatThrownBy(() -> read(newer.getBytes(UTF_8))).hasMessageContaining("format 2");
    assertThatThrownBy(() -> read("From x\n".repeat(100).getBytes(UTF_8)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aLetterHasExactlyTheOctetsThatWereAnnounced() {
    ArchiveWriter writer = new ArchiveWriter(new ByteArrayOutputStream());
    assertThatThrownBy(() -> writer.letter(letter(1, 3), out -> out.write(1)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> writer.letter(letter(1, 0), out -> out.write(1)))
        .isInstanceOf(IOException.class);
  }
}
