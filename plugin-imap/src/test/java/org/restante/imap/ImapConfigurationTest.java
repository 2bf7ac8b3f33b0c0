package org.restante.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.restante.configuration.UnusableConfiguration;
import org.restante.imap.settings.ImapSettings;

/** The keys of the configuration and what they become. */
class ImapConfigurationTest {

  @Test
  void defaultsAreTheSettingsOfServerThatNobodyConfigured() {
    assertThat(settings(Map.of())).isEqualTo(ImapSettings.defaults());
  }

  @Test
  void everyKeyIsRead() {
    Map<String, Object> all = new HashMap<>();
    all.put("separator", ".");
    all.put("keepAlive", "PT1M");
    all.put("autologout", "PT1H");
    all.put("loginTimeout", "PT1M");
    all.put("badCommands", 1);
    all.put("literalOctets", 2);
    all.put("nesting", 3);
    all.put("setRanges", 4);
    all.put("literals", "minus");
    all.put("quotaAdministrators", new String[] {"admin@localhost"});
    all.put("messageLimit", 5);
    all.put("enforceMessageLimit", true);
    all.put("progressEvery", "PT5S");
    assertThat(all.keySet())
        .containsExactlyInAnyOrderElementsOf(
            java.util.Arrays.stream(ImapConfiguration.class.getDeclaredMethods())
                .map(Method::getName)
                .toList());
    assertThat(settings(all).toString())
        .contains("separator=.", "keepAlive=PT1M", "autologout=PT1H", "loginTimeout=PT1M")
        .contains("badCommands=1", "literalOctets=2", "nesting=3", "setRanges=4")
        .contains("messageLimit=5", "enforceMessageLimit=true", "progressEvery=PT5S")
        .contains("literalMinus=true", "quotaAdministrators=[admin@localhost]");
  }

  @ParameterizedTest
  @CsvSource({
    "separator, //",
    "separator, *",
    "separator, &",
    "autologout, PT29M",
    "autologout, soon",
    "keepAlive, PT0S",
    "loginTimeout, PT0S",
    "literals, some",
    "progressEvery, PT-1S"
  })
  void nonsenseIsRefused(String key, String value) {
    assertThatThrownBy(() -> settings(Map.of(key, value)))
        .isInstanceOf(UnusableConfiguration.class);
  }

  @Test
  void unknownKeysAreRefused() {
    assertThatThrownBy(() -> settings(Map.of("seperator", ".")))
        .isInstanceOf(UnusableConfiguration.class)
        .hasMessageContaining("seperator");
  }

  @ParameterizedTest
  @CsvSource({"badCommands", "literalOctets", "nesting", "setRanges", "messageLimit"})
  void limitsArePositive(String key) {
    assertThatThrownBy(() -> settings(Map.of(key, 0))).isInstanceOf(IllegalArgumentException.class);
  }

  private static ImapSettings settings(Map<String, Object> values) {
    ImapConfiguration configuration =
        (ImapConfiguration)
            Proxy.newProxyInstance(
                ImapConfiguration.class.getClassLoader(),
                new Class<?>[] {ImapConfiguration.class},
                (proxy, method, arguments) ->
                    values.getOrDefault(method.getName(), method.getDefaultValue()));
    return ImapPlugin.settings(configuration, values);
  }
}
