package org.restante.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScrapePageTest {

  private final PrometheusMeterRegistry meters = Registry.create();
  private final Map<String, String> shares =
      Map.of(
          "restante.memory", "1000",
          "restante.memory.heap", "400",
          "restante.memory.native", "300",
          "restante.memory.network", "100",
          "restante.memory.jvm", "150");
  private final JvmMeters jvm = new JvmMeters(meters, new MemoryMeters(shares::get));
  private final ScrapePage page = new ScrapePage(meters, jvm);

  @Test
  void namesAndUnitsAreThoseOfTheContractWhateverABundleSays() {
    Counter.builder("restante.sessions.opened")
        .baseUnit("sessions")
        .tags("protocol", "imap", "tls", "true")
        .register(meters)
        .increment();
    Gauge.builder("restante.storage.free", () -> 5).register(meters);
    Gauge.builder("restante.sessions.active", () -> 1).register(meters);
    assertThat(page.text())
        .contains("restante_sessions_opened_total{protocol=\"imap\",tls=\"true\"} 1.0")
        .contains("# HELP restante_sessions_opened_total sessions begun")
        .contains("restante_storage_free_bytes 5.0")
        .contains("restante_sessions_active_sessions 1.0");
  }

  @Test
  void informationOfBundlesHasItsPlainName() {
    MultiGauge.builder("restante.bundle.info")
        .baseUnit("bundles")
        .register(meters)
        .register(List.of(MultiGauge.Row.of(Tags.of("bundle", "a", "version", "1"), 1)));
    assertThat(page.text()).contains("restante_bundle_info{bundle=\"a\",version=\"1\"} 1");
  }

  @Test
  void everythingHasAHelpText() {
    Timer.builder("restante.of.nobody.known").register(meters);
    assertThat(helpTexts()).isNotEmpty().allSatisfy(text -> assertThat(text).isNotBlank());
  }

  @Test
  void theJvmIsThereFromTheFirstReadingOn() {
    assertThat(meters.getMeters()).isEmpty();
    assertThat(page.text()).contains("jvm_threads_live_threads", "process_uptime_seconds");
    jvm.close();
  }

  @Test
  void theSharesOfTheMemoryAddUpToTheSetting() {
    assertThat(page.text())
        .contains(
            "restante_memory_budget_bytes{share=\"heap\"} 400.0",
            "restante_memory_budget_bytes{share=\"native\"} 300.0",
            "restante_memory_budget_bytes{share=\"network\"} 100.0",
            "restante_memory_budget_bytes{share=\"jvm\"} 150.0",
            "restante_memory_budget_bytes{share=\"spare\"} 50.0",
            "restante_memory_resident_bytes");
    jvm.close();
  }

  private Stream<String> helpTexts() {
    return page.text()
        .lines()
        .filter(line -> line.startsWith("# HELP"))
        .map(line -> line.split(" ", 4)[3]);
  }
}
