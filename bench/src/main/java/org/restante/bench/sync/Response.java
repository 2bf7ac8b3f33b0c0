package org.restante.bench.sync;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.restante.message.UidSet;

/** An untagged response, as far as a cache cares. */
sealed interface Response {
  Pattern NUMBERED =
      Pattern.compile("\\* (\\d+) (EXISTS|RECENT|EXPUNGE|FETCH|UIDFETCH)(?: \\((.*)\\))?");
  Pattern VANISHED = Pattern.compile("\\* VANISHED( \\(EARLIER\\))? (\\S+)");
  Pattern CODE = Pattern.compile("\\* (?:OK|NO) \\[(\\S+?)(?: ([^\\]]*))?\\].*");
  Pattern NUMBER = Pattern.compile("\\d+");
  Pattern FLAGS = Pattern.compile("FLAGS \\(([^)]*)\\)");
  Pattern UID = Pattern.compile("UID (\\d+)");
  Pattern MODSEQ = Pattern.compile("MODSEQ \\((\\d+)\\)");

  /** So many messages. */
  record Exists(int count) implements Response {}

  /** So many recent ones. */
  record Recent() implements Response {}

  /** One is gone, by number. */
  record Expunge(int number) implements Response {}

  /** Some are gone, by UID. */
  record Vanished(UidSet uids, boolean earlier) implements Response {}

  /** A message by number, or by UID. */
  record Fetch(
      long number, boolean byUid, OptionalLong uid, Optional<String> flags, OptionalLong modSeq)
      implements Response {}

  /** A response code. */
  record Code(String name, String value) implements Response {}

  /** UIDs or numbers found. */
  record Search(String found) implements Response {

    LongStream numbers() {
      return NUMBER
          .matcher(found.replaceFirst("\\(.*", ""))
          .results()
          .mapToLong(number -> Long.parseLong(number.group()));
    }
  }

  /** What a cache does not care for. */
  record Other() implements Response {}

  static Response of(String line) {
    Matcher numbered = NUMBERED.matcher(line);
    if (numbered.matches()) {
      return numbered(numbered);
    }
    Matcher vanished = VANISHED.matcher(line);
    if (vanished.matches()) {
      return new Vanished(uids(vanished.group(2)), vanished.group(1) != null);
    }
    Matcher code = CODE.matcher(line);
    if (code.matches()) {
      return new Code(code.group(1), code.group(2) == null ? "" : code.group(2));
    }
    return line.startsWith("* SEARCH") ? new Search(line.substring(8).strip()) : new Other();
  }

  private static Response numbered(Matcher line) {
    int number = Integer.parseUnsignedInt(line.group(1));
    return switch (line.group(2)) {
      case "EXISTS" -> new Exists(number);
      case "RECENT" -> new Recent();
      case "EXPUNGE" -> new Expunge(number);
      default -> fetch(number, line.group(2).startsWith("UID"), line.group(3));
    };
  }

  private static Response fetch(long number, boolean byUid, String items) {
    Matcher flags = FLAGS.matcher(items);
    Optional<String> found =
        flags.find() ? Optional.of(Message.flags(flags.group(1))) : Optional.empty();
    return new Fetch(number, byUid, number(UID, items), found, number(MODSEQ, items));
  }

  private static OptionalLong number(Pattern pattern, String items) {
    Matcher number = pattern.matcher(items);
    return number.find() ? OptionalLong.of(Long.parseLong(number.group(1))) : OptionalLong.empty();
  }

  static UidSet uids(String set) {
    UidSet.Builder uids = new UidSet.Builder();
    for (String range : set.split(",", -1)) {
      String[] ends = range.split(":", -1);
      uids.addRange(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
    }
    return uids.build();
  }
}
