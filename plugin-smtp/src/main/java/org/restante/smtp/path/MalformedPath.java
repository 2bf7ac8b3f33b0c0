package org.restante.smtp.path;

import org.restante.smtp.reply.Reply;

/** A path or a parameter that can't be read. */
public final class MalformedPath extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Reply reply;

  MalformedPath(int code, String status, String text) {
    super(text, null, false, false);
    this.reply = Reply.of(code, status, text);
  }

  /** What to say about it. */
  public Reply reply() {
    return reply;
  }
}
