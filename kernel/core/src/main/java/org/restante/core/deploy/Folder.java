package org.restante.core.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.framework.Version;
import org.restante.deploy.DeploymentRefused;

/** The deploy folder's jars, each read when it changed and has settled. Not thread-safe. */
final class Folder {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Path path;
  private final Duration settle;
  private Map<Path, Entry> known = new HashMap<>();

  Folder(Path path, Duration settle) {
    this.path = path;
    this.settle = settle;
  }

  /**
   * What is in the folder.
   *
   * @param unsettled files that are being written: look again soon
   */
  record Contents(List<Found> bundles, Map<String, String> unreadable, boolean unsettled) {}

  /** A bundle's jar, without its content. */
  record Found(Path path, String name, Version version, String hash, FileTime modified) {
    /** The one that shall serve, of several with one name. */
    static final Comparator<Found> BEST_LAST =
        Comparator.comparing(Found::version).thenComparing(Found::modified);
  }

  private record Stamp(long size, FileTime modified) {}

  private sealed interface Entry {
    Stamp stamp();

    record Bundle(Stamp stamp, Found found) implements Entry {}

    record Unreadable(Stamp stamp, String why) implements Entry {}

    record Unsettled(Stamp stamp) implements Entry {}
  }

  Contents look() throws IOException {
    Map<Path, Entry> now = new HashMap<>();
    for (Path jar : jars()) {
      try {
        now.put(jar, entry(jar));
      } catch (NoSuchFileException e) {
        now.remove(jar); // gone again
      }
    }
    known = now;
    return contents(now);
  }

  private static Contents contents(Map<Path, Entry> entries) {
    List<Found> bundles = new ArrayList<>();
    Map<String, String> unreadable = new HashMap<>();
    boolean unsettled = false;
    for (Map.Entry<Path, Entry> each : entries.entrySet()) {
      switch (each.getValue()) {
        case Entry.Bundle(Stamp stamp, Found found) -> bundles.add(found);
        case Entry.Unreadable(Stamp stamp, String why) ->
            unreadable.put(String.valueOf(each.getKey().getFileName()), why);
        case Entry.Unsettled(Stamp stamp) -> unsettled = true;
      }
    }
    return new Contents(bundles, unreadable, unsettled);
  }

  private List<Path> jars() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".jar"))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(Files::isRegularFile)
          .toList();
    }
  }

  private Entry entry(Path jar) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
    Stamp stamp = new Stamp(attributes.size(), attributes.lastModifiedTime());
    Entry before = known.get(jar);
    if (before != null && before.stamp().equals(stamp) && !(before instanceof Entry.Unsettled)) {
      return before;
    }
    Duration age = Duration.between(stamp.modified.toInstant(), Instant.now()).abs();
    if (age.compareTo(settle) < 0) {
      return new Entry.Unsettled(stamp);
    }
    try {
      Jar read = Jar.read(jar);
      return new Entry.Bundle(
          stamp, new Found(jar, read.name(), read.version(), read.hash(), stamp.modified));
    } catch (DeploymentRefused e) {
      return age.compareTo(PATIENCE) < 0
          ? new Entry.Unsettled(stamp)
          : new Entry.Unreadable(stamp, String.valueOf(e.getMessage()));
    }
  }
}
