package org.restante.admin.http;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server. Every {@link HttpHandler} service with the property {@code restante.http.path} is a
 * page; below {@code /api} a request must show the token.
 */
@Component(immediate = true, service = AdminServer.class, configurationPid = "org.restante.admin")
@Designate(ocd = HttpConfig.class)
public final class AdminServer {

  private static final Logger LOG = LoggerFactory.getLogger(AdminServer.class);
  private static final String PATH = "restante.http.path";

  private final HttpServer server;
  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
  private final TokenCheck tokenCheck;
  private final Map<HttpHandler, HttpContext> pages = new ConcurrentHashMap<>();

  /** Binds the port. */
  @Activate
  public AdminServer(BundleContext context, HttpConfig config) throws IOException {
    tokenCheck = new TokenCheck(Token.of(Home.of(context)));
    InetSocketAddress address =
        new InetSocketAddress(config.bind(), port(config.port(), context));
    try {
      server = HttpServer.create(address, 64);
    } catch (IOException taken) {
      LOG.error(
          "can't listen for metrics and administration on {}: {}; stop who has the port, or start"
              + " with another --base-port",
          address,
          taken.getMessage());
      throw taken;
    }
    server.setExecutor(requests);
    server.start();
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      target = "(" + PATH + "=*)")
  void addPage(HttpHandler handler, Map<String, Object> properties) {
    String path = String.valueOf(properties.get(PATH));
    HttpContext page = server.createContext(path, handler);
    if (path.startsWith("/api")) {
      page.getFilters().add(tokenCheck);
    }
    pages.put(handler, page);
  }

  void removePage(HttpHandler handler) {
    HttpContext page = pages.remove(handler);
    if (page != null) {
      server.removeContext(page);
    }
  }

  @Deactivate
  void close() {
    server.stop(0);
    requests.shutdownNow();
  }

  private static int port(int wellKnown, BundleContext context) {
    String base = context.getProperty("restante.base.port");
    return wellKnown < 0 ? 0 : wellKnown + (base == null ? 0 : Integer.parseInt(base));
  }
}
