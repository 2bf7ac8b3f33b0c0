package org.restante.refusal;

import org.jspecify.annotations.Nullable;

/**
 * The disk has no room for what was to be written. It is served as ever, and takes mail again as
 * soon as there is room.
 */
public final class DiskFull extends MailRefusal {
  private static final long serialVersionUID = 1L;

  /** What has no room, for the log. */
  public DiskFull(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}
