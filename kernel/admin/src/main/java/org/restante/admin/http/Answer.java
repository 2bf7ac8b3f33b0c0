package org.restante.admin.http;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page answers.
 *
 * @param status the HTTP status
 * @param body what becomes JSON; {@link Lines} that are sent as they come; null for none
 * @param afterwards what is done when the answer is on its way
 */
public record Answer(int status, @Nullable Object body, Runnable afterwards) {

  /** No limit is shown as null, not left out. */
  private static final JSON WITH_NULLS = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);

  /** Nothing is done afterwards. */
  public Answer(int status, @Nullable Object body) {
    this(status, body, () -> {});
  }

  /** Done, with something to show. */
  public static Answer ok(Object body) {
    return new Answer(200, body);
  }

  /** Done. */
  public static Answer done() {
    return new Answer(204, null);
  }

  /** Not done: the cause and the cure in a sentence. */
  public static Answer error(int status, String why) {
    return new Answer(status, Map.of("error", why));
  }

  /** Sends it and ends the exchange. */
  public void send(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (body == null) {
        exchange.sendResponseHeaders(status, -1);
      } else if (body instanceof Lines lines) {
        LineWriter.send(exchange, status, lines);
      } else {
        byte[] octets = WITH_NULLS.asBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, octets.length);
        exchange.getResponseBody().write(octets);
      }
    }
    afterwards.run();
  }
}
