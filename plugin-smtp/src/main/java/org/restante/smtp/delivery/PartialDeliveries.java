package org.restante.smtp.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Letters that some of their recipients have and others not, so that their senders will send them
 * again: under the same delivery id the store gives them only to those who lack them. Kept in
 * memory, the latest ones; one that is forgotten comes twice to somebody, and none is lost.
 * Thread-safe.
 */
public final class PartialDeliveries {

  private final int most;
  private final LinkedHashMap<String, String> idsByLetter = new LinkedHashMap<>();

  /** Remembers so many. */
  public PartialDeliveries(int most) {
    this.most = most;
  }

  /**
   * The id under which this letter was delivered in part. Given once: of several letters with the
   * same octets that come at a time, only one is the second attempt.
   */
  public synchronized Optional<String> take(String letter) {
    return Optional.ofNullable(idsByLetter.remove(letter));
  }

  /** Notes that this letter was, or may have been, delivered in part. */
  public synchronized void remember(String letter, String id) {
    idsByLetter.putLast(letter, id);
    if (idsByLetter.size() > most) {
      Map.Entry<String, String> oldest = idsByLetter.firstEntry();
      idsByLetter.remove(oldest.getKey());
    }
  }
}
