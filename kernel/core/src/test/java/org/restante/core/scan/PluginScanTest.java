package org.restante.core.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.restante.core.echo.EchoPlugin;

/** Each rule, broken by one method or one header. */
final class PluginScanTest {

  @ParameterizedTest
  @CsvSource({
    "port, PORTS, java.net.ServerSocket",
    "datagrams, PORTS, java.net.DatagramSocket",
    "pool, THREADS, java.util.concurrent.Executors.newCachedThreadPool",
    "poolByReference, THREADS, java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor",
    "thread, THREADS, java.lang.Thread.<init>",
    "timer, THREADS, java.util.Timer",
    "async, THREADS, java.util.concurrent.CompletableFuture.runAsync",
    "exit, PROCESS, java.lang.System.exit",
    "halt, PROCESS, java.lang.Runtime.halt",
    "program, PROCESS, java.lang.ProcessBuilder",
    "below, NATIVE, native code",
    "bundle, BUNDLES, org.osgi.framework.BundleContext.installBundle",
  })
  void namesClassMethodAndRule(String method, Forbidden rule, String what) throws IOException {
    assertThat(PluginScan.of(jar(Map.of(), Trespasser.class)))
        .anySatisfy(
            finding -> {
              assertThat(finding.where()).isEqualTo(Trespasser.class.getName() + "." + method);
              assertThat(finding.rule()).isEqualTo(rule);
              assertThat(finding.what()).startsWith(what);
              assertThat(finding.line()).doesNotContain("\n").contains(rule.instead());
            });
  }

  @ParameterizedTest
  @CsvSource({
    "'org.restante.keyvalue;version=\"[0.1,1)\"', RAW_STORE",
    "org.restante.blob, RAW_STORE",
    "org.rocksdb, RAW_STORE",
    "io.netty.bootstrap, EVENT_LOOPS",
    "'io.netty.channel.epoll;resolution:=optional', EVENT_LOOPS",
    "com.sun.net.httpserver, PORTS",
  })
  void looksAtImports(String imported, Forbidden rule) throws IOException {
    byte[] jar = jar(Map.of("Import-Package", "org.restante.mail," + imported));
    assertThat(PluginScan.of(jar)).singleElement().extracting(Finding::rule).isEqualTo(rule);
  }

  @Test
  void everyPackageIsTooMany() throws IOException {
    assertThat(PluginScan.of(jar(Map.of("DynamicImport-Package", "*")))).hasSize(1);
  }

  @Test
  void looksIntoNestedJars() throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (JarOutputStream outer = new JarOutputStream(octets, manifest(Map.of()))) {
      outer.putNextEntry(new ZipEntry("lib/inner.jar"));
      outer.write(jar(Map.of(), Trespasser.class));
    }
    assertThat(PluginScan.of(octets.toByteArray())).isNotEmpty();
  }

  @Test
  void findsNothingInAProtocol() throws Exception {
    byte[] jar =
        jar(
            Map.of("Import-Package", "org.restante.protocol;version=\"[0.1,1)\",io.netty.buffer"),
            EchoPlugin.class,
            Class.forName("org.restante.core.echo.EchoSession"),
            Class.forName("org.restante.core.echo.EchoAct"));
    assertThat(PluginScan.of(jar)).isEqualTo(List.of());
  }

  @Test
  void enginesArePartOfTheKernel() throws IOException {
    String provided =
        "osgi.service;objectClass:List<String>=\"org.restante.keyvalue.KeyValueEngine\"";
    byte[] jar =
        jar(
            Map.of("Import-Package", "org.rocksdb", "Provide-Capability", provided),
            Trespasser.class);
    assertThat(PluginScan.of(jar)).isEmpty();
  }

  private static byte[] jar(Map<String, String> headers, Class<?>... types) throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(octets, manifest(headers))) {
      for (Class<?> type : types) {
        String path = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new ZipEntry(path));
        try (InputStream code = type.getClassLoader().getResourceAsStream(path)) {
          code.transferTo(jar);
        }
      }
    }
    return octets.toByteArray();
  }

  private static Manifest manifest(Map<String, String> headers) {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
    headers.forEach(
        (name, value) -> manifest.getMainAttributes().put(new Attributes.Name(name), value));
    return manifest;
  }
}
