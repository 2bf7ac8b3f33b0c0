package org.restante.itest.house;

import java.util.ArrayList;
import java.util.List;

/**
 * The sizes of a module's sources, or of its tests. A package-info has no size: half a module of
 * them would hide long files.
 *
 * @param title of the row
 * @param tests whether these are tests: a scenario is longer than a step, so medians don't bind
 *     them
 */
record Sizes(
    String title, boolean tests, Spread fileLines, Spread methodLines, List<Method> methods) {

  static final String HEADING =
      String.format(
          "%-28s %6s %7s %5s %5s %8s %7s %5s %5s",
          "module", "files", "median", "90 %", "max", "methods", "median", "99 %", "max");

  Sizes {
    methods = List.copyOf(methods);
  }

  static Sizes of(String title, boolean tests, List<SourceFile> sources) {
    List<SourceFile> files = sources.stream().filter(file -> !file.packageInfo()).toList();
    List<Method> methods = files.stream().flatMap(file -> file.methods().stream()).toList();
    return new Sizes(
        title,
        tests,
        Spread.of(files.stream().map(SourceFile::lines).toList()),
        Spread.of(methods.stream().map(Method::lines).toList()),
        methods);
  }

  String row() {
    return String.format(
        "%-28s %6d %7d %5d %5d %8d %7d %5d %5d",
        title,
        fileLines.sorted().size(),
        fileLines.median(),
        fileLines.percentile(90),
        fileLines.max(),
        methodLines.sorted().size(),
        methodLines.median(),
        methodLines.percentile(99),
        methodLines.max());
  }

  List<String> breaches(Limits limits) {
    List<String> breaches = new ArrayList<>();
    if (!tests) {
      over(breaches, "median file", fileLines.median(), limits.fileMedian());
      over(breaches, "median method", methodLines.median(), limits.methodMedian());
    }
    over(breaches, "90 % of files", fileLines.percentile(90), limits.fileMost());
    over(breaches, "longest file", fileLines.max(), limits.fileMax());
    if (methodLines.percentile(99) > limits.methodMost()) {
      over(breaches, "99 % of methods", methodLines.percentile(99), limits.methodMost());
      methods.stream()
          .filter(method -> method.lines() > limits.methodMost())
          .forEach(method -> over(breaches, method.name(), method.lines(), limits.methodMost()));
    }
    return breaches;
  }

  private void over(List<String> breaches, String what, int lines, int limit) {
    if (lines > limit) {
      breaches.add(title + ": " + what + " " + lines + " lines, limit " + limit);
    }
  }
}
