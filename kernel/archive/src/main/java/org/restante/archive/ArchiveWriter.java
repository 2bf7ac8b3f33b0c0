package org.restante.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes an archive, from its header to its end. Not thread-safe. */
public final class ArchiveWriter implements Closeable {

  static final int FORMAT = 1;
  static final String HEADER = "restante-archive.json";
  static final String MAILBOXES = "mailboxes.jsonl";
  static final String END = "end.json";

  private final TarWriter tar;
  private long letters;
  private long damaged;

  /** An archive on a stream, which stays the caller's to close. */
  public ArchiveWriter(OutputStream out) {
    this.tar = new TarWriter(out);
  }

  /** Writes the octets of a letter. */
  @FunctionalInterface
  public interface Content {
    /** Exactly as many as its size says. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Begins it. */
  public void header(ArchivePart.Header header) throws IOException {
    file(
        HEADER,
        JSON.std.asBytes(
            Map.of("format", FORMAT, "account", header.account(), "created", header.created())));
  }

  /** All mailboxes. */
  public void mailboxes(List<ArchivedMailbox> mailboxes) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (ArchivedMailbox mailbox : mailboxes) {
      lines.append(JSON.std.asString(mailbox.json())).append('\n');
    }
    file(MAILBOXES, lines.toString().getBytes(UTF_8));
  }

  /** A letter. */
  public void letter(ArchivedLetter about, Content content) throws IOException {
    file(about.place() + ".json", JSON.std.asBytes(about.json()));
    tar.begin(about.place() + ".eml", about.size(), modified(about));
    content.writeTo(new TarFileOutput(tar));
    tar.endFile();
    letters++;
  }

  /** A letter that can't be read. */
  public void damaged(ArchivedLetter about, String reason) throws IOException {
    Map<String, Object> json = new HashMap<>(about.json());
    json.put("damaged", reason);
    file(about.place() + ".json", JSON.std.asBytes(json));
    letters++;
    damaged++;
  }

  /** Ends it: now it is whole. */
  @Override
  public void close() throws IOException {
    file(END, JSON.std.asBytes(Map.of("letters", letters, "damaged", damaged)));
    tar.close();
  }

  private void file(String name, byte[] octets) throws IOException {
    tar.begin(name, octets.length, Instant.EPOCH);
    tar.write(octets, 0, octets.length);
    tar.endFile();
  }

  private static Instant modified(ArchivedLetter about) {
    try {
      return OffsetDateTime.parse(about.internalDate()).toInstant();
    } catch (DateTimeException malformed) {
      return Instant.EPOCH;
    }
  }
}
