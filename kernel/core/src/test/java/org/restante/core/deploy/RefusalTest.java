package org.restante.core.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.core.listener.LineClient;
import org.restante.deploy.DeploymentRefused;

/** Each way not to get in is one line with cause and cure, and what served before serves on. */
@Timeout(120)
final class RefusalTest extends DeployerFixture {
  private static final String IMPORTS =
      "org.osgi.framework,org.restante.protocol,org.restante.protocol.state,";

  /** A jar that is none of ours, what is wrong with it, and what to do. */
  record Row(String name, Map<String, String> headers, String cause, String cure) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> rows() {
    return Stream.of(
        new Row(
            "a package that nobody exports",
            Map.of("Import-Package", IMPORTS + "no.such;version=\"[3,4)\",nor.this"),
            "imports what nobody exports here: no.such [3.0.0,4.0.0), nor.this",
            "Put the bundle that exports it into deploy/"),
        new Row(
            "another release of the API",
            Map.of("Import-Package", "org.restante.protocol;version=\"[2,3)\""),
            "is built against org.restante.protocol [2.0.0,3.0.0), this server offers 0.0.0",
            "use a bundle for this release"),
        new Row(
            "another version of somebody's package",
            Map.of("Import-Package", IMPORTS + "org.osgi.util.tracker;version=\"99\""),
            "imports org.osgi.util.tracker from version 99.0.0, but here is only 1.",
            "deploy a bundle that exports it"),
        new Row(
            "another Java",
            Map.of("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\""),
            "needs another Java than " + Runtime.version().feature(),
            "start the server with that one"),
        new Row(
            "a capability",
            Map.of("Require-Capability", "moon;filter:=\"(phase=full)\""),
            "requires moon (phase=full), which nobody provides here",
            "deploy the bundle that does"),
        new Row(
            "an activator that fails",
            Map.of("Echo-Mood", "failing"),
            "failed while it started: java.lang.IllegalStateException: in a bad mood",
            "mend it and deploy it again"),
        new Row(
            "no service in time",
            Map.of("Echo-Mood", "idle"),
            "registered no ProtocolPlugin service in 2 s",
            "scr:list say which"),
        new Row(
            "a failed health check",
            Map.of("Echo-Mood", "ill"),
            "its health check says: java.lang.IllegalStateException: not well",
            "see to that and deploy it again"),
        new Row(
            "no symbolic name",
            Map.of("Bundle-SymbolicName", " "),
            "is not a bundle: its manifest has no Bundle-SymbolicName",
            "build it with bnd"),
        new Row(
            "no version",
            Map.of("Bundle-Version", "one point two"),
            "has a malformed Bundle-Version",
            "write it as 1.2.3"),
        new Row("no jar", Map.of(), "is not a readable jar", "copy it again"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void saysCauseAndCure(Row row) throws Exception {
    deployer.deploy(EchoJar.write(home.resolve("good.jar"), "1.0.0", Map.of()));
    try (LineClient client = new LineClient(port)) {
      client.hear();
      Path bad = bad(row);
      DeploymentRefused refused =
          catchThrowableOfType(DeploymentRefused.class, () -> deployer.deploy(bad));
      assertThat(refused.getMessage())
          .contains(row.cause)
          .contains(row.cure)
          .doesNotContain("\n")
          .doesNotContain("  ");
      assertThat(client.ask("COUNT")).isEqualTo("1.0.0 1");
      assertThat(bundles()).hasSize(1);
    }
  }

  private Path bad(Row row) throws IOException {
    Path file = home.resolve("bad.jar");
    return row.headers.isEmpty()
        ? Files.writeString(file, "no jar at all")
        : EchoJar.write(file, "2.0.0", row.headers);
  }
}
