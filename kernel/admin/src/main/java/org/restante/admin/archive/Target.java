package org.restante.admin.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.mail.ExactImport;
import org.restante.mail.MailStore;
import org.restante.mailbox.MailboxRef;
import org.restante.message.NewMessage;

/**
 * A mailbox that letters of an archive go into.
 *
 * @param ref which
 * @param exact gives letters their own UIDs; null for new ones
 * @param lastUid letters up to this UID are there already
 */
record Target(MailboxRef ref, @Nullable ExactImport exact, long lastUid) {

  boolean has(long uid) {
    return exact != null && uid <= lastUid;
  }

  void append(MailStore store, List<Arrivals.Arrival> arrivals) {
    List<NewMessage> messages = arrivals.stream().map(Arrivals.Arrival::message).toList();
    if (exact == null) {
      store.append(ref, messages);
    } else {
      exact.append(
          ref,
          arrivals.stream().map(arrival -> arrival.about().uid()).toList(),
          arrivals.stream().map(Arrivals.Arrival::saveDate).toList(),
          messages);
    }
  }
}
