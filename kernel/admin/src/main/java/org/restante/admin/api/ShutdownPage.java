package org.restante.admin.api;

import com.sun.net.httpserver.HttpHandler;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.restante.admin.http.Answer;
import org.restante.admin.http.Request;
import org.restante.admin.http.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /shutdown}. */
@Component(service = HttpHandler.class, property = "restante.http.path=/api/v1/shutdown")
public final class ShutdownPage extends Resource {

  private static final Logger LOG = LoggerFactory.getLogger(ShutdownPage.class);

  private final Runnable stop;

  /** Over the framework it stops. */
  @Activate
  public ShutdownPage(BundleContext context) {
    this(() -> stop(context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)));
  }

  ShutdownPage(Runnable stop) {
    this.stop = stop;
  }

  @Override
  protected Answer answer(Request request) {
    if (!request.shape().equals("POST")) {
      return unknown(request);
    }
    return new Answer(202, Map.of("stopping", true), stop);
  }

  private static void stop(Bundle framework) {
    LOG.info("the server stops: the admin API was asked to");
    try {
      framework.stop();
    } catch (BundleException failed) {
      LOG.error("the framework does not stop", failed);
    }
  }
}
