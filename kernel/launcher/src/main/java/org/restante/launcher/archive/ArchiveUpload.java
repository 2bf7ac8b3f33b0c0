package org.restante.launcher.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
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
record ArchiveUpload(
    Upload upload,
    boolean append,
    String prefix,
    Map<Long, ArchivedMailbox> known,
    List<ArchivedMailbox> whole)
    implements LetterSink {

  ArchiveUpload(Upload upload, boolean append, String prefix) {
    this(upload, append, prefix, new HashMap<>(), new ArrayList<>());
  }

  @Override
  public void mailbox(ArchivedMailbox mailbox) throws IOException {
    // UIDNEXT closes a mailbox for letters below it: it is told at the end
    ArchivedMailbox target =
        new ArchivedMailbox(
            mailbox.id(),
            mailbox.name(),
            mailbox.specialUse(),
            mailbox.subscribed(),
            append ? 0 : mailbox.uidValidity(),
            append ? 0 : 1);
    whole.add(append ? target : mailbox);
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

  /** All letters are there. */
  void finish() throws IOException {
    upload.flush();
    upload.mailboxes(whole);
  }

  @Override
  public void close() {}
}
