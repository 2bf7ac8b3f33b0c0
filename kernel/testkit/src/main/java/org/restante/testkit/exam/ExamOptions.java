package org.restante.testkit.exam;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.cleanCaches;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.frameworkStartLevel;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.systemPackages;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import java.net.URISyntaxException;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.options.UrlProvisionOption;

/** The options that make Pax Exam run the distribution as the launcher runs it. */
public final class ExamOptions {

  /** Logging is on the class path; both versions, or Pax Exam never finds its probe. */
  private static final String[] LOGGING = {
    "org.slf4j;version=2.0.17",
    "org.slf4j.event;version=2.0.17",
    "org.slf4j.helpers;version=2.0.17",
    "org.slf4j.spi;version=2.0.17",
    "org.slf4j;version=1.7.36",
    "org.slf4j.helpers;version=1.7.36",
    "org.slf4j.spi;version=1.7.36"
  };

  private ExamOptions() {}

  /** Everything: the bundles, the framework's properties, JUnit. */
  public static Option distribution(Assembly assembly, ExamHome home) {
    return composite(
        composite(assembly.bundles().stream().map(ExamOptions::provision).toArray(Option[]::new)),
        properties(home),
        systemPackages(LOGGING),
        junitBundles(),
        cleanCaches(true),
        frameworkStartLevel(100));
  }

  /** This testkit and AssertJ, for suites that use them inside the framework. */
  public static Option testkit() {
    return composite(
        library(ExamOptions.class), library(Assertions.class), library(ByteBuddy.class));
  }

  /** A library of the test's class path as a bundle, by any class of it. */
  public static Option library(Class<?> member) {
    try {
      return bundle(member.getProtectionDomain().getCodeSource().getLocation().toURI().toString());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(member.toString(), e);
    }
  }

  private static UrlProvisionOption provision(AssembledBundle assembled) {
    UrlProvisionOption option = bundle(assembled.location()).startLevel(assembled.startLevel());
    return assembled.fragment() ? option.noStart() : option;
  }

  private static Option properties(ExamHome home) {
    Map<String, String> properties =
        Map.of(
            "restante.home",
            home.root().toString(),
            "restante.base.port",
            Integer.toString(home.basePort()),
            "org.osgi.framework.bsnversion",
            "multiple",
            "felix.fileinstall.dir",
            home.root().resolve("etc").toString(),
            "felix.fileinstall.filter",
            ".*\\.config",
            "felix.fileinstall.noInitialDelay",
            "true",
            "felix.fileinstall.enableConfigSave",
            "false",
            "felix.fileinstall.tmpdir",
            home.root().resolve("data").toString(),
            "gosh.args",
            "--nointeractive",
            "io.netty.native.workdir",
            home.root().resolve("data").toString());
    return composite(
        properties.entrySet().stream()
            .map(
                property ->
                    composite(
                        frameworkProperty(property.getKey()).value(property.getValue()),
                        systemProperty(property.getKey()).value(property.getValue())))
            .toArray(Option[]::new));
  }
}
