package org.restante.core.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnershipTest {
  private static final Path FOLDER = Path.of("deploy");

  @TempDir Path home;

  @Test
  void onlyTheOwnerMayWrite() {
    assertThat(of("restante", "rwxr-xr-x").warnings("restante")).isEmpty();
    assertThat(of("root", "rwxr-xr-x").warnings("restante")).isEmpty();
    assertThat(of("restante", "rwxrwxr-x").warnings("restante"))
        .containsExactly(
            "deploy (mode rwxrwxr-x) is writable by others than its owner: chmod go-w deploy");
    assertThat(of("eve", "rwx------").warnings("restante"))
        .containsExactly("deploy belongs to eve: chown restante deploy");
  }

  @Test
  void everybodyIsNotTheGroup() {
    assertThat(of("restante", "rwxrwxr-x").worldWritable()).isFalse();
    assertThat(of("restante", "rwxrwxrwx").worldWritable()).isTrue();
  }

  @Test
  void readsTheFileSystem() throws Exception {
    java.nio.file.Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx-w----"));
    assertThat(Ownership.of(home).orElseThrow().warnings(System.getProperty("user.name")))
        .singleElement()
        .asString()
        .contains("rwx-w----");
    assertThat(Ownership.of(home.resolve("nothing"))).isEmpty();
    assertThat(Ownership.warnings(java.util.List.of(home.resolve("nothing")))).isEmpty();
  }

  private static Ownership of(String owner, String mode) {
    return new Ownership(FOLDER, owner, PosixFilePermissions.fromString(mode));
  }
}
