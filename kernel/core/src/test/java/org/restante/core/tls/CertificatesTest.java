package org.restante.core.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
  private static final Duration NEVER = Duration.ofDays(1);

  @TempDir private Path folder;

  private Certificates open() throws IOException {
    return new Certificates(folder, "mail.example", NEVER);
  }

  @Test
  void makesASelfSignedCertificateOnTheFirstStart() throws Exception {
    open().close();
    PemIdentity made = PemIdentity.read(folder.resolve("cert.pem"), folder.resolve("key.pem"));
    X509Certificate certificate = made.chain().getFirst();
    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=mail.example");
    assertThat(certificate.getSubjectAlternativeNames())
        .contains(List.of(2, "mail.example"), List.of(2, "localhost"), List.of(7, "127.0.0.1"));
    assertThat(certificate.getNotAfter().toInstant())
        .isAfter(Instant.now().plus(Duration.ofDays(3600)));
    assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("EC");
    certificate.verify(certificate.getPublicKey());
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key.pem"))))
        .isEqualTo("rw-------");
  }

  @Test
  void usesWhatIsThere() throws IOException {
    open().close();
    String before = Files.readString(folder.resolve("cert.pem"));
    try (Certificates certificates = open()) {
      assertThat(certificates.usable()).isTrue();
      assertThat(certificates.handler(ByteBufAllocator.DEFAULT, NEVER)).isPresent();
    }
    assertThat(Files.readString(folder.resolve("cert.pem"))).isEqualTo(before);
  }

  @Test
  void startsWithoutTlsWhereTheKeyIsMissing() throws IOException {
    open().close();
    Files.delete(folder.resolve("key.pem"));
    try (Certificates certificates = open()) {
      assertThat(certificates.usable()).isFalse();
    }
    assertThat(folder.resolve("key.pem")).doesNotExist();
  }

  @Test
  void refusesAKeyOfAnotherCertificate() throws IOException {
    open().close();
    Path other = folder.resolve("other");
    new Certificates(other, "other.example", NEVER).close();
    Files.delete(folder.resolve("key.pem"));
    Files.move(other.resolve("key.pem"), folder.resolve("key.pem"));
    try (Certificates certificates = open()) {
      assertThat(certificates.usable()).isFalse();
    }
  }
}
