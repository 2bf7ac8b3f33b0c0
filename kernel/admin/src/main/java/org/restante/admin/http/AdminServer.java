package org.restante.admin.http;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
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
import org.restante.configuration.KnownKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server. Every {@link HttpHandler} service with the property {@code restante.http.path}
 * is a page; below {@code /api} a request must show the token. Thread-safe.
 */
@Component(immediate = true, service = AdminServer.class, configurationPid = "org.restante.admin")
@Designate(ocd = HttpConfig.class)
public final class AdminServer {

  private static final Logger LOG = LoggerFactory.getLogger(AdminServer.class);
  private static final String PATH = "restante.http.path";
  private static final String API = "/api";
  private static final int BACKLOG = 64;
  private static final long MIB = 1L << 20;
  private static final int MOST_PORT = 65_535;

  private final HttpServer server;
  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
  private final TokenCheck tokenCheck;
  private final BodyLimit bodyLimit;
  private final Map<String, HttpContext> pages = new HashMap<>();

  /** Binds the configured port. */
  @Activate
  public AdminServer(BundleContext context, HttpConfig config, Map<String, ?> properties)
      throws IOException {
    this(
        ServerHome.of(context).data(),
        address(ServerHome.of(context), checked(config, properties)),
        config.largestBodyMiB() * MIB);
  }

  AdminServer(Path data, InetSocketAddress address, long largestBody) throws IOException {
    tokenCheck = new TokenCheck(Token.of(data));
    bodyLimit = new BodyLimit(largestBody);
    server = bound(address);
    server.setExecutor(requests);
    mount("/", new Nowhere());
    mount(API, new Nowhere());
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
    mount(String.valueOf(properties.get(PATH)), handler);
  }

  void removePage(HttpHandler handler, Map<String, Object> properties) {
    unmount(String.valueOf(properties.get(PATH)), handler);
  }

  /**
   * A page replaces one that has its path: its bundle's new revision comes before the old one goes.
   */
  synchronized void mount(String path, HttpHandler handler) {
    HttpContext replaced = pages.get(path);
    if (replaced != null) {
      server.removeContext(replaced);
    }
    HttpContext page = server.createContext(path, handler);
    if (path.startsWith(API)) {
      page.getFilters().add(tokenCheck);
      page.getFilters().add(bodyLimit);
    }
    pages.put(path, page);
  }

  synchronized void unmount(String path, HttpHandler handler) {
    HttpContext page = pages.get(path);
    if (page != null && page.getHandler() == handler) {
      server.removeContext(page);
      pages.remove(path);
    }
  }

  @Deactivate
  void close() {
    server.stop(0);
    requests.shutdownNow();
  }

  private static HttpConfig checked(HttpConfig config, Map<String, ?> properties) {
    KnownKeys.check(properties, HttpConfig.class);
    if (config.port() < -1 || config.port() > MOST_PORT || config.largestBodyMiB() < 1) {
      throw KnownKeys.refused(
          properties, "port is from -1 to " + MOST_PORT + ", largestBodyMiB 1 or more");
    }
    return config;
  }

  private static InetSocketAddress address(ServerHome home, HttpConfig config) {
    int port = config.port() < 0 ? 0 : config.port() + home.basePort();
    return new InetSocketAddress(config.bind(), port);
  }

  private static HttpServer bound(InetSocketAddress address) throws IOException {
    try {
      return HttpServer.create(address, BACKLOG);
    } catch (IOException taken) {
      LOG.error(
          "can't listen for metrics and administration on {}: {}; stop who has the port, or start"
              + " with another --base-port",
          address,
          taken.getMessage());
      throw taken;
    }
  }
}
