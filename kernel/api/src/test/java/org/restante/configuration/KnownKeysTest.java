package org.restante.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class KnownKeysTest {

  @interface Limits {
    int mostConnections() default 1;

    String hostname() default "";

    boolean strict() default true;

    TimeUnit unit() default TimeUnit.SECONDS;
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
                + " there are [hostname, mostConnections, strict, unit]");
  }

  @Test
  void aValueOfAnotherTypeIsNamed() {
    assertThatThrownBy(() -> KnownKeys.check(Map.of("mostConnections", "many"), Limits.class))
        .hasMessageContaining("«many» is no value of mostConnections, which is a number");
    assertThatThrownBy(() -> KnownKeys.check(Map.of("strict", "yes"), Limits.class))
        .hasMessageContaining("«yes» is no value of strict, which is true or false");
    assertThatThrownBy(() -> KnownKeys.check(Map.of("unit", "YEARS"), Limits.class))
        .hasMessageContaining("«YEARS» is no value of unit, which is one of [NANOSECONDS,");
  }

  @Test
  void textsThatAreValuesPass() {
    Map<String, Object> properties =
        Map.of("mostConnections", "-5 ", "strict", "false", "unit", "DAYS", "hostname", "many");
    assertThatCode(() -> KnownKeys.check(properties, Limits.class)).doesNotThrowAnyException();
  }

  @Test
  void otherProblemsReadTheSame() {
    assertThat(KnownKeys.refused(Map.of("service.pid", "a.b~c"), "port is no number"))
        .hasMessage("the configuration of a.b~c is not used: port is no number");
  }
}
