package org.restante.admin.http;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real server on a free port, and a client of it. */
public final class ApiServer implements AutoCloseable {

  private final AdminServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String token;

  /** With its token in this folder. */
  public ApiServer(Path data, long largestBody) throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = new AdminServer(data, any, largestBody);
    token = Token.of(data).text();
  }

  /** Adds a page. */
  public ApiServer with(String path, HttpHandler page) {
    server.mount(path, page);
    return this;
  }

  /** Takes a page away. */
  public void without(String path, HttpHandler page) {
    server.unmount(path, page);
  }

  /** A request with a JSON body, or none. */
  public Reply json(String method, String path, Map<String, ?> body) {
    try {
      return send(method, path, body.isEmpty() ? new byte[0] : JSON.std.asBytes(body), token);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** A request with octets. */
  public Reply octets(String method, String path, byte[] body) {
    return send(method, path, body, token);
  }

  /** A request with another token. */
  public Reply as(String shown, String method, String path) {
    return send(method, path, new byte[0], shown);
  }

  private Reply send(String method, String path, byte[] body, String shown) {
    URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .method(method, BodyPublishers.ofByteArray(body))
            .header("Authorization", "Bearer " + shown)
            .build();
    try {
      HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
      return new Reply(answer.statusCode(), answer.body());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    server.close();
  }

  /** An answer. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Reply(int status, byte[] body) {

    /** Its object. */
    public Map<String, Object> object() {
      try {
        return body.length == 0 ? Map.of() : JSON.std.mapFrom(body);
      } catch (IOException malformed) {
        throw new UncheckedIOException(malformed);
      }
    }

    /** Its list. */
    public List<Object> list() {
      try {
        return JSON.std.listFrom(body);
      } catch (IOException malformed) {
        throw new UncheckedIOException(malformed);
      }
    }

    /** The cause that it names. */
    public Object error() {
      return object().getOrDefault("error", "");
    }
  }
}
