package org.restante.itest.house;

import java.util.List;
import java.util.Set;

/**
 * A source file as the rules see it.
 *
 * @param module path of its module from the root: {@code kernel/api}
 * @param test whether it lies under {@code src/test}
 * @param path from the root
 * @param packageName its package
 * @param lines physical lines
 * @param publicType whether it declares a public type at its top
 * @param methods those with a body
 * @param references qualified names of types that it imports or writes out
 * @param banned what the house does not allow, each with its line
 */
record SourceFile(
    String module,
    boolean test,
    String path,
    String packageName,
    int lines,
    boolean publicType,
    List<Method> methods,
    Set<String> references,
    List<String> banned) {

  SourceFile {
    methods = List.copyOf(methods);
    references = Set.copyOf(references);
    banned = List.copyOf(banned);
  }

  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  boolean packageInfo() {
    return name().equals("package-info.java");
  }
}
