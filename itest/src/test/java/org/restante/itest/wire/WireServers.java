package org.restante.itest.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.restante.testkit.exam.Assembly;
import org.restante.testkit.exam.ExamHome;

/**
 * The distribution with the settings that a transcript asks for by the name of its listener. A
 * server has one plugin of a protocol for all its listeners, so other settings of a plugin are
 * another server; each starts when it is first asked for.
 */
final class WireServers implements AutoCloseable {
  private static final Map<String, Map<String, String>> IMAP_SETTINGS =
      Map.of(
          "dots", Map.of("separator", "\".\""),
          "minus", Map.of("literals", "\"minus\""),
          "limited",
              Map.of(
                  "messageLimit", "I\"2\"",
                  "enforceMessageLimit", "B\"true\"",
                  "progressEvery", "\"PT0S\""));

  private final Assembly assembly;
  private final Path folder;
  private final Map<String, RunningServer> running = new HashMap<>();

  WireServers(Assembly assembly, Path folder) {
    this.assembly = assembly;
    this.folder = folder;
  }

  /** The server whose listener of that name is as the transcripts have it. */
  RunningServer of(String listener) {
    String settings = IMAP_SETTINGS.containsKey(listener) ? listener : "shipped";
    return running.computeIfAbsent(settings, this::start);
  }

  private RunningServer start(String settings) {
    ExamHome home = ExamHome.fresh(folder.resolve(settings).resolve("home"), assembly);
    WireHome wired = new WireHome(home);
    IMAP_SETTINGS
        .getOrDefault(settings, Map.of())
        .forEach((key, value) -> home.set("org.restante.imap", key, value));
    if (IMAP_SETTINGS.containsKey(settings)) {
      wired.nameFirst(settings);
    }
    try {
      return RunningServer.start(assembly.root().resolve("bin/restante"), wired);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    running.values().forEach(RunningServer::close);
  }
}
