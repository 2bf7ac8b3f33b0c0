package org.restante.smtp;

import java.util.Optional;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.smtp.delivery.AcceptedRecipient;
import org.restante.smtp.delivery.Room;
import org.restante.smtp.path.Parameters;
import org.restante.smtp.path.Path;
import org.restante.smtp.path.PathReader;
import org.restante.smtp.reply.Refusals;
import org.restante.smtp.reply.Reply;

/**
 * RCPT: a recipient, who is refused here, alone, if at all: see {@link org.restante.smtp.delivery}.
 *
 * @rfc 5321 4.1.1.3
 */
record Rcpt(Path recipient) implements Command {

  private static final Reply TOO_MANY = Reply.of(452, "4.5.3", "too many recipients");

  static Rcpt read(Arguments arguments) {
    PathReader reader = new PathReader(arguments.expectAfter("TO:"), "5.1.3");
    Path recipient = reader.expectPath();
    if (recipient.isNull()) {
      throw new Problem.Syntax(501, "5.1.3", "nobody is no recipient");
    }
    new Parameters(reader.rest()).expectEnd();
    return new Rcpt(recipient);
  }

  @Override
  public void run(SmtpSession session) {
    long began = System.nanoTime();
    Transaction transaction = session.expectTransaction();
    if (!transaction.expectsLetter()) {
      throw Problem.sequence("the letter has begun");
    }
    if (!recipient.isPostmaster()) {
      session.requireQualified(recipient, "5.1.3");
    }
    Reply reply = accept(session, transaction);
    session.reply(reply);
    if (reply.positive()) {
      return;
    }
    if (!reply.equals(TOO_MANY)) {
      long nanos = System.nanoTime() - began;
      session.services().deliveryMeters().delivery(session.role().meter(), reply, nanos);
    }
    if (reply.permanentFailure() && session.role() != Role.LMTP) {
      session.error();
    }
  }

  private Reply accept(SmtpSession session, Transaction transaction) {
    SmtpServices services = session.services();
    if (transaction.recipients().size() >= services.settings().recipients()) {
      services.meters().count(SmtpMeters.Series.RECIPIENTS);
      return TOO_MANY;
    }
    Optional<Account> account = find(services);
    return account.isEmpty() ? nobody(session) : acceptAccount(session, transaction, account.get());
  }

  private Reply acceptAccount(SmtpSession session, Transaction transaction, Account account) {
    SmtpServices services = session.services();
    Room room =
        Room.of(
            services.store().usage(account.id()),
            transaction.size(),
            session.connection().limits().messageOctets());
    return switch (room) {
      case NO_MESSAGE -> full(services, SmtpMeters.Series.QUOTA_MESSAGE);
      case NO_OCTETS -> full(services, SmtpMeters.Series.QUOTA_STORAGE);
      case NEVER -> {
        services.meters().count(SmtpMeters.Series.QUOTA_STORAGE);
        yield Reply.of(552, "5.2.3", "the letter is larger than the whole mailbox may be");
      }
      case AMPLE, UNCERTAIN ->
          add(transaction, account, room == Room.UNCERTAIN && session.role() != Role.LMTP);
    };
  }

  private Reply add(Transaction transaction, Account account, boolean mustBeAlone) {
    if ((mustBeAlone || transaction.alone()) && transaction.hasOtherThan(account.id())) {
      return TOO_MANY;
    }
    transaction.add(new AcceptedRecipient(recipient, account.id()), mustBeAlone);
    return Reply.of(250, "2.1.5", "recipient noted");
  }

  private static Reply full(SmtpServices services, SmtpMeters.Series series) {
    services.meters().count(series);
    return Refusals.FULL;
  }

  private Optional<Account> find(SmtpServices services) {
    AccountDirectory accounts = services.accounts();
    Optional<Account> account =
        recipient.local().indexOf('@') < 0 // a quoted one, which no account has
            ? accounts.findByAddress(recipient.address())
            : Optional.empty();
    String postmaster = services.settings().postmaster();
    if (account.isPresent() || postmaster.isEmpty() || !recipient.isPostmaster()) {
      return account;
    }
    boolean ours = recipient.domain().isEmpty() || isOurs(services, recipient.domain());
    return ours ? accounts.findByAddress(postmaster) : account;
  }

  private Reply nobody(SmtpSession session) {
    boolean ours =
        session.role() == Role.LMTP
            || recipient.domain().isEmpty()
            || isOurs(session.services(), recipient.domain());
    return ours
        ? Reply.of(550, "5.1.1", "no such mailbox")
        : Reply.of(550, "5.7.1", "relaying is not available");
  }

  private static boolean isOurs(SmtpServices services, String domain) {
    return services.settings().domains().contains(domain)
        || services.domains().isLocal(domain)
        || services.accounts().findByAddress("postmaster@" + domain).isPresent();
  }
}
