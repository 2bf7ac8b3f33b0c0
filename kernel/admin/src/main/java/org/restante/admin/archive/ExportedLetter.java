package org.restante.admin.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.restante.archive.ArchiveWriter;
import org.restante.archive.ArchivedLetter;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailbox.MailboxView;
import org.restante.message.Flags;
import org.restante.message.MessageContent;
import org.restante.message.StoredMessage;
import org.restante.message.SystemFlag;
import org.restante.refusal.DamagedMessage;

/** A letter on its way into an archive: read to its end and compared with its digest before. */
record ExportedLetter(MailboxSnapshot snapshot, long mailbox, StoredMessage message) {

  private static final int PIECE = 64 * 1024;

  /** Letters up to this size are read once; larger ones twice, so that none is held. */
  private static final int HELD = 1 << 20;

  void writeTo(ArchiveWriter writer) throws IOException {
    ArchivedLetter about = about();
    try (MessageContent content = snapshot.content(message)) {
      byte[] held = new byte[(int) Math.min(HELD, content.size())];
      verify(content, held);
      writer.letter(
          about,
          out -> {
            if (content.size() <= HELD) {
              out.write(held);
            } else {
              copy(content, out);
            }
          });
    } catch (DamagedMessage damaged) {
      writer.damaged(about, String.valueOf(damaged.getMessage()));
    }
  }

  private ArchivedLetter about() {
    return new ArchivedLetter(
        mailbox,
        message.uid(),
        flags(),
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(message.internalDate()),
        Optional.of(message.saveDate().toString()),
        message.size(),
        Optional.of(message.blob().toString()));
  }

  private List<String> flags() {
    MailboxView view = snapshot.view();
    int index = view.indexOf(message.uid());
    Flags flags = index < 0 ? Flags.NONE : view.flags(index);
    List<String> names = new ArrayList<>();
    Arrays.stream(SystemFlag.values()).filter(flags::has).map(SystemFlag::text).forEach(names::add);
    names.addAll(flags.keywords());
    return names;
  }

  /** Reads all of it, its beginning into what is held. */
  private void verify(MessageContent content, byte[] held) {
    MessageDigest digest = sha256();
    byte[] piece = content.size() <= HELD ? held : new byte[PIECE];
    long position = 0;
    while (position < content.size()) {
      int offset = content.size() <= HELD ? (int) position : 0;
      int count = content.read(position, piece, offset, piece.length - offset);
      digest.update(piece, offset, count);
      position += count;
    }
    if (!Arrays.equals(digest.digest(), message.blob().octets())) {
      throw new DamagedMessage("its octets are others than those that came");
    }
  }

  private static void copy(MessageContent content, OutputStream out) throws IOException {
    byte[] piece = new byte[PIECE];
    long position = 0;
    try {
      while (position < content.size()) {
        int count = content.read(position, piece, 0, piece.length);
        out.write(piece, 0, count);
        position += count;
      }
    } catch (DamagedMessage meanwhile) {
      throw new IOException("damaged while it was sent; ask again for the rest", meanwhile);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
