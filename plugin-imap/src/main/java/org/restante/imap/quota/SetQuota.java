package org.restante.imap.quota;

import java.util.OptionalLong;
import org.restante.account.Account;
import org.restante.account.AccountId;
import org.restante.account.QuotaLimits;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.session.Refused;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.SyntaxError;

/**
 * SETQUOTA, for administrators. Limits that are not named are taken away; where none is named,
 * those of the account's domain hold again.
 *
 * @param storage units of 1,024 octets
 * @param messages number of messages
 * @rfc 9208 4.1.3
 */
public record SetQuota(String root, OptionalLong storage, OptionalLong messages)
    implements Command.Personal {
  private static final long MOST_UNITS = Long.MAX_VALUE / QuotaResponse.UNIT;

  /** Reads a quota root and limits. */
  public static SetQuota read(ImapReader in) {
    in.expectSpace();
    String root = in.expectAstring();
    in.expectSpace();
    in.expect('(');
    OptionalLong storage = OptionalLong.empty();
    OptionalLong messages = OptionalLong.empty();
    String gap = "";
    while (!in.take(')')) {
      if (!gap.isEmpty()) {
        in.expectSpace();
      }
      gap = " ";
      String resource = in.expectName();
      in.expectSpace();
      OptionalLong limit = OptionalLong.of(in.expectNumber64());
      switch (resource) {
        case "STORAGE" -> storage = limit;
        case "MESSAGE" -> messages = limit;
        default -> throw new SyntaxError("no such resource");
      }
    }
    return new SetQuota(root, storage, messages);
  }

  @Override
  public Outcome run(Conversation conversation, AccountId account) {
    if (!QuotaRoots.isAdministrator(conversation)) {
      throw new Refused("NOPERM", "Quotas are set by administrators");
    }
    Account owner = QuotaRoots.visible(conversation, root);
    if (storage.isEmpty() && messages.isEmpty()) {
      conversation.services().accounts().inheritQuota(owner.id());
    } else {
      conversation.services().accounts().setQuota(owner.id(), limits());
    }
    QuotaResponse.write(conversation, root, conversation.store().usage(owner.id()));
    return Completion.ok("SETQUOTA completed");
  }

  private QuotaLimits limits() {
    long units = Math.min(storage.orElse(MOST_UNITS), MOST_UNITS);
    return new QuotaLimits(
        units == MOST_UNITS ? QuotaLimits.UNLIMITED : units * QuotaResponse.UNIT,
        messages.orElse(QuotaLimits.UNLIMITED));
  }
}
