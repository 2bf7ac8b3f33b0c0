package org.restante.admin.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request to the API, its path taken apart.
 *
 * @param method GET, POST, …
 * @param path the segments behind the page's own path, decoded
 * @param body its octets
 * @param query the raw query, empty for none
 */
public record Request(String method, List<String> path, InputStream body, String query) {

  private static final int LARGEST_JSON = 1 << 20;

  static Request of(HttpExchange exchange) {
    String whole = exchange.getRequestURI().getRawPath();
    String rest = whole.substring(exchange.getHttpContext().getPath().length());
    List<String> segments =
        Arrays.stream(rest.split("/")).filter(part -> !part.isEmpty()).map(Request::decode).toList();
    String query = exchange.getRequestURI().getRawQuery();
    return new Request(
        exchange.getRequestMethod(), segments, exchange.getRequestBody(), query == null ? "" : query);
  }

  /** Method and path as one word, with {@code *} for each name: {@code PUT * quota}. */
  public String shape(String... fixed) {
    List<String> words = new ArrayList<>(List.of(method));
    path.forEach(segment -> words.add(List.of(fixed).contains(segment) ? segment : "*"));
    return String.join(" ", words);
  }

  /** All values of a query parameter. */
  public List<String> parameters(String name) {
    return Arrays.stream(query.split("&"))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> decode(pair.substring(name.length() + 1)))
        .toList();
  }

  /** The first value of a query parameter. */
  public Optional<String> parameter(String name) {
    return parameters(name).stream().findFirst();
  }

  /** The body as a JSON object of at most 1 MiB. */
  public Map<String, Object> json() throws IOException {
    byte[] octets = body.readNBytes(LARGEST_JSON);
    try {
      return JSON.std.mapFrom(octets);
    } catch (JacksonException malformed) {
      throw new Refusal(400, "the body is no JSON object");
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
