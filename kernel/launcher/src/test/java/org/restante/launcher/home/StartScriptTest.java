package org.restante.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the start script finds a JDK. */
class StartScriptTest {

  private static final Path SCRIPT = Path.of("../../dist/src/main/bin/restante");

  @TempDir private Path folder;

  @Test
  void theFirstThatIsNewEnoughIsTaken() throws Exception {
    Path old = jdk("old", "17.0.15");
    Path young = jdk("young", "21.0.2");
    assertThat(find(old, young)).isEqualTo(young.resolve("bin/java").toString());
  }

  @Test
  void whereThereIsNoReleaseFileTheProgramIsAsked() throws Exception {
    Path silent = jdk("silent", "");
    Files.delete(silent.resolve("release"));
    Path young = jdk("young", "26-ea");
    assertThat(find(silent, young)).isEqualTo(silent.resolve("bin/java").toString());
  }

  /** JAVA first, JAVA_HOME second. */
  private String find(Path java, Path javaHome) throws IOException, InterruptedException {
    ProcessBuilder script = new ProcessBuilder("bash", SCRIPT.toString(), "--find-java");
    script.environment().put("RESTANTE_JAVA", java.resolve("bin/java").toString());
    script.environment().put("JAVA_HOME", javaHome.toString());
    Process process = script.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return said.strip();
  }

  private Path jdk(String name, String version) throws IOException {
    Path jdk = folder.resolve(name);
    Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"25.0.1\" 2025-10-21' >&2\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }
}
