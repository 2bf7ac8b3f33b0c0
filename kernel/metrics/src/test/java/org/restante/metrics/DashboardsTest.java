package org.restante.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Dashboards and alert rules show meters of the contract only. */
class DashboardsTest {

  private static final Path SHARE = Path.of("../../dist/src/main/share");
  private static final Pattern SERIES = Pattern.compile("restante_[a-z0-9_]+");
  private static final Pattern SUFFIX = Pattern.compile("(_total|_bucket|_sum|_count|_seconds)+$");

  @Test
  void everySeriesIsOneOfTheContract() throws IOException {
    Set<String> known = new Contract().names().collect(Collectors.toSet());
    assertThat(seriesOf("grafana", ".json"))
        .isNotEmpty()
        .allSatisfy(series -> assertThat(known).contains(series));
    assertThat(seriesOf("prometheus", ".yml"))
        .isNotEmpty()
        .allSatisfy(series -> assertThat(known).contains(series));
  }

  private static Set<String> seriesOf(String folder, String suffix) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.list(SHARE.resolve(folder))) {
      for (Path file : files.filter(each -> each.toString().endsWith(suffix)).toList()) {
        SERIES
            .matcher(Files.readString(file))
            .results()
            .map(MatchResult::group)
            .map(series -> SUFFIX.matcher(series).replaceFirst(""))
            .forEach(found::add);
      }
    }
    return found;
  }
}
