package org.restante.bench.damage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a store served before it was damaged, as lines of a file. */
record Truth(Map<String, Letter> letters) {

  static Truth read(Path file) throws Exception {
    Map<String, Letter> letters = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] words = line.split("\t", -1);
      letters.put(words[0], new Letter(Long.parseLong(words[1]), words[2], words[3]));
    }
    return new Truth(letters);
  }

  void write(Path file) throws Exception {
    List<String> lines = new ArrayList<>();
    letters.forEach(
        (name, letter) ->
            lines.add(
                String.join(
                    "\t", name, String.valueOf(letter.size()), letter.hash(), letter.flags())));
    Files.write(file, lines);
  }
}
