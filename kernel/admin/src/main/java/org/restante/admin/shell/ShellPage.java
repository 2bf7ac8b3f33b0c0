package org.restante.admin.shell;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.felix.service.command.CommandProcessor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.restante.admin.http.Answer;
import org.restante.admin.http.Request;
import org.restante.admin.http.Resource;

/** {@code /shell}: a line in, what it printed out. */
@Component(service = HttpHandler.class, property = "restante.http.path=/api/v1/shell")
public final class ShellPage extends Resource {

  private final Conversations conversations;

  /** Over Gogo. */
  @Activate
  public ShellPage(@Reference CommandProcessor processor) {
    conversations = new Conversations(processor);
  }

  @Override
  protected Answer answer(Request request) throws IOException {
    if (!request.shape().equals("POST")) {
      return unknown(request);
    }
    String line = request.json().text("line");
    Conversation conversation = conversations.named(request.header("X-Session").orElse(""));
    Conversation.Result result = conversation.run(line);
    Map<String, Object> answer = new HashMap<>();
    answer.put("output", result.output());
    result.error().ifPresent(error -> answer.put("error", error));
    return Answer.ok(answer);
  }

  @Deactivate
  void close() {
    conversations.close();
  }
}
