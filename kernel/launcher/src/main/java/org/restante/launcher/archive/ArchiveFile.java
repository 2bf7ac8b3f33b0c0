package org.restante.launcher.archive;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.restante.archive.ArchivePart;
import org.restante.archive.ArchivePart.Damaged;
import org.restante.archive.ArchivePart.End;
import org.restante.archive.ArchivePart.Letter;
import org.restante.archive.ArchiveReader;
import org.restante.archive.ArchivedLetter;

/**
 * An archive that becomes a file. Until it is whole it has {@code .part} behind its name; the next
 * run goes on behind the last letter in it.
 */
public final class ArchiveFile {

  private final Path file;
  private final Path part;
  private final Tally tally;

  /** Becomes this file; counts there. */
  public ArchiveFile(Path file, Tally tally) {
    this.file = file;
    this.part = file.resolveSibling(file.getFileName() + ".part");
    this.tally = tally;
  }

  /** Asks the server for the archive. */
  @FunctionalInterface
  public interface Source {
    /** The query is empty, or says behind which letter it begins. */
    InputStream open(String query) throws IOException;
  }

  /** Where the file that is not whole yet goes on. */
  private record Rest(long behind, String query) {}

  /** Fetches all of it, or what is missing. */
  public void fetch(Source source) throws IOException {
    if (Files.exists(file)) {
      throw new IOException(file + " is there already; name another file");
    }
    Rest rest = rest();
    try (RandomAccessFile out = new RandomAccessFile(part.toFile(), "rw")) {
      out.setLength(rest.behind());
      out.seek(rest.behind());
      try (InputStream in = source.open(rest.query())) {
        copy(in, Channels.newOutputStream(out.getChannel()));
      }
      out.getFD().sync();
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Looks through what an earlier run has left. */
  private Rest rest() throws IOException {
    Rest rest = new Rest(0, "");
    if (Files.notExists(part)) {
      return rest;
    }
    try (InputStream in = Files.newInputStream(part)) {
      ArchiveReader reader = new ArchiveReader(in);
      for (ArchivePart each = reader.next(); each != null; each = reader.next()) {
        if (each instanceof Letter letter) {
          rest = behind(reader, letter.about());
          tally.done(1);
        } else if (each instanceof Damaged damaged) {
          rest = behind(reader, damaged.about());
          tally.failed("damaged, left out: " + damaged.about().place() + ": " + damaged.reason());
        }
      }
    } catch (EOFException cutOff) {
      // what is before stands
    }
    return rest;
  }

  private static Rest behind(ArchiveReader reader, ArchivedLetter letter) throws IOException {
    return new Rest(reader.behind(), "?after=" + letter.mailbox() + "/" + letter.uid());
  }

  private void copy(InputStream in, OutputStream out) throws IOException {
    try (Copied copied = new Copied(in, out)) {
      ArchiveReader reader = new ArchiveReader(copied);
      boolean whole = false;
      for (ArchivePart each = reader.next(); each != null; each = reader.next()) {
        if (each instanceof Letter) {
          tally.done(1);
        } else if (each instanceof Damaged damaged) {
          tally.failed("damaged, left out: " + damaged.about().place() + ": " + damaged.reason());
        }
        whole |= each instanceof End;
      }
      copied.transferTo(OutputStream.nullOutputStream());
      if (!whole) {
        throw new EOFException("the connection was cut; run the command again, it goes on there");
      }
    }
  }

  /** Whatever is read is written as well. */
  private static final class Copied extends FilterInputStream {
    private final OutputStream out;

    Copied(InputStream in, OutputStream out) {
      super(in);
      this.out = out;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      if (count > 0) {
        out.write(into, offset, count);
      }
      return count;
    }

    @Override
    public long skip(long count) throws IOException {
      return readNBytes((int) Math.min(count, 64 * 1024)).length;
    }
  }
}
