package org.restante.testkit.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The transcripts of a folder as JUnit tests.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> transcripts() {
 *   return Transcripts.in("transcripts/imap").on(() -> freshWorld());
 * }
 * }</pre>
 */
public final class Transcripts {
  private static final String SUFFIX = ".transcript";

  private final Path folder;
  private final List<Path> files;
  private final String manner;

  private Transcripts(Path folder, List<Path> files, String manner) {
    this.folder = folder;
    this.files = files;
    this.manner = manner;
  }

  private Transcripts(Path folder) {
    this.folder = folder;
    this.manner = "";
    try (Stream<Path> found = Files.walk(folder)) {
      this.files = found.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (files.isEmpty()) {
      throw new IllegalArgumentException("no " + SUFFIX + " files in " + folder);
    }
  }

  /** Those of a folder on the class path. */
  public static Transcripts in(String resource) {
    URL url = Thread.currentThread().getContextClassLoader().getResource(resource);
    if (url == null) {
      throw new IllegalArgumentException("no folder " + resource + " on the class path");
    }
    try {
      return under(Path.of(url.toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Those of a folder and the folders below it. */
  public static Transcripts under(Path folder) {
    return new Transcripts(folder);
  }

  /** The same, for whoever plays them in several ways: reports show tests by their names alone. */
  public Transcripts spoken(String how) {
    return new Transcripts(folder, files, " " + how);
  }

  /** One test for each file, each on a target of its own. */
  public Stream<DynamicTest> on(Supplier<? extends TranscriptTarget> target) {
    return onEach(transcript -> target.get());
  }

  /** One test for each file, each on the target that it asks for. */
  public Stream<DynamicTest> onEach(Function<Transcript, ? extends TranscriptTarget> target) {
    return each(
        transcript -> {
          try (TranscriptTarget fresh = target.apply(transcript)) {
            TranscriptPlayer.play(transcript, fresh);
          }
        });
  }

  /** One test for each file, whatever is done with it. */
  public Stream<DynamicTest> each(Consumer<Transcript> test) {
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    folder.relativize(file) + manner,
                    file.toUri(),
                    () -> test.accept(TranscriptParser.parse(file))));
  }
}
