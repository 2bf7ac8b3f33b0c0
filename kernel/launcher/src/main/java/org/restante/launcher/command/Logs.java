package org.restante.launcher.command;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import org.restante.launcher.home.Home;
import org.slf4j.LoggerFactory;

/** Logging as the home's {@code etc/logback.xml} says. */
final class Logs {

  private Logs() {}

  static void configure(Home home) throws IOException {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    context.putProperty("restante.logs", home.logs().toString());
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    try {
      configurator.doConfigure(home.etc().resolve("logback.xml").toFile());
    } catch (JoranException malformed) {
      throw new IOException("etc/logback.xml: " + malformed.getMessage(), malformed);
    }
  }
}
