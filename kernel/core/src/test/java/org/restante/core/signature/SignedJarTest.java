package org.restante.core.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars signed as jarsigner signs them, then changed in every way that must be noticed. */
final class SignedJarTest {
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  @TempDir Path home;
  private Path jar;
  private Path trusted;
  private SigningKey ours;

  @BeforeEach
  void unsigned() throws Exception {
    trusted = home.resolve("trusted");
    jar = home.resolve("plain.jar");
    ours = SigningKey.selfSigned("CN=ours");
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put(MANIFEST, "Manifest-Version: 1.0\r\nBundle-SymbolicName: a.plugin\r\n\r\n");
    entries.put("a/Plugin.class", "a class");
    entries.put("a/words.txt", "some words");
    Files.write(jar, zip(entries));
  }

  @Test
  void everythingIsTakenWithoutCertificates() throws Exception {
    assertThat(objection(Files.readAllBytes(jar))).isEmpty();
  }

  @Test
  void whatIsSignedByUsIsTaken() throws Exception {
    ours.trust(trusted);
    assertThat(objection(ours.sign(jar))).isEmpty();
    assertThat(objection(Files.readAllBytes(jar))).contains("is not signed").contains("jarsigner");
  }

  @Test
  void whoeverElseSignsIsRefused() throws Exception {
    ours.trust(trusted);
    assertThat(objection(SigningKey.selfSigned("CN=others").sign(jar))).contains("CN=others");
  }

  @Test
  void whomWeIssuedIsTakenAndWhoOnlySaysSoIsNot() throws Exception {
    ours.trust(trusted);
    assertThat(objection(ours.issue("CN=developer").sign(jar))).isEmpty();
    assertThat(objection(SigningKey.impostor(ours).sign(jar))).contains("CN=impostor");
  }

  @Test
  void alteredFilesAreNoticed() throws Exception {
    ours.trust(trusted);
    byte[] signed = ours.sign(jar);
    assertThat(objection(changed(signed, "a/words.txt", "other words")))
        .contains("altered after it was signed");
    assertThat(objection(changed(signed, "a/New.class", "a class"))).contains("in part only");
    Map<String, String> entries = entries(signed);
    String manifest = Objects.requireNonNull(entries.get(MANIFEST)).replace("a.plugin", "b.plugin");
    assertThat(objection(changed(signed, MANIFEST, manifest))).contains("altered");
  }

  @Test
  void certificatesMustBeValidWhenTheySign() throws Exception {
    SigningKey expired = SigningKey.selfSigned("CN=expired", Duration.ofDays(-1));
    expired.trust(trusted);
    assertThat(objection(expired.sign(jar))).contains("not valid then").contains("sign again");
  }

  @Test
  void certificatesThatExpireLaterDoNoHarm() throws Exception {
    SigningKey brief = SigningKey.selfSigned("CN=brief", Duration.ofSeconds(2));
    brief.trust(trusted);
    byte[] signed = brief.sign(jar);
    while (brief.certificate().getNotAfter().getTime() > System.currentTimeMillis()) {
      Thread.onSpinWait();
    }
    assertThat(objection(signed)).isEmpty();
  }

  @Test
  void brokenCertificatesAskForSignaturesToo() throws Exception {
    Files.createDirectories(trusted);
    Files.writeString(trusted.resolve("broken.pem"), "nothing");
    TrustedCertificates keys = TrustedCertificates.in(trusted);
    assertThat(keys.unreadable()).singleElement().asString().startsWith("broken.pem");
    assertThat(SignedJar.objection(Files.readAllBytes(jar), keys)).isPresent();
  }

  private String objection(byte[] octets) throws Exception {
    return SignedJar.objection(octets, TrustedCertificates.in(trusted)).orElse("");
  }

  private static byte[] changed(byte[] zip, String name, String content) throws Exception {
    Map<String, String> entries = entries(zip);
    entries.put(name, content);
    return zip(entries);
  }

  private static Map<String, String> entries(byte[] octets) throws Exception {
    Map<String, String> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(octets))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(
            entry.getName(),
            new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return entries;
  }

  private static byte[] zip(Map<String, String> entries) throws Exception {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (OutputStream out = octets;
        ZipOutputStream zip = new ZipOutputStream(out, UTF_8)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return octets.toByteArray();
  }
}
