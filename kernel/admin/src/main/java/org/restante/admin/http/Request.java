package org.restante.admin.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A request to the API, its path taken apart.
 *
 * @param method GET, POST, …
 * @param path the segments behind the page's own path, decoded
 * @param query the raw query, empty for none
 * @param headers what the client says about itself
 * @param body its octets
 */
public record Request(
    String method, List<String> path, String query, Headers headers, InputStream body) {

  private static final int LARGEST_JSON = 1 << 20;

  static Request of(HttpExchange exchange) {
    String whole = exchange.getRequestURI().getRawPath();
    String page = exchange.getHttpContext().getPath();
    String rest = whole.substring(page.length());
    if (!rest.isEmpty() && !rest.startsWith("/") && !page.endsWith("/")) {
      throw new Refusal(404, "there is no page " + whole);
    }
    String query = exchange.getRequestURI().getRawQuery();
    return new Request(
        exchange.getRequestMethod(),
        segments(rest),
        query == null ? "" : query,
        exchange.getRequestHeaders(),
        exchange.getRequestBody());
  }

  /**
   * Method and path as one word, with {@code *} for names, which are every other segment: {@code
   * PUT * quota}, {@code DELETE * aliases *}.
   */
  public String shape() {
    List<String> words = new ArrayList<>(List.of(method));
    for (int i = 0; i < path.size(); i++) {
      words.add(i % 2 == 0 ? "*" : path.get(i));
    }
    return String.join(" ", words);
  }

  /** All values of a query parameter. */
  public List<String> parameters(String name) {
    return Arrays.stream(query.split("&"))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
        .toList();
  }

  /** The first value of a query parameter. */
  public Optional<String> parameter(String name) {
    return parameters(name).stream().findFirst();
  }

  /** A header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name));
  }

  /** The body as a JSON object of at most 1 MiB. */
  public Fields json() throws IOException {
    byte[] octets = body.readNBytes(LARGEST_JSON + 1);
    if (octets.length > LARGEST_JSON) {
      throw new Refusal(413, "a JSON body has at most " + LARGEST_JSON + " octets");
    }
    try {
      return new Fields(JSON.std.mapFrom(octets));
    } catch (JacksonException malformed) {
      throw new Refusal(400, "the body is no JSON object");
    }
  }

  /** A plus sign in a path is one: only a query has it for a space. */
  private static List<String> segments(String path) {
    return Arrays.stream(path.split("/"))
        .filter(part -> !part.isEmpty())
        .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
        .toList();
  }
}
