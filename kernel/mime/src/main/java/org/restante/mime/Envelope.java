package org.restante.mime;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.mime.header.MailAddress;

/**
 * IMAP's ENVELOPE. Each char is one octet of the letter; values are unfolded, encoded words are not
 * decoded. An absent string field is null, one that is there but empty is empty; an absent or empty
 * list is empty, save that sender and reply-to then are what from is.
 *
 * @rfc 3501 7.4.2
 */
public record Envelope(
    @Nullable String date,
    @Nullable String subject,
    List<MailAddress> from,
    List<MailAddress> sender,
    List<MailAddress> replyTo,
    List<MailAddress> to,
    List<MailAddress> cc,
    List<MailAddress> bcc,
    @Nullable String inReplyTo,
    @Nullable String messageId) {

  public Envelope {
    from = List.copyOf(from);
    sender = sender.isEmpty() ? from : List.copyOf(sender);
    replyTo = replyTo.isEmpty() ? from : List.copyOf(replyTo);
    to = List.copyOf(to);
    cc = List.copyOf(cc);
    bcc = List.copyOf(bcc);
  }
}
