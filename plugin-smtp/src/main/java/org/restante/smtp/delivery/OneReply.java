package org.restante.smtp.delivery;

import java.util.List;
import org.restante.smtp.reply.Reply;

/** The one reply that SMTP has for all recipients. */
public final class OneReply {

  private static final Reply AGAIN =
      Reply.of(451, "4.3.0", "not every recipient has it, send it again");

  private OneReply() {}

  /** Yes only where all have it; "again" as long as that can help anybody. */
  public static Reply of(List<Reply> replies) {
    if (replies.stream().allMatch(Reply::positive)) {
      return replies.getFirst();
    }
    if (replies.stream().anyMatch(Reply::positive)) {
      return AGAIN;
    }
    return replies.stream().filter(Reply::transientFailure).findFirst().orElse(replies.getFirst());
  }
}
