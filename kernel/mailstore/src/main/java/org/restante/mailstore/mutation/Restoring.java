package org.restante.mailstore.mutation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.restante.mailbox.MailboxName;
import org.restante.mailstore.account.Commit;
import org.restante.mailstore.account.MailboxState;
import org.restante.mailstore.content.SealedContent;
import org.restante.mailstore.row.RowPages;
import org.restante.mailstore.schema.MailboxRow;
import org.restante.mailstore.schema.Retained;
import org.restante.mailstore.schema.Schema;
import org.restante.message.StoredMessage;
import org.restante.refusal.MailboxExists;
import org.restante.refusal.NoSuchMailbox;

/** Puts back what is retained. Messages keep their ids, as those that move do. */
public final class Restoring {
  private final Commit commit;
  private final Map<MailboxName, Long> made = new HashMap<>();
  private final Map<Long, List<Retained.Message>> byMailbox = new TreeMap<>();
  private final Set<Long> found = new LinkedHashSet<>();
  private long octets;

  private Restoring(Commit commit) {
    this.commit = commit;
  }

  /**
   * Puts messages back into their mailboxes.
   *
   * @return the ids of those that were retained
   */
  public static Set<Long> messages(Commit commit, Set<Long> wanted) {
    Restoring restoring = new Restoring(commit);
    RowPages.visit(
        commit.state().partition(),
        Schema.retained(),
        page -> page.forEach(row -> restoring.choose(row, wanted)));
    restoring.put();
    return restoring.found;
  }

  /** Puts a mailbox back with all that it had; only its name may be another one. */
  public static MailboxRow mailbox(Commit commit, long mailbox, MailboxName name) {
    byte[] key = Schema.goneKey(mailbox);
    byte[] stored = commit.state().partition().get(key);
    if (stored == null) {
      throw new NoSuchMailbox(mailbox + " is not retained");
    }
    if (commit.state().mailboxes().find(name) != null) {
      throw new MailboxExists(name.toString());
    }
    Mailboxes.checkRoom(commit);
    MailboxRow was = Retained.readMailbox(key, stored).row();
    MailboxRow row = was.named(name).changed(commit.modSeq(), was.uidNext(), was.counters());
    commit.use(row.counters().octets(), row.counters().exists());
    commit.retain(-row.counters().octets(), -row.counters().exists());
    commit.batch().delete(key);
    commit.mailbox(row);
    commit.tell(row.id());
    return row;
  }

  private void choose(RowPages.Row row, Set<Long> wanted) {
    long id = Schema.second(row.key());
    if (wanted.contains(id) && found.add(id)) {
      Retained.Message message = Retained.readMessage(row.key(), row.value());
      octets += message.message().size();
      byMailbox.computeIfAbsent(message.mailbox(), key -> new ArrayList<>()).add(message);
      commit.batch().delete(row.octetsOfKey());
    }
  }

  private void put() {
    commit.use(octets, found.size());
    commit.retain(-octets, -found.size());
    byMailbox.values().forEach(this::put);
  }

  /** In the order of the UIDs that they had. */
  private void put(List<Retained.Message> messages) {
    messages.sort((a, b) -> Long.compare(a.message().uid(), b.message().uid()));
    long target = target(messages.getLast());
    Arrivals.place(commit, target, messages.stream().map(Restoring::arrival).toList());
  }

  private long target(Retained.Message message) {
    MailboxState same = commit.state().mailboxes().find(message.mailbox());
    if (same != null) {
      return message.mailbox();
    }
    MailboxState named = commit.state().mailboxes().find(message.name());
    return named != null
        ? named.row().id()
        : made.computeIfAbsent(
            message.name(), name -> Mailboxes.create(commit, name, Optional.empty()).id());
  }

  private static Arrival arrival(Retained.Message retained) {
    StoredMessage message = retained.message();
    SealedContent content = new SealedContent(message.blob(), message.size(), null);
    return new Arrival(
        content, retained.flags(), message.internalDate(), OptionalLong.of(message.messageId()));
  }
}
