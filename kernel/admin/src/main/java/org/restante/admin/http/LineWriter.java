package org.restante.admin.http;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends lines in chunks, each when it comes. */
final class LineWriter implements Lines.Sink {
  private static final Logger LOG = LoggerFactory.getLogger(LineWriter.class);

  private final OutputStream out;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean gone;

  private LineWriter(OutputStream out) {
    this.out = out;
  }

  /** Sends all lines as the body of an answer that has begun well. */
  static void send(HttpExchange exchange, int status, Lines lines) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/jsonl");
    exchange.sendResponseHeaders(status, 0);
    LineWriter writer = new LineWriter(exchange.getResponseBody());
    try {
      lines.write(writer);
    } catch (Refusal refusal) {
      writer.line(Map.of("error", String.valueOf(refusal.getMessage())));
    } catch (RuntimeException failure) {
      LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), failure);
      writer.line(Map.of("error", "internal error; the server's log has more"));
    }
  }

  @Override
  public void line(Map<String, ?> object) {
    lock.lock();
    try {
      if (!gone) {
        byte[] octets = JSON.std.asBytes(object);
        byte[] line = Arrays.copyOf(octets, octets.length + 1);
        line[octets.length] = '\n';
        out.write(line);
        out.flush();
      }
    } catch (IOException e) {
      gone = true;
    } finally {
      lock.unlock();
    }
  }
}
