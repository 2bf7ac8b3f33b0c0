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
  private final JvmMeters jvm;

  ScrapePage(PrometheusMeterRegistry meters, JvmMeters jvm) {
    this.meters = meters;
    this.jvm = jvm;
  }

  static ServiceRegistration<?> register(BundleContext context, ScrapePage page) {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put("restante.http.path", "/metrics");
    return context.registerService(HttpHandler.class, page, properties);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      byte[] page = text().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", TEXT);
      exchange.sendResponseHeaders(200, page.length);
      exchange.getResponseBody().write(page);
    }
  }

  String text() {
    jvm.bind();
    return meters.scrape(TEXT);
  }
}
