package org.restante.admin.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.restante.archive.ArchiveWriter;
import org.restante.archive.ArchivedLetter;
import org.restante.blob.BlobProof;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailbox.MailboxView;
import org.restante.message.Flags;
import org.restante.message.MessageContent;
import org.restante.message.StoredMessage;
import org.restante.message.SystemFlag;
import org.restante.refusal.DamagedMessage;

/** A letter on its way into an archive: read to its end and proved before. */
record ExportedLetter(MailboxSnapshot snapshot, long mailbox, StoredMessage message) {

  private static final int PIECE = 64 * 1024;

  /** Letters up to this size are read once; larger ones twice, so that none is held. */
  private static final int HELD = 1 << 20;

  void writeTo(ArchiveWriter writer) throws IOException {
    try (MessageContent content = snapshot.content(message)) {
      byte[] held = new byte[(int) Math.min(HELD, content.size())];
      String digest = verified(content, held);
      writer.letter(
          about(Optional.of(digest)),
          out -> {
            if (content.size() <= HELD) {
              out.write(held);
            } else {
              copy(content, out);
            }
          });
    } catch (DamagedMessage damaged) {
      writer.damaged(about(Optional.empty()), String.valueOf(damaged.getMessage()));
    }
  }

  private ArchivedLetter about(Optional<String> digest) {
    return new ArchivedLetter(
        mailbox,
        message.uid(),
        flags(),
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(message.internalDate()),
        Optional.of(message.saveDate().toString()),
        message.size(),
        digest);
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

  /** Reads all of it, its beginning into what is held, and gives its digest in hexadecimal. */
  private static String verified(MessageContent content, byte[] held) {
    LetterDigest digest = new LetterDigest();
    BlobProof proof = content.proof();
    byte[] piece = content.size() <= HELD ? held : new byte[PIECE];
    long position = 0;
    while (position < content.size()) {
      int offset = content.size() <= HELD ? (int) position : 0;
      int count = content.read(position, piece, offset, piece.length - offset);
      digest.write(piece, offset, count);
      proof.write(piece, offset, count);
      position += count;
    }
    if (!proof.holds()) {
      throw new DamagedMessage("its octets are others than those that came");
    }
    return digest.end();
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
}
