package org.restante.launcher.admin;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.restante.launcher.home.Home;
import org.restante.launcher.home.RunningServer;

/** Requests to the admin API of the server that runs in a home. Thread-safe. */
public final class AdminClient {

  private static final int PIECE = 64 * 1024;
  private static final String LINES = "application/jsonl";

  private final String origin;
  private final Path token;
  // the shell keeps variables for each client
  private final String session = UUID.randomUUID().toString();

  private AdminClient(int port, Path token) {
    this.origin = "http://127.0.0.1:" + port + "/api/v1";
    this.token = token;
  }

  /** The client of the server that runs in a home. */
  public static AdminClient of(Home home) throws IOException {
    RunningServer server =
        RunningServer.of(home)
            .orElseThrow(
                () ->
                    new AdminRefusal(
                        0,
                        "no server runs in "
                            + home.root()
                            + "; start one with: restante start --home "
                            + home.root()));
    return at(home, server.adminPort());
  }

  /** The client of a server that is just starting. */
  public static AdminClient at(Home home, int port) {
    return new AdminClient(port, home.adminToken());
  }

  /** One path segment or query value, encoded. */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** GET of an object. */
  public Map<String, Object> object(String path) throws IOException {
    return JSON.std.mapFrom(send("GET", path, "application/json", null));
  }

  /** GET of a list of objects. */
  @SuppressWarnings("unchecked") // the API gives lists of objects here
  public List<Map<String, Object>> list(String path) throws IOException {
    return (List<Map<String, Object>>)
        (List<?>) JSON.std.listFrom(send("GET", path, "application/json", null));
  }

  /** A request with a JSON body; the answer's object, empty where there is none. */
  public Map<String, Object> json(String method, String path, Map<String, ?> body)
      throws IOException {
    byte[] octets = JSON.std.asBytes(body);
    return parsed(send(method, path, "application/json", out -> out.write(octets)));
  }

  /** A request without a body. */
  public Map<String, Object> plain(String method, String path) throws IOException {
    return parsed(send(method, path, "application/json", null));
  }

  /**
   * A request that takes its time: gives each line of the answer but the last one as it comes.
   *
   * @return the last line
   * @throws AdminRefusal also where the work fails on its way
   */
  public Map<String, Object> lines(
      String method, String path, Map<String, ?> body, Consumer<Map<String, Object>> progress)
      throws IOException {
    byte[] octets = JSON.std.asBytes(body);
    return lines(method, path, "application/json", out -> out.write(octets), progress);
  }

  /** The same with any body, or none. */
  public Map<String, Object> lines(
      String method,
      String path,
      String type,
      @Nullable Body body,
      Consumer<Map<String, Object>> progress)
      throws IOException {
    HttpURLConnection request = sent(method, path, type, LINES, body);
    Map<String, Object> last = Map.of();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(content(request), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!last.isEmpty()) {
          progress.accept(last);
        }
        last = JSON.std.mapFrom(line);
      }
    }
    if (last.get("error") != null) {
      throw new AdminRefusal(500, String.valueOf(last.get("error")));
    }
    return last;
  }

  /** A POST of octets as they are. */
  public Map<String, Object> octets(String path, String type, Body body) throws IOException {
    return parsed(send("POST", path, type, body));
  }

  /** GET of octets, read as they come. */
  public InputStream stream(String path) throws IOException {
    return content(sent("GET", path, "application/octet-stream", null));
  }

  private static Map<String, Object> parsed(byte[] answer) throws IOException {
    return answer.length == 0 ? Map.of() : JSON.std.mapFrom(answer);
  }

  private byte[] send(String method, String path, String type, @Nullable Body body)
      throws IOException {
    try (InputStream in = content(sent(method, path, type, body))) {
      return in.readAllBytes();
    }
  }

  private HttpURLConnection sent(String method, String path, String type, @Nullable Body body)
      throws IOException {
    return sent(method, path, type, "*/*", body);
  }

  private HttpURLConnection sent(
      String method, String path, String type, String accepted, @Nullable Body body)
      throws IOException {
    HttpURLConnection request =
        (HttpURLConnection) URI.create(origin + path).toURL().openConnection();
    request.setRequestMethod(method);
    request.setRequestProperty("Authorization", "Bearer " + readToken());
    request.setRequestProperty("X-Session", session);
    request.setRequestProperty("Accept", accepted);
    try {
      if (body != null) {
        request.setDoOutput(true);
        request.setRequestProperty("Content-Type", type);
        request.setChunkedStreamingMode(PIECE);
        try (OutputStream out = request.getOutputStream()) {
          body.writeTo(out);
        }
      }
      request.getResponseCode();
      return request;
    } catch (ConnectException refused) {
      throw new AdminRefusal(0, "the server does not answer on " + origin);
    }
  }

  private static InputStream content(HttpURLConnection request) throws IOException {
    int status = request.getResponseCode();
    if (status < 400) {
      return request.getInputStream();
    }
    throw new AdminRefusal(status, reason(request, status));
  }

  private static String reason(HttpURLConnection request, int status) throws IOException {
    try (InputStream in = request.getErrorStream()) {
      Object reason = in == null ? null : JSON.std.mapFrom(in.readAllBytes()).get("error");
      return reason == null ? "the server answered with status " + status : reason.toString();
    } catch (com.fasterxml.jackson.core.JacksonException notJson) {
      return "the server answered with status " + status;
    }
  }

  private String readToken() throws IOException {
    if (Files.notExists(token)) {
      throw new AdminRefusal(0, "the server has no admin API yet");
    }
    if (!Files.isReadable(token)) {
      throw new AdminRefusal(0, "can't read " + token + ": run this as the server's user");
    }
    return Files.readString(token).trim();
  }

  /** Writes a request's body. */
  @FunctionalInterface
  public interface Body {
    /** Writes all of it. */
    void writeTo(OutputStream out) throws IOException;
  }
}
