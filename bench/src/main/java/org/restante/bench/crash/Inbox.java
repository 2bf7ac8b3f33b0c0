package org.restante.bench.crash;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.restante.blob.BlobId;
import org.restante.message.StoredMessage;

/**
 * What the INBOX of one account must hold: each acknowledged delivery once, under a UID that stays;
 * of those under way, each at most once.
 */
final class Inbox {
  private final Map<Long, BlobId> known = new TreeMap<>();
  private final Map<BlobId, Letter> due = new HashMap<>();
  private final Map<BlobId, Letter> possible = new HashMap<>();

  void acknowledged(Letter letter) {
    due.put(letter.blob(), letter);
  }

  void underWay(Letter letter) {
    possible.put(letter.blob(), letter);
  }

  /** Compares; gives the new messages with their letters. */
  Map<Long, Letter> compare(List<StoredMessage> messages, List<String> problems) {
    Set<BlobId> seen = new HashSet<>();
    Map<Long, Letter> fresh = new TreeMap<>();
    Map<Long, BlobId> before = new HashMap<>(known);
    for (StoredMessage message : messages) {
      BlobId was = before.remove(message.uid());
      if (!seen.add(message.blob())) {
        problems.add("delivered twice: UID " + message.uid());
      }
      if (was != null && !was.equals(message.blob())) {
        problems.add("UID " + message.uid() + " is another letter now");
      } else if (was == null) {
        arrived(message, fresh, problems);
      }
    }
    before.forEach((uid, blob) -> problems.add("UID " + uid + " is gone"));
    due.keySet().removeAll(seen);
    due.values().forEach(letter -> problems.add("not delivered: " + letter.number()));
    due.clear();
    possible.clear();
    return fresh;
  }

  private void arrived(StoredMessage message, Map<Long, Letter> fresh, List<String> problems) {
    Letter letter = due.getOrDefault(message.blob(), possible.get(message.blob()));
    if (letter == null) {
      problems.add("UID " + message.uid() + " was never sent");
      return;
    }
    known.put(message.uid(), message.blob());
    fresh.put(message.uid(), letter);
  }
}
