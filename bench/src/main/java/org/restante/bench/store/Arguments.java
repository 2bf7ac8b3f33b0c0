package org.restante.bench.store;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Options of a program: {@code --name value}, in any order. */
record Arguments(Map<String, String> given) {

  static Arguments of(String[] words) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i + 1 < words.length; i += 2) {
      given.put(words[i], words[i + 1]);
    }
    return new Arguments(given);
  }

  int number(String option, int otherwise) {
    return Integer.parseInt(given.getOrDefault(option, Integer.toString(otherwise)));
  }

  /** A place on the disk that is to be measured. */
  Path directory() {
    return Path.of(given.getOrDefault("--directory", "target/bench-store"));
  }
}
