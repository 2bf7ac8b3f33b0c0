package org.restante.launcher.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.restante.launcher.admin.AdminClient;
import org.restante.launcher.admin.AdminRefusal;

/** Whether a server answers on all its ports. */
final class Readiness {

  private static final long STEP_MILLIS = 100;

  private Readiness() {}

  /**
   * Waits until every listener is bound and served.
   *
   * @param alive whether it is worth while to go on waiting
   * @throws AdminRefusal where it is not, or the time has passed; the text names what is missing
   */
  static void await(AdminClient admin, int seconds, BooleanSupplier alive)
      throws InterruptedException {
    long deadline = System.nanoTime() + seconds * 1_000_000_000L;
    while (!missing(admin, "/status").isEmpty()) {
      if (!alive.getAsBoolean()) {
        throw new AdminRefusal(0, "the server has stopped; logs/ in its home says why");
      }
      if (System.nanoTime() > deadline) {
        String missing = missing(admin, "/status?problems=all");
        throw new AdminRefusal(
            0, "not ready after " + seconds + " s: " + missing + "; logs/ in its home says more");
      }
      Thread.sleep(STEP_MILLIS);
    }
  }

  private static String missing(AdminClient admin, String path) {
    try {
      return missing(admin.object(path));
    } catch (AdminRefusal | IOException notYet) {
      return String.valueOf(notYet.getMessage());
    }
  }

  /** What a status says is missing; empty when the server is ready. */
  static String missing(Map<String, Object> status) {
    if (Boolean.TRUE.equals(status.get("ready"))) {
      return "";
    }
    List<String> missing = new ArrayList<>();
    for (Object listener : (List<?>) status.getOrDefault("listeners", List.of())) {
      Map<?, ?> fields = (Map<?, ?>) listener;
      if (!Boolean.TRUE.equals(fields.get("bound")) || !Boolean.TRUE.equals(fields.get("served"))) {
        Object problem = fields.get("problem");
        missing.add(fields.get("name") + (problem == null ? "" : " (" + problem + ")"));
      }
    }
    if (missing.isEmpty()) {
      missing.addAll(problems(status));
    }
    return missing.isEmpty() ? "its services are not complete yet" : String.join(", ", missing);
  }

  /** Components that wait or have failed, the latter first: they are why others wait. */
  static List<String> problems(Map<String, Object> status) {
    return ((List<?>) status.getOrDefault("problems", List.of()))
        .stream()
            .map(problem -> (Map<?, ?>) problem)
            .map(fields -> fields.get("component") + " " + fields.get("problem"))
            .sorted(Comparator.comparing(text -> !text.contains(" failed: ")))
            .toList();
  }
}
