package org.restante.imap.mailbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.restante.account.AccountId;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.session.Refused;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.SyntaxError;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.SpecialUse;

/**
 * CREATE, perhaps with what the mailbox is for.
 *
 * @param uses attributes of special uses, as the client wrote them
 * @rfc 3501 6.3.3
 * @rfc 6154 3
 * @rfc 8474 4.1
 */
public record Create(String mailbox, List<String> uses) implements Command.Personal {
  private static final int MOST_USES = 20;

  /** Copies the uses. */
  public Create {
    uses = List.copyOf(uses);
  }

  /** Reads the mailbox, and parameters if there are any. */
  public static Create read(ImapReader in) {
    in.expectSpace();
    String mailbox = in.expectAstring();
    return new Create(mailbox, in.take(' ') ? parameters(in) : List.of());
  }

  private static List<String> parameters(ImapReader in) {
    in.expect('(');
    if (!in.takeWord("USE")) {
      throw new SyntaxError("no such parameter");
    }
    in.expectSpace();
    in.expect('(');
    List<String> uses = new ArrayList<>();
    while (!in.take(')')) {
      if (!uses.isEmpty()) {
        in.expectSpace();
      }
      if (uses.size() == MOST_USES) {
        throw new SyntaxError("too many uses");
      }
      in.expect('\\');
      uses.add("\\" + in.expectAtom());
    }
    in.expect(')');
    return uses;
  }

  @Override
  public Outcome run(Conversation conversation, AccountId account) {
    Mailbox created =
        conversation.store().create(account, conversation.name(mailbox), specialUse());
    if (conversation.isOtherName(mailbox, created.name())) {
      ListMailboxes.tellOtherName(conversation, created, mailbox);
    }
    return Completion.ok("MAILBOXID (" + MailboxId.of(created.ref()) + ")", "CREATE completed");
  }

  /** A mailbox here is for one thing; what none can be for is refused. */
  private Optional<SpecialUse> specialUse() {
    if (uses.isEmpty()) {
      return Optional.empty();
    }
    Optional<SpecialUse> use =
        Arrays.stream(SpecialUse.values())
            .filter(each -> uses.stream().allMatch(each.attribute()::equalsIgnoreCase))
            .findFirst();
    if (use.isEmpty()) {
      throw new Refused("USEATTR", "A mailbox can't be for that here");
    }
    return use;
  }
}
