package org.restante.bench.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.restante.message.Flags;

/**
 * The clients of the model in a file, for the process that goes on with them: a line {@code client
 * number done}, and for each of its two boxes {@code box uidNext} and its letters, {@code uid
 * number size flags keyword…}.
 */
final class ModelFile {
  private ModelFile() {}

  static void write(Path file, List<Client> clients) {
    List<String> lines = new ArrayList<>();
    for (Client client : clients) {
      lines.add("client " + client.number() + " " + client.done());
      for (int box = 0; box < 2; box++) {
        lines.add("box " + client.box(box).uidNext());
        client.box(box).letters().forEach((uid, letter) -> lines.add(line(uid, letter)));
      }
    }
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Client> read(Path file, long seed) {
    List<Client> clients = new ArrayList<>();
    String[] client = {};
    List<Box> boxes = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        String[] words = line.split(" ");
        switch (words[0]) {
          case "client" -> {
            add(clients, seed, client, boxes);
            client = words;
            boxes = new ArrayList<>();
          }
          case "box" -> boxes.add(new Box(new TreeMap<>(), Long.parseLong(words[1])));
          default -> boxes.getLast().letters().put(Long.valueOf(words[0]), letter(words));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    add(clients, seed, client, boxes);
    return clients;
  }

  private static void add(List<Client> clients, long seed, String[] client, List<Box> boxes) {
    if (client.length > 0) {
      clients.add(new Client(seed, Integer.parseInt(client[1]), boxes, Long.parseLong(client[2])));
    }
  }

  private static String line(long uid, Letter letter) {
    String keywords = String.join(" ", letter.flags().keywords());
    return (uid
            + " "
            + letter.number()
            + " "
            + letter.size()
            + " "
            + letter.flags().system()
            + " "
            + keywords)
        .stripTrailing();
  }

  private static Letter letter(String[] words) {
    List<String> keywords = List.of(words).subList(4, words.length);
    Flags flags = new Flags(Integer.parseInt(words[3]), keywords);
    return new Letter(Long.parseLong(words[1]), Integer.parseInt(words[2]), flags);
  }
}
