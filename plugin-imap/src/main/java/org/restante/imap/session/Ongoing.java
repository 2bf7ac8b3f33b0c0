package org.restante.imap.session;

/** A command that stays in progress between calls, holding no thread: IDLE. */
public non-sealed interface Ongoing extends Outcome {

  /** The client's next line, which ends the command. */
  Completion onLine(byte[] line);

  /** Somebody called for the session. */
  void onWake();

  /** Releases what it holds; nothing follows. */
  void release();
}
