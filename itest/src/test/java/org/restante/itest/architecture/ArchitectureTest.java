package org.restante.itest.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every rule on every class of ours. */
final class ArchitectureTest {

  @TestFactory
  Stream<DynamicTest> rules() {
    JavaClasses classes = new ClassFileImporter().importPackages("org.restante");
    return Rules.all().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
  }
}
