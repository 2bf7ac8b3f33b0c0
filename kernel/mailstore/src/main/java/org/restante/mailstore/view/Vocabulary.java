package org.restante.mailstore.view;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.restante.message.Flags;
import org.restante.refusal.LimitReached;

/**
 * The different keywords of a mailbox while a commit adds some. They are bounded, since every view
 * has them in memory; a keyword in another case counts as another.
 */
public final class Vocabulary {
  private final StoredView view;
  private final int most;
  private final Set<String> added = new HashSet<>();
  private @Nullable Set<String> used;

  /**
   * Of a mailbox as it is before the commit.
   *
   * @param most different keywords that the mailbox may have
   */
  public Vocabulary(StoredView view, int most) {
    this.view = view;
    this.most = most;
  }

  /**
   * A message will have these flags.
   *
   * @throws LimitReached if the mailbox has no room for one of the keywords
   */
  public void add(Flags flags) {
    for (String keyword : flags.keywords()) {
      if (!has(keyword)) {
        if (isFull()) {
          throw new LimitReached(
              "a mailbox has at most %d different keywords: take some off its messages"
                  .formatted(most));
        }
        added.add(keyword);
      }
    }
  }

  private boolean has(String keyword) {
    return added.contains(keyword)
        || (isCrowded() ? used().contains(keyword) : view.knows(keyword));
  }

  private boolean isFull() {
    return isCrowded() && used().size() + added.size() >= most;
  }

  /** Whether it matters which of the known keywords are still in use, which takes long to find. */
  private boolean isCrowded() {
    return view.mostTexts() + added.size() >= most;
  }

  private Set<String> used() {
    Set<String> known = used;
    if (known == null) {
      known = view.texts();
      used = known;
    }
    return known;
  }
}
