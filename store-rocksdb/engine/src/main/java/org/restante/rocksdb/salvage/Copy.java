package org.restante.rocksdb.salvage;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is kept of a file, as its name tells: {@code FILE~SIZE~CHECKSUM}.
 *
 * @param file the name of the file it is of
 * @param size octets of that file when the copy was made
 * @param checksum CRC-32C of the octets in the copy
 */
record Copy(String file, long size, int checksum) {
  private static final Pattern FORM = Pattern.compile("([0-9A-Za-z.-]+)~(\\d{1,18})~([0-9a-f]{8})");

  static Optional<Copy> of(Path path) {
    Matcher form = FORM.matcher(path.getFileName().toString());
    return form.matches()
        ? Optional.of(
            new Copy(
                form.group(1),
                Long.parseLong(form.group(2)),
                HexFormat.fromHexDigits(form.group(3))))
        : Optional.empty();
  }

  String name() {
    return file + "~" + size + "~" + HexFormat.of().toHexDigits(checksum);
  }

  Kind kind() {
    return Kind.of(file);
  }

  /** The kinds of files of a database, by what is kept of them. */
  enum Kind {
    /** Never changes; kept whole. */
    SORTED,
    /** Never changes; only its frame is kept. */
    BLOB,
    /** Grows; kept as far as it was when the copy was made. */
    MANIFEST,
    /** Grows; only that it was there is kept, of the newest. */
    LOG,
    /** Not kept. */
    OTHER;

    static Kind of(String file) {
      if (file.endsWith(".sst")) {
        return SORTED;
      }
      if (file.endsWith(".blob")) {
        return BLOB;
      }
      if (file.matches("\\d+\\.log")) {
        return LOG;
      }
      return file.startsWith("MANIFEST-") ? MANIFEST : OTHER;
    }
  }
}
