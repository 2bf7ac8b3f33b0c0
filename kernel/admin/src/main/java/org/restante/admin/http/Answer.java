package org.restante.admin.http;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page answers.
 *
 * @param status the HTTP status
 * @param body what becomes JSON; a {@link Stream}, or {@link Lines}, sent as they come; null: none
 * @param afterwards what is done when the answer is on its way
 */
public record Answer(int status, @Nullable Object body, Runnable afterwards) {

  private static final int STREAM_BUFFER = 64 * 1024;

  /** No limit is shown as null, not left out. */
  private static final JSON WITH_NULLS = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);

  /** A body that is sent while it is made. What fails in its midst ends the connection. */
  @FunctionalInterface
  public interface Stream {
    /** Writes all of it. */
    void writeTo(OutputStream out) throws IOException;
  }

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
      } else if (body instanceof Stream stream) {
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        exchange.sendResponseHeaders(status, 0);
        OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), STREAM_BUFFER);
        stream.writeTo(out);
        out.flush();
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
