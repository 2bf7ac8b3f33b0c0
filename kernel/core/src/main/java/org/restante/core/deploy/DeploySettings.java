package org.restante.core.deploy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.restante.configuration.KnownKeys;
import org.restante.core.configuration.Home;
import org.restante.core.scan.Verdicts;

/** The configuration, looked over. */
record DeploySettings(
    Path folder,
    Path trusted,
    Path scanned,
    List<Path> guarded,
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
        Home.resolve(context, config.trusted(), "etc/trusted"),
        Home.resolve(context, "", "data/scanned"),
        Stream.of("etc", "etc/trusted", "data/admin.token")
            .map(each -> Home.resolve(context, each, each))
            .toList(),
        Duration.ofSeconds(config.drainSeconds()),
        Duration.ofSeconds(config.farewellSeconds()),
        Duration.ofSeconds(config.healthcheckSeconds()),
        GuardSettings.of(config),
        Duration.ofMillis(config.settleMillis()),
        Duration.ofSeconds(config.pollSeconds()));
  }

  /** What is looked at before a bundle gets in. */
  Entrance entrance(BooleanSupplier scans) {
    List<Path> all =
        Stream.concat(Stream.of(folder, trusted), guarded.stream()).distinct().toList();
    return new Entrance(folder, trusted, all, scans, new Verdicts(scanned));
  }
}
