package org.restante.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** The page that Prometheus scrapes, in its text format 0.0.4. */
final class ScrapePage implements HttpHandler {

  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry meters;

  ScrapePage(PrometheusMeterRegistry meters) {
    this.meters = meters;
  }

  static ServiceRegistration<?> register(BundleContext context, PrometheusMeterRegistry meters) {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put("restante.http.path", "/metrics");
    return context.registerService(HttpHandler.class, new ScrapePage(meters), properties);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean get = exchange.getRequestMethod().equals("GET");
      byte[] page = get ? meters.scrape(TEXT).getBytes(StandardCharsets.UTF_8) : new byte[0];
      exchange.getResponseHeaders().set("Content-Type", TEXT);
      exchange.sendResponseHeaders(get ? 200 : 405, get ? page.length : -1);
      exchange.getResponseBody().write(page);
    }
  }
}
