package org.restante.admin.shell;

import java.io.InputStream;
import java.util.Optional;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.jspecify.annotations.Nullable;

/** One client's shell: its variables, its lines one at a time. Thread-safe. */
final class Conversation {

  /**
   * What a line did.
   *
   * @param output what it printed
   * @param error how it failed
   */
  record Result(String output, Optional<String> error) {}

  private final CapturedOutput output = new CapturedOutput();
  private final CommandSession session;

  Conversation(CommandProcessor processor) {
    session = processor.createSession(InputStream.nullInputStream(), output, output);
  }

  synchronized Result run(String line) {
    try {
      Object result = session.execute(line);
      return new Result(output.take() + text(result), Optional.empty());
    } catch (Exception failure) { // a command may throw anything
      return new Result(output.take(), Optional.of(reason(failure)));
    }
  }

  void close() {
    session.close();
  }

  private String text(@Nullable Object result) {
    if (result == null) {
      return "";
    }
    String text = session.format(result, Converter.INSPECT).toString();
    return text.endsWith("\n") ? text : text + "\n";
  }

  private static String reason(Exception failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.toString() : message;
  }
}
