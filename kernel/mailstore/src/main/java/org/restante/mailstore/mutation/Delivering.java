package org.restante.mailstore.mutation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.restante.delivery.Recipient;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.mailbox.MailboxName;
import org.restante.mailstore.account.Commit;
import org.restante.mailstore.account.MailboxState;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.DeliveredRow;
import org.restante.mailstore.schema.Schema;

/**
 * Delivery to one recipient. A token in the same commit remembers it; tokens are kept by periods,
 * so that old ones go by a range.
 */
public final class Delivering {
  private static final int DIGEST = 16;

  private final Commit commit;
  private final byte[] digest;
  private final long period;

  private Delivering(Commit commit, String delivery, Recipient recipient) {
    this.commit = commit;
    this.digest = digest(delivery, recipient.mailbox());
    this.period = Instant.now().getEpochSecond() / commit.settings().deliveryMemory().toSeconds();
  }

  /** Delivers a message, or says where an earlier delivery of this id put it. */
  public static DeliveredRow deliver(
      Commit commit, String delivery, Recipient recipient, Arrival arrival) {
    return new Delivering(commit, delivery, recipient).deliver(recipient.mailbox(), arrival);
  }

  private DeliveredRow deliver(MailboxName name, Arrival arrival) {
    List<byte[]> tokens =
        List.of(Schema.deliveredKey(period, digest), Schema.deliveredKey(period - 1, digest));
    for (byte[] earlier : commit.state().partition().getMany(tokens)) {
      if (earlier != null) {
        return Codec.readDelivered(earlier);
      }
    }
    MailboxState wanted = commit.state().mailboxes().find(name);
    MailboxState mailbox = wanted != null ? wanted : inbox();
    commit.use(arrival.content().size(), 1);
    long id = mailbox.row().id();
    long uid = Arrivals.place(commit, id, List.of(arrival)).first(0);
    DeliveredRow delivered = new DeliveredRow(id, uid);
    commit.batch().put(tokens.getFirst(), Codec.write(delivered));
    forgetOld();
    return delivered;
  }

  private MailboxState inbox() {
    return Objects.requireNonNull(
        commit.state().mailboxes().find(MailboxName.INBOX), "every account has an INBOX");
  }

  /** Looks once a period: what is old then stays old. */
  private void forgetOld() {
    if (!commit.state().isFirstOfPeriod(period)) {
      return;
    }
    int old =
        commit
            .state()
            .partition()
            .scan(Schema.deliveredBelow(period - 1), Order.ASCENDING, 1, (key, value) -> false);
    if (old > 0) {
      commit.batch().deleteRange(Schema.deliveredBelow(period - 1));
    }
  }

  private static byte[] digest(String delivery, MailboxName mailbox) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(delivery.getBytes(UTF_8));
      sha256.update((byte) 0);
      byte[] all = sha256.digest(String.join("\0", mailbox.levels()).getBytes(UTF_8));
      return Arrays.copyOf(all, DIGEST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
