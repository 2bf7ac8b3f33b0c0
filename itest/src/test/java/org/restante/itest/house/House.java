package org.restante.itest.house;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Prints the figures of a tree and the verdict last. */
final class House {

  private final SourceTree tree;
  private final Limits limits;
  private final Rules rules;

  House(SourceTree tree, Limits limits) {
    this.tree = tree;
    this.limits = limits;
    this.rules = new Rules(tree, limits);
  }

  /** The root of the tree is the one argument; the exit code says whether it holds. */
  public static void main(String[] arguments) throws IOException {
    House house = new House(SourceTree.read(Path.of(arguments[0])), Limits.house());
    System.exit(house.report(System.out) ? 0 : 1);
  }

  boolean report(PrintStream out) {
    out.println(Sizes.HEADING);
    List<Sizes> sizes = sizes();
    sizes.forEach(size -> out.println(size.row()));
    out.println();
    figures().forEach(out::println);
    List<String> breaches = breaches(sizes);
    if (!breaches.isEmpty()) {
      out.println();
      breaches.forEach(out::println);
    }
    out.println();
    out.println(verdict(breaches));
    return breaches.isEmpty();
  }

  private List<String> breaches(List<Sizes> sizes) {
    List<String> breaches = new ArrayList<>();
    if (tree.files().isEmpty()) {
      breaches.add("no source files: is this the root of the tree?");
    }
    sizes.forEach(size -> breaches.addAll(size.breaches(limits)));
    breaches.addAll(rules.breaches());
    return breaches;
  }

  private String verdict(List<String> breaches) {
    return breaches.isEmpty()
        ? "PASS house: " + tree.files().size() + " files within every limit"
        : "FAIL house: " + breaches.size() + " limits passed, first " + breaches.get(0);
  }

  private List<Sizes> sizes() {
    return Rules.byModule(tree.files()).entrySet().stream().flatMap(House::sizes).toList();
  }

  private static Stream<Sizes> sizes(Map.Entry<String, List<SourceFile>> module) {
    return Stream.of(false, true)
        .map(
            test ->
                Sizes.of(
                    module.getKey() + (test ? " (tests)" : ""),
                    test,
                    module.getValue().stream().filter(file -> file.test() == test).toList()))
        .filter(size -> !size.fileLines().sorted().isEmpty());
  }

  private List<String> figures() {
    Set<String> packages = Rules.packages(tree.files());
    long infos = tree.files().stream().filter(SourceFile::packageInfo).count();
    Map<String, Long> types = rules.publicTypesPerPackage();
    List<SourceFile> fetch = rules.fetchFiles();
    return List.of(
        "package-info: " + infos + " in " + packages.size() + " packages",
        "public types of a package: at most "
            + types.values().stream().max(Long::compare).orElse(0L),
        "files of FETCH: " + fetch.size() + " in " + Rules.packages(fetch).size() + " packages",
        "importers of org.rocksdb: " + rules.importersOfNativeApi(),
        "longest pom of a module: "
            + tree.poms().values().stream().max(Integer::compare).orElse(0)
            + " lines",
        "cycles between packages: " + rules.cycles().size(),
        "sleeps, disabled tests, stubs and promises: " + rules.banned().size());
  }
}
