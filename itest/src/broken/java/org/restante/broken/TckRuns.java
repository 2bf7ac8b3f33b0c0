package org.restante.broken;

import java.util.HashMap;
import java.util.Map;
import org.junit.runner.Description;
import org.junit.runner.JUnitCore;
import org.junit.runner.notification.Failure;
import org.junit.runner.notification.RunListener;

/**
 * Runs a suite once for each pair of jars: {@code SUITE NAME=FIRST,NEXT …}. Prints a line for each
 * test: {@code tck TAB name TAB test TAB message}, which is empty where the test holds.
 */
public final class TckRuns {
  private TckRuns() {}

  /** Runs them all. */
  public static void main(String[] arguments) throws ClassNotFoundException {
    Class<?> suite = Class.forName(arguments[0]);
    for (int i = 1; i < arguments.length; i++) {
      String[] run = arguments[i].split("[=,]", 3);
      System.setProperty("restante.tck.bundle", run[1]);
      System.setProperty("restante.tck.next", run[2]);
      JUnitCore runner = new JUnitCore();
      runner.addListener(new Printer(run[0]));
      runner.run(suite);
    }
    System.exit(0); // whatever a broken bundle has left behind
  }

  private static final class Printer extends RunListener {
    private final String name;
    private final Map<String, String> failed = new HashMap<>();

    Printer(String name) {
      this.name = name;
    }

    @Override
    public void testFailure(Failure failure) {
      String test = String.valueOf(failure.getDescription().getMethodName());
      failed.put(test, String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " "));
      if (failure.getDescription().isSuite()) {
        testFinished(failure.getDescription()); // the framework did not even start
      }
    }

    @Override
    public void testFinished(Description test) {
      String method = String.valueOf(test.getMethodName());
      System.out.println(String.join("\t", "tck", name, method, failed.getOrDefault(method, "")));
    }
  }
}
