package org.restante.bench.damage;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.restante.account.Account;
import org.restante.inspection.DamagedLetter;

/**
 * Damages copies of a store one by one and compares what is served with the truth: {@code DamageRun
 * STORE TRUTH WORK flip,sector,cut,remove FROM TO SEED}. A line a damage: {@code case NUMBER KIND
 * FILE PLACE HOW lost REPORTED verdict}.
 */
public final class DamageRun {
  private final Path store;
  private final Truth truth;
  private final Path work;

  private DamageRun(Path store, Truth truth, Path work) {
    this.store = store;
    this.truth = truth;
    this.work = work;
  }

  /** Runs some damages. */
  public static void main(String[] arguments) throws Exception {
    DamageRun run =
        new DamageRun(
            Path.of(arguments[0]), Truth.read(Path.of(arguments[1])), Path.of(arguments[2]));
    Set<Harm.How> hows = EnumSet.noneOf(Harm.How.class);
    for (String how : arguments[3].split(",")) {
      hows.add(Harm.How.valueOf(how.toUpperCase(Locale.ROOT)));
    }
    long seed = Long.parseLong(arguments[6]);
    for (int i = Integer.parseInt(arguments[4]); i < Integer.parseInt(arguments[5]); i++) {
      Random chance = new Random((seed * 1_000_003 + i) * 0x9e3779b97f4a7c15L);
      Harm harm = Harm.draw(run.store, chance, hows);
      String told =
          "case\t%d\t%s\t%s\t%d\t%s"
              .formatted(i, harm.kind(), harm.file(), harm.place(), harm.how());
      System.out.println(told + "\t" + run.one(harm, chance));
    }
  }

  private String one(Harm harm, Random chance) throws Exception {
    copy(harm);
    try {
      harm.apply(work, chance);
      return compare(harm);
    } catch (Exception | LinkageError e) {
      return "0\t0\tthrown: " + e.toString().replace('\n', ' ').replace('\t', ' ');
    } finally {
      remove(work);
    }
  }

  private String compare(Harm harm) throws Exception {
    try (Stores stores = Stores.open(work)) {
      Map<String, Letter> first = Letter.all(stores.mail());
      for (Account account : stores.mail().accounts().list()) {
        stores.mail().repair().repair(account.id());
      }
      Map<String, DamagedLetter.Loss> reported = new TreeMap<>();
      for (DamagedLetter letter : stores.mail().repair().damaged()) {
        String name = Letter.name(letter.account().value(), letter.mailbox(), letter.uid());
        reported.put(name, letter.loss());
      }
      Map<String, Letter> served = Letter.all(stores.mail());
      String wrong = wrong(first);
      if (wrong.isEmpty()) {
        wrong = wrong(served);
      }
      if (wrong.isEmpty() && !harm.takesLog()) {
        wrong = differences(served, reported);
      }
      return "%d\t%d\t%s"
          .formatted(lost(served).size(), reported.size(), wrong.isEmpty() ? "right" : wrong);
    }
  }

  /** Other octets than the truth's, which must never be served. */
  private String wrong(Map<String, Letter> served) {
    for (Map.Entry<String, Letter> entry : served.entrySet()) {
      Letter before = truth.letters().get(entry.getKey());
      Letter now = entry.getValue();
      boolean other =
          before != null
              && !now.hash().isEmpty()
              && (!now.hash().equals(before.hash()) || now.size() != before.size());
      if (other) {
        return "wrong octets in " + entry.getKey();
      }
    }
    return "";
  }

  private Set<String> lost(Map<String, Letter> served) {
    Set<String> lost = new TreeSet<>();
    truth
        .letters()
        .forEach(
            (name, before) -> {
              if (!Objects.equals(before, served.get(name))) {
                lost.add(name);
              }
            });
    return lost;
  }

  /** What is not served right must be what is reported. */
  private String differences(Map<String, Letter> served, Map<String, DamagedLetter.Loss> reported) {
    Set<String> lost = lost(served);
    Set<String> unreported = new TreeSet<>(lost);
    unreported.removeAll(reported.keySet());
    if (!unreported.isEmpty()) {
      return "not reported: " + unreported.size() + ", first " + unreported.iterator().next();
    }
    Set<String> whole = new TreeSet<>(reported.keySet());
    whole.removeAll(lost);
    if (!whole.isEmpty()) {
      return "reported but whole: " + whole.size() + ", first " + whole.iterator().next();
    }
    Set<String> unknown = new HashSet<>(served.keySet());
    unknown.removeAll(truth.letters().keySet());
    return unknown.isEmpty() ? "" : "letters from nowhere: " + unknown.size();
  }

  /** Large files that never change are linked; the one to be damaged is copied. */
  private void copy(Harm harm) throws IOException {
    remove(work);
    try (Stream<Path> files = Files.walk(store)) {
      for (Path from : files.toList()) {
        Path relative = store.relativize(from);
        Path to = work.resolve(relative);
        boolean linked =
            !relative.equals(harm.file())
                && (relative.toString().endsWith(".sst")
                    || relative.toString().endsWith(".blob")
                    || relative.startsWith("contents")
                    || relative.toString().contains("~"));
        if (Files.isDirectory(from)) {
          Files.createDirectories(to);
        } else if (linked) {
          Files.createLink(to, from);
        } else {
          Files.copy(from, to);
        }
      }
    }
  }

  private static void remove(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path visited, @org.jspecify.annotations.Nullable IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
