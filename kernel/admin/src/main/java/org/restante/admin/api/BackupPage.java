package org.restante.admin.api;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.admin.http.Answer;
import org.restante.admin.http.Fields;
import org.restante.admin.http.Lines;
import org.restante.admin.http.Refusal;
import org.restante.admin.http.Request;
import org.restante.admin.http.Resource;
import org.restante.backup.Backup;
import org.restante.backup.BackupProgress;
import org.restante.backup.Backups;
import org.restante.backup.TakenBackup;
import org.restante.keyvalue.EngineException;

/** {@code /backups}: taken while the server serves, listed and verified. */
@Component(service = HttpHandler.class, property = "restante.http.path=/api/v1/backups")
public final class BackupPage extends Resource {

  private final Backups backups;

  /** Over the engine's backups. */
  @Activate
  public BackupPage(@Reference Backups backups) {
    this.backups = backups;
  }

  @Override
  protected Answer answer(Request request) throws IOException {
    return switch (request.shape()) {
      case "GET" -> list(directory(request));
      case "POST" -> take(request.json());
      case "POST * verify" -> verify(directory(request), number(request.path().getFirst()));
      default -> unknown(request);
    };
  }

  private Answer list(Path directory) {
    return refusing(
        () -> Answer.ok(backups.list(directory).stream().map(BackupPage::show).toList()));
  }

  private Answer take(Fields asked) {
    Path directory = path(asked.text("directory"));
    Long keep = asked.number("keep");
    if (keep != null && (keep < 1 || keep > Integer.MAX_VALUE)) {
      throw new Refusal(400, "keep is 1 or more");
    }
    boolean verify = !asked.has("verify") || asked.flag("verify");
    return Answer.ok((Lines) sink -> refusing(() -> take(directory, keep, verify, sink)));
  }

  private Lines.Sink take(Path directory, @Nullable Long keep, boolean verify, Lines.Sink sink) {
    TakenBackup taken = backups.take(directory, progress("copied", sink));
    List<String> problems =
        verify
            ? backups.verify(directory, taken.backup().id(), progress("verified", sink))
            : List.of();
    if (keep != null && problems.isEmpty()) {
      backups.keep(directory, keep.intValue());
    }
    Map<String, Object> last = new LinkedHashMap<>(show(taken.backup()));
    last.put("copied", taken.copied());
    last.put("verified", verify);
    last.put("problems", problems);
    sink.line(last);
    return sink;
  }

  private Answer verify(Path directory, long id) {
    return Answer.ok(
        (Lines)
            sink ->
                refusing(
                    () -> {
                      List<String> problems =
                          backups.verify(directory, id, progress("verified", sink));
                      sink.line(Map.of("id", id, "problems", problems));
                      return sink;
                    }));
  }

  private static Consumer<BackupProgress> progress(String what, Lines.Sink sink) {
    return progress ->
        sink.line(Map.of("done", what, "octets", progress.octets(), "total", progress.total()));
  }

  private static Map<String, Object> show(Backup backup) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", backup.id());
    shown.put("taken", backup.taken().toString());
    shown.put("octets", backup.octets());
    shown.put("files", backup.files());
    return shown;
  }

  /** What the engine says about a directory is for the operator, who named it. */
  private static <T> T refusing(java.util.function.Supplier<T> call) {
    try {
      return call.get();
    } catch (EngineException refused) {
      throw new Refusal(422, String.valueOf(refused.getMessage()));
    }
  }

  private static Path directory(Request request) {
    return path(
        request
            .parameter("directory")
            .filter(text -> !text.isEmpty())
            .orElseThrow(() -> new Refusal(400, "name the directory with ?directory=PATH")));
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException malformed) {
      throw new Refusal(400, "that is no path of a directory");
    }
  }

  private static long number(String text) {
    if (text.matches("[0-9]{1,10}")) {
      return Long.parseLong(text);
    }
    throw new Refusal(400, "a backup's id is a number");
  }
}
