package org.restante.mailstore.account;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.restante.mailbox.MailboxName;

/** Which mailboxes an account has. Immutable; the states in it move on. */
public final class MailboxTable {
  private final Map<Long, MailboxState> byId = new HashMap<>();
  private final NavigableMap<MailboxName, MailboxState> byName = new TreeMap<>();

  MailboxTable(Collection<MailboxState> mailboxes) {
    for (MailboxState mailbox : mailboxes) {
      byId.put(mailbox.row().id(), mailbox);
      byName.put(mailbox.row().name(), mailbox);
    }
  }

  /** The mailbox of this id, or null. */
  public @Nullable MailboxState find(long id) {
    return byId.get(id);
  }

  /** The mailbox of this name, or null. */
  public @Nullable MailboxState find(MailboxName name) {
    return byName.get(name);
  }

  /** All, by name. */
  public Collection<MailboxState> all() {
    return Collections.unmodifiableCollection(byName.values());
  }

  /** How many there are. */
  public int size() {
    return byId.size();
  }
}
