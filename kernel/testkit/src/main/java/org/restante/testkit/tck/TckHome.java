package org.restante.testkit.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;
import org.restante.testkit.exam.Assembly;
import org.restante.testkit.exam.ExamHome;
import org.restante.testkit.exam.ExamOptions;

/**
 * What a suite runs in: the distribution without its plugins and ports, the bundle under test
 * beside it, and one listener for it. Outside of the framework.
 */
final class TckHome {
  static final String FIRST = "tck/first.jar";
  static final String NEXT = "tck/next.jar";

  private static final String LISTENER = "org.restante.core.listener-tck";

  private TckHome() {}

  static Option[] options(Class<?> suite, Dialect dialect, Path first, Path next) {
    Assembly assembly = Assembly.toTest();
    ExamHome home = ExamHome.fresh(Path.of("target", "homes", suite.getSimpleName()), assembly);
    try {
      empty(home);
      Files.createDirectories(home.root().resolve("tck"));
      Files.copy(first, home.root().resolve(FIRST));
      Files.copy(next, home.root().resolve(NEXT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    home.set("org.restante.core.deploy", "guardSeconds", "I\"0\"")
        .set(LISTENER, "protocol", "\"" + dialect.protocol() + "\"")
        .set(LISTENER, "role", "\"" + dialect.role() + "\"")
        .set(LISTENER, "port", "I\"" + ExamHome.TCK + "\"")
        .set(LISTENER, "bind", "\"127.0.0.1\"")
        .set(LISTENER, "refusal", "\"not now\"")
        .set(LISTENER, "goodbye", "\"goodbye\"");
    return CoreOptions.options(ExamOptions.distribution(assembly, home), ExamOptions.testkit());
  }

  private static void empty(ExamHome home) throws IOException {
    for (String listener : home.listeners()) {
      Files.delete(home.root().resolve("etc").resolve(listener + ".config"));
    }
    for (Path plugin : List.copyOf(home.plugins())) {
      Files.delete(plugin);
    }
  }
}
