package org.restante.refusal;

import org.jspecify.annotations.Nullable;

/** The mail store says no, and nothing has changed. */
public abstract sealed class MailRefusal extends RuntimeException
    permits NoSuchAccount,
        NoSuchMailbox,
        MailboxExists,
        InvalidMailboxName,
        NotPermitted,
        OverQuota,
        LimitReached,
        DamagedMessage,
        DiskFull,
        StoreUnavailable {
  private static final long serialVersionUID = 1L;

  MailRefusal(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
