package org.restante.launcher.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.restante.archive.ArchivedLetter;
import org.restante.archive.ArchivedMailbox;

/**
 * Sends the letters of an archive on.
 *
 * @param append its letters get new UIDs
 * @param prefix of what is said to the operator
 */
record ArchiveUpload(Upload upload, boolean append, String prefix, Map<Long, ArchivedMailbox> known)
    implements LetterSink {

  ArchiveUpload(Upload upload, boolean append, String prefix) {
    this(upload, append, prefix, new HashMap<>());
  }

  @Override
  public void mailbox(ArchivedMailbox mailbox) throws IOException {
    ArchivedMailbox target =
        append
            ? new ArchivedMailbox(
                mailbox.id(), mailbox.name(), mailbox.specialUse(), mailbox.subscribed(), 0, 0)
            : mailbox;
    known.put(mailbox.id(), target);
    upload.mailboxes(List.of(target));
  }

  @Override
  public void subscribed(ArchivedMailbox name) throws IOException {
    upload.mailboxes(List.of(name));
  }

  @Override
  public void letter(ArchivedMailbox mailbox, ArchivedLetter about, InputStream content)
      throws IOException {
    ArchivedMailbox target = known.getOrDefault(mailbox.id(), mailbox);
    upload.add(target, about, content, prefix + mailbox.name() + " UID " + about.uid());
  }

  @Override
  public void close() {}
}
