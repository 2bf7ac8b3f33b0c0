package org.restante.bench.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes up commands that a client may send at once. */
final class Commands {
  private static final List<String> FLAGS =
      List.of("\\Seen", "\\Flagged", "\\Deleted", "\\Answered", "$one", "$two");
  private static final int MANY = 120;
  private static final int MOST_AT_ONCE = 12;

  private final Random random;
  private final List<String> mailboxes;
  private final SyncClient client;

  Commands(Random random, List<String> mailboxes, SyncClient client) {
    this.random = random;
    this.mailboxes = mailboxes;
    this.client = client;
  }

  /** Commands by number go together: none of them moves a number. */
  List<String> next() {
    int size = 1 + random.nextInt(MOST_AT_ONCE);
    boolean byNumber =
        client.kind().numbers() && client.open().exists() > 0 && random.nextBoolean();
    List<String> batch = new ArrayList<>();
    while (batch.size() < size) {
      batch.add(byNumber ? byNumber() : byUid());
    }
    if (byNumber && random.nextInt(4) == 0) {
      batch.add(lastByNumber());
    }
    return batch;
  }

  private String byNumber() {
    String set = numbers();
    return switch (random.nextInt(6)) {
      case 0 -> "FETCH " + set + " (FLAGS)";
      case 1 -> "FETCH " + set + " " + client.kind().items();
      case 2 -> "SEARCH " + set + " UNSEEN";
      default -> "STORE " + set + store();
    };
  }

  private String lastByNumber() {
    String one = String.valueOf(1 + random.nextInt(client.open().exists()));
    return switch (random.nextInt(3)) {
      case 0 -> "COPY " + one + " " + anyMailbox();
      case 1 -> "MOVE " + one + " " + anyMailbox();
      default -> "EXPUNGE";
    };
  }

  private String byUid() {
    String set = uids();
    boolean full = client.open().exists() > MANY;
    return switch (random.nextInt(20)) {
      case 0, 1 -> "UID FETCH " + set + " " + client.kind().items();
      case 2, 3 -> "UID FETCH " + set + " (FLAGS)" + since();
      case 4 -> "UID SEARCH UNDELETED";
      case 5 -> "UID SEARCH UID " + set + " SEEN";
      case 6 -> "NOOP";
      case 7 -> "IDLE\r\nDONE";
      case 8 -> "CHECK";
      case 9, 10, 11 -> full ? "UID STORE " + set + " +FLAGS (\\Deleted)" : append();
      case 12 -> full ? "EXPUNGE" : "UID COPY " + oneUid() + " " + anyMailbox();
      case 13 -> "UID MOVE " + oneUid() + " " + anyMailbox();
      case 14 -> full ? "EXPUNGE" : "UID EXPUNGE " + oneUid();
      default -> "UID STORE " + set + store();
    };
  }

  private String append() {
    return "APPEND " + anyMailbox() + " (" + anyFlag() + ") {1+}\r\nx";
  }

  private String store() {
    String item = random.nextBoolean() ? "FLAGS" : "FLAGS.SILENT";
    String sign = List.of("", "+", "+", "-").get(random.nextInt(4));
    boolean conditional = client.kind().modSeqs() && random.nextInt(3) == 0;
    String condition =
        conditional ? " (UNCHANGEDSINCE " + Math.max(1, client.open().modSeq()) + ")" : "";
    return condition + " " + sign + item + " (" + anyFlag() + ")";
  }

  private String since() {
    if (!client.kind().modSeqs() || random.nextBoolean()) {
      return "";
    }
    long modSeq = Math.max(1, client.open().modSeq() - random.nextInt(20));
    boolean vanished = client.kind().vanishes() && random.nextBoolean();
    return " (CHANGEDSINCE " + modSeq + (vanished ? " VANISHED)" : ")");
  }

  private String numbers() {
    int exists = client.open().exists();
    int one = 1 + random.nextInt(exists);
    int other = Math.min(exists, one + random.nextInt(5));
    return random.nextBoolean() ? String.valueOf(one) : one + ":" + other;
  }

  private String uids() {
    long one = anyUid();
    return random.nextBoolean() ? String.valueOf(one) : one + ":" + (one + random.nextInt(8));
  }

  private String oneUid() {
    return String.valueOf(anyUid());
  }

  private long anyUid() {
    if (client.open().cache().isEmpty()) {
      return 1;
    }
    long last = client.open().cache().lastKey();
    Map.Entry<Long, Message> any = client.open().cache().floorEntry(1 + random.nextLong(last));
    return any == null ? last : any.getKey();
  }

  private String anyFlag() {
    return FLAGS.get(random.nextInt(FLAGS.size()));
  }

  String anyMailbox() {
    return mailboxes.get(random.nextInt(mailboxes.size()));
  }
}
