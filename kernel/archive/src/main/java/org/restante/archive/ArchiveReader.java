package org.restante.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.archive.ArchivePart.Damaged;
import org.restante.archive.ArchivePart.End;
import org.restante.archive.ArchivePart.Header;
import org.restante.archive.ArchivePart.Letter;
import org.restante.archive.ArchivePart.Mailboxes;

/** Reads an archive part by part. Files that it does not know are passed over. Not thread-safe. */
public final class ArchiveReader {

  private static final int BUFFER = 64 * 1024;
  private static final int LARGEST_LINE = 1 << 20;
  private static final int LARGEST_LIST = 64 << 20;

  private final TarReader tar;

  /** An archive on a stream, which stays the caller's to close. */
  public ArchiveReader(InputStream in) {
    this.tar = new TarReader(new BufferedInputStream(in, BUFFER));
  }

  /**
   * The next part; null behind the last one.
   *
   * @throws IOException where the archive is cut off, damaged, or of a newer format
   */
  public @Nullable ArchivePart next() throws IOException {
    for (TarReader.Entry entry = tar.next(); entry != null; entry = tar.next()) {
      ArchivePart part = part(entry);
      if (part != null) {
        return part;
      }
    }
    return null;
  }

  /**
   * Goes behind the part that was read last, and says where that is: an archive that is cut off can
   * go on there.
   */
  public long behind() throws IOException {
    tar.skip();
    return tar.position();
  }

  private @Nullable ArchivePart part(TarReader.Entry entry) throws IOException {
    return switch (entry.name()) {
      case ArchiveWriter.HEADER -> header(object(entry));
      case ArchiveWriter.MAILBOXES -> mailboxes(tar.all(entry, LARGEST_LIST));
      case ArchiveWriter.END -> end(object(entry));
      default ->
          entry.name().startsWith("mail/") && entry.name().endsWith(".json")
              ? letter(object(entry))
              : null;
    };
  }

  private static Header header(Map<String, Object> json) throws IOException {
    long format = ArchivedMailbox.number(json.get("format"));
    if (format != ArchiveWriter.FORMAT) {
      throw new IOException(
          "the archive is of format %d and this release reads format %d: use the release that wrote it"
              .formatted(format, ArchiveWriter.FORMAT));
    }
    return new Header(String.valueOf(json.get("account")), String.valueOf(json.get("created")));
  }

  private static Mailboxes mailboxes(byte[] lines) throws IOException {
    List<ArchivedMailbox> list = new ArrayList<>();
    for (String line : new String(lines, UTF_8).split("\n", -1)) {
      if (!line.isBlank()) {
        list.add(ArchivedMailbox.of(parsed(line.getBytes(UTF_8), ArchiveWriter.MAILBOXES)));
      }
    }
    return new Mailboxes(list);
  }

  private static End end(Map<String, Object> json) {
    return new End(
        ArchivedMailbox.number(json.get("letters")), ArchivedMailbox.number(json.get("damaged")));
  }

  private ArchivePart letter(Map<String, Object> json) throws IOException {
    ArchivedLetter about = ArchivedLetter.of(json);
    Object damaged = json.get("damaged");
    if (damaged != null) {
      return new Damaged(about, damaged.toString());
    }
    TarReader.Entry content = tar.next();
    if (content == null
        || !content.name().equals(about.place() + ".eml")
        || content.size() != about.size()) {
      throw new IOException("the archive is damaged: no octets behind " + about.place() + ".json");
    }
    return new Letter(about, new TarFileInput(tar));
  }

  private Map<String, Object> object(TarReader.Entry entry) throws IOException {
    return parsed(tar.all(entry, LARGEST_LINE), entry.name());
  }

  private static Map<String, Object> parsed(byte[] json, String name) throws IOException {
    try {
      return JSON.std.mapFrom(json);
    } catch (JacksonException malformed) {
      throw new IOException("the archive is damaged: " + name + " is no JSON", malformed);
    }
  }
}
