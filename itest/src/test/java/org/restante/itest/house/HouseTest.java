package org.restante.itest.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every rule is broken by a sample here: a check that can't fail is a defect. */
final class HouseTest {

  private static final String HEAD = "package org.restante.sample;\n";
  private static final String MAIN = "sample/src/main/java/org/restante/";

  @TempDir Path root;

  @Test
  void thisTreeHolds() throws IOException {
    String report = report(Path.of(System.getProperty("basedir", ".")).resolve(".."));
    assertThat(report.lines().reduce("", (before, line) -> line)).as(report).startsWith("PASS");
  }

  @Test
  void aTidyModulePasses() throws IOException {
    tidy();
    assertThat(report(root)).endsWith("PASS house: 2 files within every limit\n");
  }

  @Test
  void nothingToMeasureIsNoPass() throws IOException {
    assertThat(report(root)).contains("FAIL house", "no source files");
  }

  @Test
  void longFiles() throws IOException {
    tidy();
    write(MAIN + "sample/Long.java", HEAD + "final class Long {}\n" + "//\n".repeat(499));
    assertThat(report(root)).contains("longest file 501 lines", "90 % of files 501 lines");
  }

  @Test
  void halfOfTheFilesTooLong() throws IOException {
    tidy();
    for (String name : new String[] {"One", "Two", "Three"}) {
      write(
          MAIN + "sample/" + name + ".java", HEAD + "class " + name + " {}\n" + "//\n".repeat(90));
    }
    assertThat(report(root)).contains("median file 92 lines, limit 90").contains("FAIL");
  }

  @Test
  void longMethods() throws IOException {
    tidy();
    write(
        MAIN + "sample/Long.java",
        HEAD + "class Long {\n@Override\n@Deprecated void run() {\n" + "//\n".repeat(44) + "}}\n");
    assertThat(report(root))
        .contains("median method 46 lines", "99 % of methods 46 lines", "Long.run 46 lines");
  }

  @Test
  void testsMayHaveLongerScenariosButNotEndlessOnes() throws IOException {
    tidy();
    write("sample/src/test/java/org/restante/sample/ATest.java", method("ATest", 20));
    assertThat(report(root)).contains("PASS");
    write("sample/src/test/java/org/restante/sample/BTest.java", method("BTest", 46));
    assertThat(report(root)).contains("BTest.run 46 lines, limit 45").contains("FAIL");
  }

  @Test
  void packageWithoutInfo() throws IOException {
    tidy();
    write(MAIN + "other/Other.java", "package org.restante.other;\nclass Other {}\n");
    assertThat(report(root)).contains("sample: no package-info in org.restante.other");
  }

  @Test
  void tooManyPublicTypes() throws IOException {
    tidy();
    for (int i = 0; i < 16; i++) {
      write(MAIN + "sample/P" + i + ".java", HEAD + "public interface P" + i + " {}\n");
    }
    assertThat(report(root)).contains("org.restante.sample: 16 public types, limit 15");
  }

  @Test
  void fetchSpreadOverTooManyFilesAndPackages() throws IOException {
    for (int i = 0; i < 4; i++) {
      imap("fetch", "Part" + i);
    }
    imap("command", "FetchSyntax");
    assertThat(new Rules(SourceTree.read(root), Limits.house()).fetch()).isEmpty();
    imap("session", "FetchHandler");
    assertThat(report(root)).contains("FETCH: 6 files, limit 5", "FETCH: 3 packages, limit 2");
  }

  @Test
  void nativeApiOutsideItsPackage() throws IOException {
    tidy();
    write(MAIN + "sample/Rocks.java", HEAD + "class Rocks { org.rocksdb.RocksDB db; }\n");
    assertThat(report(root)).contains("org.rocksdb is imported by [org.restante.sample]");
  }

  @Test
  void longPom() throws IOException {
    tidy();
    write("sample/pom.xml", "<a/>\n".repeat(100));
    assertThat(report(root)).contains("sample/pom.xml: 100 lines");
  }

  @Test
  void cycleBetweenPackages() throws IOException {
    tidy();
    write(MAIN + "sample/Here.java", HEAD + "import org.restante.b.B;\nclass Here { B b; }\n");
    write(MAIN + "b/B.java", "package org.restante.b;\npublic class B { org.restante.c.C c; }\n");
    write(
        MAIN + "c/C.java",
        "package org.restante.c;\n"
            + "import static org.restante.sample.Tidy.*;\npublic class C {}\n");
    assertThat(report(root))
        .contains(
            "cycle org.restante.b → org.restante.c → org.restante.sample → org.restante.b",
            "cycles between packages: 1");
  }

  @Test
  void sleepingAndDisabledTests() throws IOException {
    tidy();
    write(
        "sample/src/test/java/org/restante/sample/SleepyTest.java",
        HEAD
            + "class SleepyTest {\n"
            + "@org.junit.jupiter.api.Disabled\nvoid never() {}\n"
            + "void a() throws Exception { Thread.sleep(1); }\n"
            + "void b() throws Exception { java.util.concurrent.TimeUnit.DAYS.sleep(1); }\n}\n");
    assertThat(report(root))
        .contains(
            "SleepyTest:3 @Disabled", "SleepyTest:5 Thread.sleep()", "SleepyTest:6 java.util");
  }

  @Test
  void stubsAndPromises() throws IOException {
    tidy();
    write(
        MAIN + "sample/Stub.java",
        HEAD
            + "class Stub {\n// TO"
            + "DO later\nvoid run() { throw new UnsupportedOperationException(); }\n}\n");
    assertThat(report(root)).contains("Stub:3 a promise", "Stub:4 a stub");
  }

  private void tidy() throws IOException {
    write(MAIN + "sample/package-info.java", HEAD);
    write(MAIN + "sample/Tidy.java", HEAD + "class Tidy {}\n");
  }

  private void imap(String room, String name) throws IOException {
    write(
        MAIN + "imap/" + room + "/" + name + ".java",
        "package org.restante.imap." + room + ";\nclass " + name + " {}\n");
  }

  private static String method(String type, int lines) {
    return HEAD + "class " + type + " {\nvoid run() {\n" + "//\n".repeat(lines - 2) + "}\n}\n";
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String report(Path root) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new House(SourceTree.read(root), Limits.house())
        .report(new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }
}
