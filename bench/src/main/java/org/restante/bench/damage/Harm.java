package org.restante.bench.damage;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One damage to one file.
 *
 * @param kind what kind of file
 * @param file which, relative
 * @param place which octet is changed, or where the file is cut off
 * @param how the change
 */
record Harm(String kind, Path file, long place, How how) {
  private static final Map<String, Integer> WEIGHTS = new LinkedHashMap<>();

  static {
    WEIGHTS.put("sorted", 30);
    WEIGHTS.put("blob", 30);
    WEIGHTS.put("contents", 30);
    WEIGHTS.put("log", 25);
    WEIGHTS.put("manifest", 12);
    WEIGHTS.put("copies", 8);
    WEIGHTS.put("current", 4);
    WEIGHTS.put("options", 3);
    WEIGHTS.put("identity", 2);
    WEIGHTS.put("other", 2);
  }

  /** What is done to the file. */
  enum How {
    /** One octet is another one. */
    FLIP,
    /** A sector is noise. */
    SECTOR,
    /** It ends early. */
    CUT,
    /** It is gone. */
    REMOVE
  }

  static Harm draw(Path store, Random chance, Set<How> hows) throws Exception {
    List<How> choice = List.copyOf(new TreeSet<>(hows));
    How how = choice.get(chance.nextInt(choice.size()));
    Map<String, List<Path>> kinds = kinds(store, how != How.REMOVE);
    int sum = kinds.keySet().stream().mapToInt(kind -> WEIGHTS.getOrDefault(kind, 1)).sum();
    int drawn = chance.nextInt(sum);
    for (Map.Entry<String, List<Path>> kind : kinds.entrySet()) {
      drawn -= WEIGHTS.getOrDefault(kind.getKey(), 1);
      if (drawn < 0) {
        Path file = kind.getValue().get(chance.nextInt(kind.getValue().size()));
        long place = chance.nextLong(Math.max(1, Files.size(store.resolve(file))));
        return new Harm(kind.getKey(), file, place, how);
      }
    }
    throw new IllegalStateException("no files in " + store);
  }

  private static Map<String, List<Path>> kinds(Path store, boolean filled) throws Exception {
    Map<String, List<Path>> kinds = new TreeMap<>();
    try (Stream<Path> files = Files.walk(store)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (!filled || Files.size(file) > 0) {
          Path relative = store.relativize(file);
          kinds.computeIfAbsent(kind(relative), none -> new ArrayList<>()).add(relative);
        }
      }
    }
    return kinds;
  }

  private static String kind(Path file) {
    String name = file.toString();
    if (name.startsWith("copies")) {
      return "copies";
    }
    if (name.startsWith("contents")) {
      return "contents";
    }
    if (name.endsWith(".sst")) {
      return "sorted";
    }
    if (name.endsWith(".blob")) {
      return "blob";
    }
    if (name.endsWith(".log")) {
      return "log";
    }
    return switch (name.replaceAll("-.*", "")) {
      case "MANIFEST" -> "manifest";
      case "CURRENT" -> "current";
      case "OPTIONS" -> "options";
      case "IDENTITY" -> "identity";
      default -> "other";
    };
  }

  void apply(Path store, Random chance) throws Exception {
    Path target = store.resolve(file);
    switch (how) {
      case REMOVE -> Files.delete(target);
      case CUT -> {
        try (RandomAccessFile octets = new RandomAccessFile(target.toFile(), "rw")) {
          octets.setLength(place);
        }
      }
      case SECTOR -> {
        try (RandomAccessFile octets = new RandomAccessFile(target.toFile(), "rw")) {
          byte[] noise = new byte[(int) Math.min(512, octets.length() - place)];
          chance.nextBytes(noise);
          octets.seek(place);
          octets.write(noise);
        }
      }
      case FLIP -> {
        try (RandomAccessFile octets = new RandomAccessFile(target.toFile(), "rw")) {
          octets.seek(place);
          int before = octets.read();
          octets.seek(place);
          octets.write(before ^ (1 + chance.nextInt(255)));
        }
      }
    }
  }

  /** Whether a part of the log is gone for good: what was only in it can't all be named. */
  boolean takesLog() {
    return kind.equals("log") && how != How.FLIP;
  }
}
