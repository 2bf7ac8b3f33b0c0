package org.restante.mime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The letters under {@code corpus/}, with the answers that IMAP should give for them. The answers
 * were put together from the pieces of the letters and RFC 3501, never taken from the parser:
 * change one only with the section that says so.
 */
public final class Corpus {

  private Corpus() {}

  /** A letter and its files' common name. */
  public static final class Letter {

    private final String name;
    private final byte[] octets;

    Letter(String name, byte[] octets) {
      this.name = name;
      this.octets = octets;
    }

    public byte[] octets() {
      return octets.clone();
    }

    public MimeIndex index() {
      return Letters.index(octets);
    }

    /** The golden answer in the file of that ending, each char one octet. */
    String golden(String ending) {
      String text = new String(read(name + ending), StandardCharsets.ISO_8859_1);
      return text.substring(0, text.length() - 1);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  public static List<Letter> letters() {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".eml"))
          .map(name -> name.substring(0, name.length() - ".eml".length()))
          .sorted()
          .map(Corpus::letter)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Letter letter(String name) {
    return new Letter(name, read(name + ".eml"));
  }

  private static byte[] read(String file) {
    try {
      return Files.readAllBytes(folder().resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    try {
      return Path.of(Objects.requireNonNull(Corpus.class.getResource("/corpus")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
