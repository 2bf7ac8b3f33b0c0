package org.restante.itest.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of rule is broken by a sample compiled here: a check that can't fail is a defect. */
final class RulesTest {

  @TempDir Path root;

  private final List<Path> sources = new ArrayList<>();

  @BeforeEach
  void theLibrariesThatSamplesUse() throws IOException {
    write("org.rocksdb.RocksDB", "");
    write("io.netty.bootstrap.Bootstrap", "");
    write("com.library.Thing", "");
    write("org.restante.mailbox.Mailbox", "");
    write("org.restante.imap.ImapPlugin", "org.restante.mailbox.Mailbox mailbox;");
  }

  @Test
  void aTidyTreeHolds() throws IOException {
    write("org.restante.core.Listeners", "io.netty.bootstrap.Bootstrap b;");
    write("org.restante.rocksdb.table.Database", "org.rocksdb.RocksDB db;");
    JavaClasses classes = compiled();
    assertThat(broken(Module.shipped().stream().map(Rules::noCycles).toList(), classes)).isEmpty();
    assertThat(
            broken(
                List.of(
                    Rules.nativeApi(),
                    Rules.bootstrap(),
                    Rules.logging(),
                    Rules.names(),
                    Rules.onlyJdk(Module.API),
                    Rules.uses(Module.IMAP, "", Module.API)),
                classes))
        .isEmpty();
  }

  @Test
  void everyDirection() throws IOException {
    write("org.restante.mime.Part", "org.restante.mailbox.Mailbox up;");
    write("org.restante.archive.Reader", "org.restante.mailbox.Mailbox api;");
    write("org.restante.newroom.Contract", "org.restante.imap.ImapPlugin plugin;");
    write("org.restante.core.Listeners", "org.restante.imap.ImapPlugin plugin;");
    write("org.restante.mailstore.Model", "org.restante.core.Listeners core;");
    write("org.restante.metrics.Scrape", "org.restante.core.Listeners core;");
    write("org.restante.admin.Page", "org.restante.mailstore.Model store;");
    write("org.restante.rocksdb.Engine", "org.restante.mime.Part part;");
    write("org.restante.launcher.Main", "org.restante.mailbox.Mailbox api;");
    write("org.restante.imap.Wrong", "org.restante.mailstore.Model store;");
    write("org.restante.pop3.Wrong", "org.restante.imap.ImapPlugin other;");
    write("org.restante.smtp.Wrong", "org.restante.core.Listeners core;");
    write("org.restante.status.Wrong", "org.restante.imap.ImapPlugin other;");
    assertThat(broken(Rules.all(), compiled()))
        .filteredOn(rule -> rule.contains("uses of ours only"))
        .hasSize(13);
  }

  @Test
  void libraryInTheContract() throws IOException {
    write("org.restante.message.Flags", "com.library.Thing thing;");
    assertThat(broken(List.of(Rules.onlyJdk(Module.API)), compiled())).hasSize(1);
  }

  @Test
  void nativeApiOutsideItsPackage() throws IOException {
    write("org.restante.rocksdb.Engine", "org.rocksdb.RocksDB db;");
    assertThat(broken(List.of(Rules.nativeApi()), compiled())).hasSize(1);
  }

  @Test
  void pluginWithItsOwnSocket() throws IOException {
    write("org.restante.smtp.Server", "io.netty.bootstrap.Bootstrap b;");
    assertThat(broken(List.of(Rules.bootstrap()), compiled())).hasSize(1);
  }

  @Test
  void secondLoggingApi() throws IOException {
    write("org.restante.smtp.Server", "java.util.logging.Logger log;");
    assertThat(broken(List.of(Rules.logging()), compiled())).hasSize(1);
  }

  @Test
  void namesWithoutANoun() throws IOException {
    List<String> names = List.of("MailUtil", "MailUtils", "MailHelper", "MailManager", "MailImpl");
    for (String name : names) {
      write("org.restante.smtp." + name, "");
    }
    assertThat(Rules.names().evaluate(compiled()).getFailureReport().getDetails())
        .hasSize(names.size());
  }

  @Test
  void cycleOfPackages() throws IOException {
    write("org.restante.smtp.letter.Letter", "org.restante.smtp.path.Way way;");
    write("org.restante.smtp.path.Way", "org.restante.smtp.letter.Letter letter;");
    assertThat(broken(List.of(Rules.noCycles(Module.SMTP)), compiled())).hasSize(1);
  }

  private static List<String> broken(List<ArchRule> rules, JavaClasses classes) {
    return rules.stream()
        .filter(rule -> rule.evaluate(classes).hasViolation())
        .map(ArchRule::getDescription)
        .toList();
  }

  private void write(String name, String body) throws IOException {
    int dot = name.lastIndexOf('.');
    Path file = root.resolve("src").resolve(name.replace('.', '/') + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "package "
            + name.substring(0, dot)
            + ";\npublic class "
            + name.substring(dot + 1)
            + " { "
            + body.replaceFirst("^(\\w)", "public $1")
            + " }\n");
    sources.add(file);
  }

  private JavaClasses compiled() throws IOException {
    Path classes = Files.createTempDirectory(root, "classes");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean done =
          compiler
              .getTask(
                  null,
                  files,
                  null,
                  List.of("-d", classes.toString(), "-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(done).isTrue();
    }
    return new ClassFileImporter().importPath(classes);
  }
}
