package org.restante.admin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WantedListenersTest {

  @TempDir private Path etc;

  @Test
  void oneForEachConfiguration() throws IOException {
    for (String file :
        new String[] {
          "org.restante.core.listener-imap.config",
          "org.restante.core.listener-smtp.config",
          "org.restante.core.listener-pop3.config.off",
          "org.restante.core.tls.config"
        }) {
      Files.createFile(etc.resolve(file));
    }
    assertThat(new WantedListeners(etc).count()).isEqualTo(2);
    assertThat(new WantedListeners(etc.resolve("missing")).count()).isZero();
  }
}
