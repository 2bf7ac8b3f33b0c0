package org.restante.itest.house;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is not a size. Each rule gives its breaches, one line each. */
final class Rules {

  private static final String NATIVE_API = "org.rocksdb.";
  private static final String NATIVE_PACKAGE = "org.restante.rocksdb.table";

  private final SourceTree tree;
  private final Limits limits;

  Rules(SourceTree tree, Limits limits) {
    this.tree = tree;
    this.limits = limits;
  }

  List<String> breaches() {
    return Stream.of(
            packageInfos(), publicTypes(), fetch(), nativeImporters(), poms(), cycles(), banned())
        .flatMap(List::stream)
        .toList();
  }

  /** Packages of a module without a package-info; a test may share that of what it tests. */
  List<String> packageInfos() {
    List<String> breaches = new ArrayList<>();
    byModule(tree.files())
        .forEach(
            (module, files) -> {
              Set<String> missing = packages(files);
              missing.removeAll(packages(files.stream().filter(SourceFile::packageInfo).toList()));
              missing.forEach(name -> breaches.add(module + ": no package-info in " + name));
            });
    return breaches;
  }

  List<String> publicTypes() {
    return publicTypesPerPackage().entrySet().stream()
        .filter(entry -> entry.getValue() > limits.publicTypes())
        .map(
            entry ->
                entry.getKey()
                    + ": "
                    + entry.getValue()
                    + " public types, limit "
                    + limits.publicTypes())
        .toList();
  }

  Map<String, Long> publicTypesPerPackage() {
    return tree.files().stream()
        .filter(file -> !file.test() && file.publicType())
        .collect(
            Collectors.groupingBy(SourceFile::packageName, TreeMap::new, Collectors.counting()));
  }

  List<String> fetch() {
    List<SourceFile> files = fetchFiles();
    List<String> breaches = new ArrayList<>();
    if (files.size() > limits.fetchFiles()) {
      breaches.add("FETCH: " + files.size() + " files, limit " + limits.fetchFiles());
    }
    if (packages(files).size() > limits.fetchPackages()) {
      breaches.add(
          "FETCH: " + packages(files).size() + " packages, limit " + limits.fetchPackages());
    }
    return breaches;
  }

  /** All files of the package of that name, and those elsewhere that carry it in theirs. */
  List<SourceFile> fetchFiles() {
    return tree.files().stream()
        .filter(file -> !file.test() && !file.packageInfo())
        .filter(file -> file.packageName().startsWith("org.restante.imap"))
        .filter(file -> file.packageName().endsWith(".fetch") || file.name().contains("Fetch"))
        .toList();
  }

  List<String> nativeImporters() {
    Set<String> importers = importersOfNativeApi();
    return importers.isEmpty() || importers.equals(Set.of(NATIVE_PACKAGE))
        ? List.of()
        : List.of("org.rocksdb is imported by " + importers + ", may be by " + NATIVE_PACKAGE);
  }

  Set<String> importersOfNativeApi() {
    return packages(
        tree.files().stream()
            .filter(
                file -> file.references().stream().anyMatch(name -> name.startsWith(NATIVE_API)))
            .toList());
  }

  List<String> poms() {
    return tree.poms().entrySet().stream()
        .filter(pom -> pom.getValue() >= limits.pom())
        .map(pom -> pom.getKey() + ": " + pom.getValue() + " lines, must be less than 100")
        .sorted()
        .toList();
  }

  List<String> cycles() {
    List<String> breaches = new ArrayList<>();
    byModule(tree.files().stream().filter(file -> !file.test()).toList())
        .forEach(
            (module, files) ->
                new PackageGraph(files)
                    .cycles()
                    .forEach(cycle -> breaches.add(module + ": cycle " + cycle)));
    return breaches;
  }

  List<String> banned() {
    return tree.files().stream()
        .flatMap(file -> file.banned().stream().map(what -> file.module() + ": " + what))
        .toList();
  }

  static Map<String, List<SourceFile>> byModule(Collection<SourceFile> files) {
    return files.stream()
        .collect(Collectors.groupingBy(SourceFile::module, TreeMap::new, Collectors.toList()));
  }

  static Set<String> packages(Collection<SourceFile> files) {
    return files.stream()
        .map(SourceFile::packageName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
