package org.restante.launcher.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.restante.archive.ArchivedLetter;
import org.restante.archive.ArchivedMailbox;

/** Where exported letters go; one thread. */
public interface LetterSink extends Closeable {

  /** A mailbox; it may have no letters. */
  void mailbox(ArchivedMailbox mailbox) throws IOException;

  /** A name that is subscribed without being a mailbox. */
  default void subscribed(ArchivedMailbox name) throws IOException {}

  /** A letter of a mailbox that was there before. */
  void letter(ArchivedMailbox mailbox, ArchivedLetter about, InputStream content)
      throws IOException;
}
