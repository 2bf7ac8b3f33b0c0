package org.restante.core.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bad jar under the name of a good one shows whether a verdict was believed. */
final class VerdictsTest {
  private static final String NAME = "ab".repeat(32);
  private static final String SCAN = "cd".repeat(32);

  @TempDir private Path home;

  private Path folder() {
    return home.resolve("scanned");
  }

  private Verdicts verdicts() {
    return new Verdicts(folder(), SCAN);
  }

  @Test
  void aJarThatWasFoundGoodIsNotScannedAgain() throws IOException {
    assertThat(verdicts().of(jar("java.util"), NAME)).isEmpty();
    assertThat(verdicts().of(jar("org.rocksdb"), NAME)).isEmpty();
    assertThat(verdicts().of(jar("org.rocksdb"), "ef".repeat(32))).hasSize(1);
  }

  @Test
  void whatWasFoundIsNotKept() throws IOException {
    assertThat(verdicts().of(jar("org.rocksdb"), NAME)).hasSize(1);
    assertThat(verdicts().of(jar("org.rocksdb"), NAME)).hasSize(1);
  }

  @Test
  void anotherKernelScansAgain() throws IOException {
    verdicts().of(jar("java.util"), NAME);
    assertThat(new Verdicts(folder(), "00".repeat(32)).of(jar("org.rocksdb"), NAME)).hasSize(1);
  }

  @Test
  void aDamagedVerdictDoesNotCount() throws IOException {
    verdicts().of(jar("java.util"), NAME);
    Files.writeString(folder().resolve(NAME), SCAN + "\n");
    assertThat(verdicts().of(jar("org.rocksdb"), NAME)).hasSize(1);
  }

  @Test
  void whatOthersCanWriteDoesNotCount() throws IOException {
    verdicts().of(jar("java.util"), NAME);
    Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxrwx---"));
    assertThat(verdicts().of(jar("org.rocksdb"), NAME)).hasSize(1);
  }

  @Test
  void theFolderIsTheOwnersAndDoesNotGrowForEver() throws IOException {
    for (int number = 0; number < 300; number++) {
      verdicts().of(jar("java.util"), "%064x".formatted(number));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
        .isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(folder())) {
      assertThat(files.count()).isBetween(1L, 200L);
    }
  }

  @Test
  void everyClassOfTheScanIsPartOfItsName() throws IOException, URISyntaxException {
    URI here = PluginScan.class.getResource("PluginScan.class").toURI();
    try (Stream<Path> files = Files.list(Path.of(here).resolveSibling("."))) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> !name.equals("package-info.class")))
          .isNotEmpty()
          .allMatch(Verdicts.SCAN::contains);
    }
  }

  private static byte[] jar(String imported) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Import-Package", imported);
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    new JarOutputStream(octets, manifest).close();
    return octets.toByteArray();
  }
}
