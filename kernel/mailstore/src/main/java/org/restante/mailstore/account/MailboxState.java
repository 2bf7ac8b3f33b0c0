package org.restante.mailstore.account;

import java.util.concurrent.locks.ReentrantLock;
import org.restante.mailstore.schema.MailboxRow;

/** A mailbox in memory. Equal to itself only: it is a key of cached views. */
public final class MailboxState {
  private final ReentrantLock loading = new ReentrantLock();
  private volatile MailboxRow row;

  MailboxState(MailboxRow row) {
    this.row = row;
  }

  public MailboxRow row() {
    return row;
  }

  void row(MailboxRow newer) {
    row = newer;
  }

  /** Held while its view is built, so that it is built once. */
  ReentrantLock loading() {
    return loading;
  }
}
