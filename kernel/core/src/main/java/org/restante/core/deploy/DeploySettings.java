package org.restante.core.deploy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.restante.configuration.KnownKeys;
import org.restante.core.configuration.Home;

/** The configuration, looked over. */
record DeploySettings(
    Path folder,
    Duration drain,
    Duration farewell,
    Duration healthcheck,
    GuardSettings guard,
    Duration settle,
    Duration poll) {

  static DeploySettings of(DeployConfig config, Map<String, ?> properties, BundleContext context) {
    KnownKeys.check(properties, DeployConfig.class);
    return new DeploySettings(
        Home.resolve(context, config.folder(), "deploy"),
        Duration.ofSeconds(config.drainSeconds()),
        Duration.ofSeconds(config.farewellSeconds()),
        Duration.ofSeconds(config.healthcheckSeconds()),
        GuardSettings.of(config),
        Duration.ofMillis(config.settleMillis()),
        Duration.ofSeconds(config.pollSeconds()));
  }
}
