package org.restante.admin.log;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.log.LogEntry;
import org.restante.configuration.UnusableConfiguration;

/**
 * What an entry of the framework's log has to tell.
 *
 * @param text the message; of a refused configuration only what is wrong with it
 * @param cause the first cause: those around it only say that a constructor was called
 * @param millis when it was said
 * @param follows whether it only follows from another entry
 */
record Line(String text, @Nullable Throwable cause, long millis, boolean follows) {

  static final Line NONE = new Line("", null, 0, true);

  private static final long REPETITION_MILLIS = 1_000;
  private static final String REFUSAL = UnusableConfiguration.class.getName() + ": ";

  /**
   * Where a component fails, the framework complains once more for each component that waits for
   * it, and the cause is lost among them.
   */
  private static final List<String> CONSEQUENCES =
      List.of(
          "Could not get service from ref",
          "Service not available from service registry",
          "Unable to get service for reference",
          "Service factory returned null. (Component:");

  static Line of(LogEntry entry) {
    return of(String.valueOf(entry.getMessage()), entry.getException(), entry.getTime());
  }

  static Line of(String message, @Nullable Throwable failure, long millis) {
    Throwable cause = failure;
    while (cause != null && cause.getCause() != null) {
      cause = cause.getCause();
    }
    // the log service keeps only the texts of exceptions
    String reason = String.valueOf(cause);
    int refusal = reason.indexOf(REFUSAL);
    return refusal >= 0
        ? new Line(reason.substring(refusal + REFUSAL.length()), null, millis, false)
        : new Line(message, cause, millis, follows(message) || follows(reason));
  }

  /** A component is tried again for each that waits for it, and fails in the same words. */
  boolean repeats(Line before) {
    return text.equals(before.text) && millis - before.millis < REPETITION_MILLIS;
  }

  private static boolean follows(String text) {
    return CONSEQUENCES.stream().anyMatch(text::contains);
  }
}
