package org.restante.itest.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.restante.itest.architecture.Module.ADMIN;
import static org.restante.itest.architecture.Module.API;
import static org.restante.itest.architecture.Module.ARCHIVE;
import static org.restante.itest.architecture.Module.CORE;
import static org.restante.itest.architecture.Module.IMAP;
import static org.restante.itest.architecture.Module.LAUNCHER;
import static org.restante.itest.architecture.Module.MAILSTORE;
import static org.restante.itest.architecture.Module.METRICS;
import static org.restante.itest.architecture.Module.MIME;
import static org.restante.itest.architecture.Module.POP3;
import static org.restante.itest.architecture.Module.ROCKSDB;
import static org.restante.itest.architecture.Module.SMTP;
import static org.restante.itest.architecture.Module.STATUS;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/** The rules, each with its reason. */
final class Rules {

  private static final String[] JDK = {
    "java..", "javax..", "org.restante..", "org.jspecify.annotations..", "org.osgi.annotation.."
  };

  private Rules() {}

  static List<ArchRule> all() {
    List<ArchRule> rules = new ArrayList<>(directions());
    for (Module plugin : List.of(IMAP, POP3, SMTP, STATUS)) {
      rules.add(uses(plugin, "it comes and goes alone: no other plugin, store or core", API, MIME));
    }
    rules.addAll(List.of(onlyJdk(MIME), onlyJdk(API)));
    rules.addAll(List.of(nativeApi(), bootstrap(), logging(), names()));
    for (Module module : Module.shipped()) {
      rules.add(noCycles(module));
    }
    return rules;
  }

  private static List<ArchRule> directions() {
    return List.of(
        uses(MIME, "it is the bottom of the house, fuzzed and reused alone"),
        uses(API, "what everybody compiles against must not know anybody", MIME),
        uses(ARCHIVE, "it is in the server and on the class path of the launcher"),
        uses(CORE, "listeners know plugins by their services only", API, MIME),
        uses(MAILSTORE, "one mail model serves every engine", API, MIME),
        uses(METRICS, "it is there before the store and without it", API, MIME),
        uses(ADMIN, "it asks for services like any plugin", API, MIME, ARCHIVE),
        uses(ROCKSDB, "an engine knows rows and contents, not mail", API),
        uses(LAUNCHER, "it is on the class path, where no bundle's class is", ARCHIVE));
  }

  static ArchRule uses(Module module, String reason, Module... others) {
    List<Module> allowed = new ArrayList<>(List.of(others));
    allowed.add(module);
    return noClasses()
        .that(module.classes())
        .should()
        .dependOnClassesThat(Module.outside(allowed))
        .as(module + " uses of ours only " + allowed)
        .because(reason);
  }

  static ArchRule onlyJdk(Module module) {
    return noClasses()
        .that(module.classes())
        .should()
        .dependOnClassesThat(not(resideInAnyPackage(JDK)))
        .as(module + " uses no library")
        .because("a library in what everybody compiles against ties every plugin to its version");
  }

  static ArchRule nativeApi() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("org.restante.rocksdb.table..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.rocksdb..")
        .as("org.rocksdb is used by org.restante.rocksdb.table only")
        .because("a call after close() kills the JVM: one package guards the native API");
  }

  static ArchRule bootstrap() {
    return noClasses()
        .that(not(CORE.classes()))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.netty.bootstrap..")
        .as("Netty's bootstrap is used by CORE only")
        .because("sockets and event loops outlive plugins");
  }

  static ArchRule logging() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .as("nobody uses java.util.logging")
        .because("one logging API: SLF4J; lines of a second one are lost");
  }

  static ArchRule names() {
    return noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Helpers?|Managers?|Impl)(\\$.*)?")
        .as("no class is a Util, Helper, Manager or Impl")
        .because("such a name says that the real noun was not found");
  }

  static ArchRule noCycles(Module module) {
    return slices()
        .assignedFrom(new PackageSlices(module))
        .should()
        .beFreeOfCycles()
        .as("packages of " + module + " are free of cycles")
        .because("packages on a cycle are one package that can't be read in pieces")
        .allowEmptyShould(true);
  }
}
