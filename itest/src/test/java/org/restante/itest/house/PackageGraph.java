package org.restante.itest.house;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which package of a module uses which. */
final class PackageGraph {

  private final Map<String, Set<String>> uses = new TreeMap<>();

  PackageGraph(Collection<SourceFile> files) {
    files.forEach(file -> uses.putIfAbsent(file.packageName(), new TreeSet<>()));
    for (SourceFile file : files) {
      for (String reference : file.references()) {
        String target = packageOf(reference);
        if (uses.containsKey(target) && !target.equals(file.packageName())) {
          used(file.packageName()).add(target);
        }
      }
    }
  }

  /**
   * The shortest way back of each package that has one; packages on a cycle already told of none.
   */
  List<String> cycles() {
    List<String> found = new ArrayList<>();
    Set<String> reported = new TreeSet<>();
    for (String start : uses.keySet()) {
      List<String> way = reported.contains(start) ? List.of() : wayBack(start);
      if (!way.isEmpty()) {
        reported.addAll(way);
        found.add(String.join(" → ", way));
      }
    }
    return found;
  }

  private Set<String> used(String user) {
    return uses.computeIfAbsent(user, none -> new TreeSet<>());
  }

  private List<String> wayBack(String start) {
    Map<String, String> cameFrom = new TreeMap<>();
    Deque<String> reached = new ArrayDeque<>(List.of(start));
    while (!reached.isEmpty()) {
      String here = reached.remove();
      for (String next : used(here)) {
        if (cameFrom.putIfAbsent(next, here) == null) {
          reached.add(next);
        }
      }
    }
    Deque<String> way = new ArrayDeque<>();
    String at = cameFrom.containsKey(start) ? start : null;
    while (at != null && (way.isEmpty() || !at.equals(start))) {
      way.addFirst(at);
      at = cameFrom.get(at);
    }
    if (at != null) {
      way.addFirst(start);
    }
    return List.copyOf(way);
  }

  /** Packages are lower case, types are not. */
  private static String packageOf(String reference) {
    return reference.replaceFirst("\\.([A-Z]\\w*(\\..*)?|\\*)$", "");
  }
}
