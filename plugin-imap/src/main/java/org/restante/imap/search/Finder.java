package org.restante.imap.search;

import java.util.function.LongConsumer;
import org.restante.imap.letter.OpenLetter;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Selected;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailbox.MailboxView;
import org.restante.message.StoredMessage;
import org.restante.message.UidSet;

/**
 * Finds messages of a snapshot. Those for which the view's tests fail are not read; of the others
 * no more than the tests left need.
 */
public final class Finder {
  private final Conversation conversation;
  private final MailboxSnapshot snapshot;
  private final MailboxView view;
  private final UidSet there;

  /** A finder among the messages that the client knows of and that are there. */
  public Finder(Conversation conversation, MailboxSnapshot snapshot, Selected selected) {
    this.conversation = conversation;
    this.snapshot = snapshot;
    this.view = snapshot.view();
    this.there = view.present(selected.allMessages());
  }

  /** How many messages it looks among. */
  long among() {
    return there.count();
  }

  /**
   * Those for which a plan holds, as far as a limit lets it look; a long search tells how far it
   * is.
   */
  public UidSet find(SearchPlan plan) {
    UidSet possible = conversation.limit().enforced(cheaply(plan));
    if (plan.dear().isEmpty() || possible.isEmpty()) {
      return possible;
    }
    SearchPlan.Test test = plan.dear().getFirst();
    UidSet.Builder found = new UidSet.Builder();
    Progress progress = new Progress(conversation, possible.count());
    if (test.cost() == SearchPlan.Cost.ROW) {
      snapshot.messages(
          possible, message -> look(test, new OpenLetter(snapshot, message), message, found::add));
    } else {
      snapshot.indexed(
          possible,
          (message, index) -> {
            progress.step();
            return look(test, new OpenLetter(snapshot, message, index), message, found::add);
          });
    }
    return found.build();
  }

  private UidSet cheaply(SearchPlan plan) {
    UidSet.Builder possible = new UidSet.Builder();
    for (int range = 0; range < there.ranges(); range++) {
      int index = view.indexOf(there.first(range));
      for (long uid = there.first(range); uid <= there.last(range); uid++) {
        if (plan.cheap().test(new Candidate(uid, view.flags(index), view.modSeq(index), null))) {
          possible.add(uid);
        }
        index++;
      }
    }
    return possible.build();
  }

  private boolean look(
      SearchPlan.Test test, OpenLetter letter, StoredMessage message, LongConsumer found) {
    long uid = message.uid();
    int index = view.indexOf(uid);
    try (letter) {
      Candidate candidate = new Candidate(uid, view.flags(index), view.modSeq(index), letter);
      if (test.holds().test(candidate)) {
        found.accept(uid);
      }
    }
    return true;
  }
}
