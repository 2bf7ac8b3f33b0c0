package org.restante.admin.log;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.configuration.UnusableConfiguration;

/**
 * Entries that only follow from another one. Where a component fails, the framework complains once more
 * for each component that waits for it, and the cause is lost among them.
 */
final class Consequence {

  private static final List<String> MESSAGES =
      List.of(
          "Could not get service from ref",
          "Service not available from service registry",
          "Unable to get service for reference");

  private static final List<String> CAUSES =
      List.of(
          "Service factory returned null. (Component:",
          // who refuses a configuration has said so in one clear line
          UnusableConfiguration.class.getName());

  private Consequence() {}

  static boolean is(String message, @Nullable Throwable failure) {
    return MESSAGES.stream().anyMatch(message::contains)
        || CAUSES.stream().anyMatch(text -> causedBy(text, failure));
  }

  /** By text: the log service keeps only the texts of exceptions. */
  private static boolean causedBy(String text, @Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause.toString().contains(text)) {
        return true;
      }
    }
    return false;
  }
}
