package org.restante.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownKeysTest {

  @interface Limits {
    int mostConnections() default 1;

    String hostname() default "";
  }

  @Test
  void knownKeysAndThoseOfTheFrameworkPass() {
    Map<String, Object> properties =
        Map.of(
            "mostConnections", 5,
            "service.pid", "org.restante.limits",
            "component.id", 3L,
            "Page.target", "(path=*)",
            "felix.fileinstall.filename", "file:etc/org.restante.limits.config",
            "osgi.ds.satisfying.condition.target", "(osgi.condition.id=true)");
    assertThatCode(() -> KnownKeys.check(properties, Limits.class)).doesNotThrowAnyException();
  }

  @Test
  void aMisspeltKeyIsNamedWithThoseThereAre() {
    Map<String, Object> properties =
        Map.of(
            "mostConections", 5,
            "service.pid", "org.restante.limits~a",
            "felix.fileinstall.filename", "file:/srv/mail/etc/org.restante.limits-a.config");
    assertThatThrownBy(() -> KnownKeys.check(properties, Limits.class))
        .isInstanceOf(UnusableConfiguration.class)
        .hasMessage(
            "etc/org.restante.limits-a.config is not used: unknown keys [mostConections];"
                + " there are [hostname, mostConnections]");
  }

  @Test
  void otherProblemsReadTheSame() {
    assertThat(KnownKeys.refused(Map.of("service.pid", "a.b~c"), "port is no number"))
        .hasMessage("the configuration of a.b~c is not used: port is no number");
  }
}
