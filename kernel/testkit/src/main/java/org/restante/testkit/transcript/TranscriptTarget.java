package org.restante.testkit.transcript;

import java.time.Duration;

/**
 * A server to play a transcript against, fresh for each: accounts {@code user1}, {@code user2}, …
 * with the password {@code pass} and an empty INBOX.
 */
public interface TranscriptTarget extends AutoCloseable {

  /** A new connection to a listener; empty for the first one. */
  TranscriptPeer connect(String listener);

  /** Puts a letter into a user's INBOX, octet for octet. */
  void deliver(String login, byte[] letter);

  /** Lets time pass; a target whose clock can't be moved aborts the test. */
  void advance(Duration time);

  @Override
  void close();
}
