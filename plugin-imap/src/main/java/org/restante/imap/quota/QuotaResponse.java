package org.restante.imap.quota;

import org.restante.account.QuotaLimits;
import org.restante.account.QuotaUsage;
import org.restante.imap.session.Conversation;
import org.restante.imap.syntax.ImapWriter;

/**
 * QUOTA responses. A resource without a limit is left out. Storage is counted in units of 1,024
 * octets: usage is rounded up and a limit down, so that a full root looks full.
 *
 * @rfc 9208 4.2.1
 * @rfc 9208 5.1
 */
final class QuotaResponse {
  static final int UNIT = 1024;

  private QuotaResponse() {}

  static void write(Conversation conversation, String root, QuotaUsage usage) {
    ImapWriter out = conversation.out().raw("* QUOTA ").astring(ImapWriter.octets(root)).raw(" (");
    QuotaLimits limits = usage.limits();
    String gap = "";
    if (limits.octets() != QuotaLimits.UNLIMITED) {
      out.raw("STORAGE ").number((usage.octets() + UNIT - 1) / UNIT);
      out.raw(' ').number(limits.octets() / UNIT);
      gap = " ";
    }
    if (limits.messages() != QuotaLimits.UNLIMITED) {
      out.raw(gap).raw("MESSAGE ").number(usage.messages()).raw(' ').number(limits.messages());
    }
    out.raw(')').endLine();
  }
}
