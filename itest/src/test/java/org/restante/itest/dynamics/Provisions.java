package org.restante.itest.dynamics;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;
import org.restante.testkit.exam.Assembly;
import org.restante.testkit.exam.ExamHome;
import org.restante.testkit.exam.ExamOptions;

/**
 * What a suite runs in: the distribution of this build, a home of its own where nothing is kept
 * when it is replaced, and the testkit.
 */
final class Provisions {

  private Provisions() {}

  static Option[] of(Class<?> suite, Consumer<ExamHome> changes) {
    Assembly assembly = Assembly.ofThisBuild();
    ExamHome home = ExamHome.fresh(Path.of("target", "homes", suite.getSimpleName()), assembly);
    home.set("org.restante.core.deploy", "guardSeconds", "I\"0\"");
    changes.accept(home);
    return CoreOptions.options(ExamOptions.distribution(assembly, home), ExamOptions.testkit());
  }

  static Option[] of(Class<?> suite) {
    return of(suite, home -> {});
  }

  /** One line of a file in {@code etc/}. */
  static Consumer<ExamHome> setting(String pid, String key, String value) {
    return home -> home.set(pid, key, value);
  }

  /** Connections wait for their plugin for this long. */
  static Consumer<ExamHome> parking(int seconds) {
    return home ->
        home.listeners()
            .forEach(listener -> home.set(listener, "parkSeconds", "I\"" + seconds + "\""));
  }
}
