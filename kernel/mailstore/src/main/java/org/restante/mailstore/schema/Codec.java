package org.restante.mailstore.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.restante.account.AccountId;
import org.restante.account.ApplicationPassword;
import org.restante.account.Domain;
import org.restante.account.QuotaLimits;
import org.restante.blob.BlobId;
import org.restante.inspection.DamagedLetter;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.SpecialUse;
import org.restante.message.Flags;
import org.restante.message.StoredMessage;

/** Writes and reads the values that {@link Schema} draws. */
public final class Codec {

  // what is stored is the place in the list: new ones go to the end
  private static final List<SpecialUse> SPECIAL_USES =
      List.of(
          SpecialUse.ARCHIVE,
          SpecialUse.DRAFTS,
          SpecialUse.JUNK,
          SpecialUse.SENT,
          SpecialUse.TRASH);
  private static final List<ChangeRow.Kind> CHANGE_KINDS =
      List.of(
          ChangeRow.Kind.ARRIVED,
          ChangeRow.Kind.FLAGS,
          ChangeRow.Kind.EXPUNGED,
          ChangeRow.Kind.MAILBOX,
          ChangeRow.Kind.DELETED);
  private static final List<DamagedLetter.Loss> LOSSES =
      List.of(DamagedLetter.Loss.CONTENT, DamagedLetter.Loss.FLAGS, DamagedLetter.Loss.MESSAGE);

  // bits of a directory row's state
  private static final int ENABLED = 0x01;
  private static final int OWN_LIMITS = 0x02;

  // a hot row without keywords, and the flags that it can have
  private static final int PLAIN_OCTETS = 9;
  private static final Flags[] PLAIN =
      IntStream.range(0, 256)
          .mapToObj(system -> new Flags(system, List.of()))
          .toArray(Flags[]::new);

  /** Length of a cold row. */
  static final int COLD_OCTETS = 68;

  public static byte[] write(AccountRow row) {
    return new RowWriter(56)
        .int8(row.writer())
        .int8(row.modSeq())
        .int8(row.nextMailboxId())
        .int8(row.nextMessageId())
        .int8(row.lastUidValidity())
        .int8(row.octets())
        .int8(row.messages())
        .done();
  }

  public static AccountRow readAccount(byte[] octets) {
    return RowReader.read(
        ByteBuffer.wrap(octets),
        row ->
            new AccountRow(
                row.int8(),
                row.int8(),
                row.int8(),
                row.int8(),
                row.int8(),
                row.int8(),
                row.int8()));
  }

  public static byte[] write(MailboxRow row) {
    Counters counters = row.counters();
    return new RowWriter(128)
        .text(joined(row.name()))
        .octet(row.specialUse().map(use -> SPECIAL_USES.indexOf(use) + 1).orElse(0))
        .int4((int) row.uidValidity())
        .int8(row.uidNext())
        .int8(row.highestModSeq())
        .int8(counters.exists())
        .int8(counters.unseen())
        .int8(counters.deleted())
        .int8(counters.octets())
        .int8(row.recentFrom())
        .int8(row.horizon())
        .int8(row.expungedRows())
        .done();
  }

  public static MailboxRow readMailbox(ByteBuffer key, ByteBuffer octets) {
    long id = key.getLong(key.position() + 1);
    return RowReader.read(
        octets,
        row ->
            new MailboxRow(
                id,
                name(row.text()),
                specialUse(row.octet()),
                row.int4() & 0xffff_ffffL,
                row.int8(),
                row.int8(),
                new Counters(row.int8(), row.int8(), row.int8(), row.int8()),
                row.int8(),
                row.int8(),
                row.int8()));
  }

  public static byte[] write(HotRow row) {
    RowWriter octets = new RowWriter(9).octet(row.flags().system()).int8(row.modSeq());
    row.flags().keywords().forEach(octets::text);
    return octets.done();
  }

  public static HotRow readHot(ByteBuffer octets) {
    if (octets.remaining() == PLAIN_OCTETS) { // nearly all: a first view reads every one
      int at = octets.position();
      return new HotRow(PLAIN[octets.get(at) & 0xff], octets.getLong(at + 1));
    }
    return RowReader.read(
        octets,
        row -> {
          int system = row.octet();
          long modSeq = row.int8();
          List<String> keywords = row.more() ? new ArrayList<>() : List.of();
          while (row.more()) {
            keywords.add(row.text());
          }
          return new HotRow(new Flags(system, keywords), modSeq);
        });
  }

  public static byte[] write(StoredMessage row) {
    return new RowWriter(COLD_OCTETS)
        .int8(row.messageId())
        .raw(row.blob().octets())
        .int8(row.size())
        .int8(row.internalDate().toEpochSecond())
        .int4(row.internalDate().getOffset().getTotalSeconds())
        .int8(row.saveDate().getEpochSecond())
        .done();
  }

  public static StoredMessage readCold(long uid, ByteBuffer octets) {
    return RowReader.read(
        octets,
        row ->
            new StoredMessage(
                uid,
                row.int8(),
                new BlobId(row.raw(BlobId.LENGTH)),
                row.int8(),
                date(row.int8(), row.int4()),
                Instant.ofEpochSecond(row.int8())));
  }

  private Codec() {}

  /** What a message's link tells about it: enough to write its cold row again. */
  public static byte[] writeAbout(long mailbox, StoredMessage row) {
    return new RowWriter(44)
        .int8(mailbox)
        .int8(row.uid())
        .int8(row.size())
        .int8(row.internalDate().toEpochSecond())
        .int4(row.internalDate().getOffset().getTotalSeconds())
        .int8(row.saveDate().getEpochSecond())
        .done();
  }

  /** A message by its link. */
  public static LinkedMessage readAbout(BlobId blob, long message, byte[] octets) {
    return RowReader.read(
        ByteBuffer.wrap(octets),
        row -> {
          long mailbox = row.int8();
          return new LinkedMessage(
              mailbox,
              new StoredMessage(
                  row.int8(),
                  message,
                  blob,
                  row.int8(),
                  date(row.int8(), row.int4()),
                  Instant.ofEpochSecond(row.int8())));
        });
  }

  public static byte[] write(ChangeRow row) {
    RowWriter octets =
        new RowWriter(16).int8(row.mailbox()).octet(CHANGE_KINDS.indexOf(row.kind()));
    UidSets.write(octets, row.uids());
    return octets.done();
  }

  public static ChangeRow readChange(ByteBuffer octets) {
    return RowReader.read(
        octets, row -> new ChangeRow(row.int8(), CHANGE_KINDS.get(row.octet()), UidSets.read(row)));
  }

  public static byte[] write(ExpungedRow row) {
    RowWriter octets = new RowWriter(16).int8(row.epochSecond());
    UidSets.write(octets, row.uids());
    return octets.done();
  }

  public static ExpungedRow readExpunged(ByteBuffer octets) {
    return RowReader.read(octets, row -> new ExpungedRow(row.int8(), UidSets.read(row)));
  }

  public static byte[] write(DeliveredRow row) {
    return new RowWriter(16).int8(row.mailbox()).int8(row.uid()).done();
  }

  public static DeliveredRow readDelivered(byte[] octets) {
    return RowReader.read(ByteBuffer.wrap(octets), row -> new DeliveredRow(row.int8(), row.int8()));
  }

  public static MailboxName readSubscribed(ByteBuffer key) {
    return name(UTF_8.decode(key.duplicate().position(key.position() + 1)).toString());
  }

  /** The value of a row that is there or not. */
  public static byte[] empty() {
    return new byte[0];
  }

  public static byte[] write(SystemRow row) {
    return new RowWriter(12).int4(row.format()).int8(row.nextAccountId()).done();
  }

  /** Reads the format first: the rest of a newer one may be different. */
  public static SystemRow readSystem(byte[] octets) {
    int format = octets.length < 4 ? 0 : ByteBuffer.wrap(octets).getInt();
    return format > Schema.FORMAT
        ? new SystemRow(format, 0)
        : RowReader.read(ByteBuffer.wrap(octets), row -> new SystemRow(row.int4(), row.int8()));
  }

  public static byte[] write(DirectoryRow row) {
    QuotaLimits quota = row.quota().orElse(QuotaLimits.NONE);
    RowWriter octets =
        new RowWriter(64)
            .octet((row.enabled() ? ENABLED : 0) | (row.quota().isPresent() ? OWN_LIMITS : 0))
            .int8(quota.octets())
            .int8(quota.messages());
    row.addresses().forEach(octets::text);
    return octets.done();
  }

  public static DirectoryRow readDirectory(ByteBuffer octets) {
    return RowReader.read(
        octets,
        row -> {
          int state = row.octet();
          QuotaLimits quota = new QuotaLimits(row.int8(), row.int8());
          Optional<QuotaLimits> own =
              (state & OWN_LIMITS) != 0 ? Optional.of(quota) : Optional.empty();
          String address = row.text();
          List<String> aliases = new ArrayList<>(0);
          while (row.more()) {
            aliases.add(row.text());
          }
          return new DirectoryRow(address, aliases, own, (state & ENABLED) != 0);
        });
  }

  /** The value of a domain row; the name is in the key. */
  public static byte[] write(Domain row) {
    return new RowWriter(16).int8(row.quota().octets()).int8(row.quota().messages()).done();
  }

  public static Domain readDomain(ByteBuffer key, ByteBuffer octets) {
    return readDomain(
        UTF_8.decode(key.duplicate().position(key.position() + 1)).toString(), octets);
  }

  public static Domain readDomain(String name, ByteBuffer octets) {
    return RowReader.read(octets, row -> new Domain(name, new QuotaLimits(row.int8(), row.int8())));
  }

  /** The value of an application password; its id is in the key. */
  public static byte[] write(DirectoryRow.Secret row) {
    return new RowWriter(160)
        .int8(row.entry().created().getEpochSecond())
        .text(row.entry().label())
        .text(row.credential())
        .done();
  }

  public static DirectoryRow.Secret readApplicationPassword(ByteBuffer key, ByteBuffer octets) {
    String id = UTF_8.decode(key.duplicate().position(key.position() + 9)).toString();
    return RowReader.read(
        octets,
        row -> {
          Instant created = Instant.ofEpochSecond(row.int8());
          ApplicationPassword entry = new ApplicationPassword(id, row.text(), created);
          return new DirectoryRow.Secret(entry, row.text());
        });
  }

  /** The value of an address row. */
  public static byte[] writeAccountId(long account) {
    return new RowWriter(8).int8(account).done();
  }

  public static long readAccountId(byte[] octets) {
    return RowReader.read(ByteBuffer.wrap(octets), RowReader::int8);
  }

  public static byte[] writeCredential(String credential) {
    return credential.getBytes(UTF_8);
  }

  public static String readCredential(byte[] octets) {
    return new String(octets, UTF_8);
  }

  public static byte[] write(SystemRow.Migration row) {
    return new RowWriter(16).int4(row.format()).int4(row.step()).int8(row.account()).done();
  }

  public static SystemRow.Migration readMigration(byte[] octets) {
    return RowReader.read(
        ByteBuffer.wrap(octets),
        row -> new SystemRow.Migration(row.int4(), row.int4(), row.int8()));
  }

  /** The value of a damaged row. */
  public static byte[] write(DamagedLetter.Loss loss) {
    return new RowWriter(1).octet(LOSSES.indexOf(loss) + 1).done();
  }

  public static DamagedLetter readDamaged(ByteBuffer key, ByteBuffer octets) {
    int at = key.position() + 1;
    AccountId account = new AccountId(key.getLong(at));
    long mailbox = key.getLong(at + Long.BYTES);
    long uid = key.getLong(at + 2 * Long.BYTES);
    return RowReader.read(
        octets, row -> new DamagedLetter(account, mailbox, uid, LOSSES.get(row.octet() - 1)));
  }

  static String joined(MailboxName name) {
    return String.join("\0", name.levels());
  }

  static MailboxName name(String joined) {
    return new MailboxName(List.of(joined.split("\0", -1)));
  }

  private static Optional<SpecialUse> specialUse(int stored) {
    return stored == 0 ? Optional.empty() : Optional.of(SPECIAL_USES.get(stored - 1));
  }

  private static OffsetDateTime date(long second, int offset) {
    return OffsetDateTime.ofInstant(
        Instant.ofEpochSecond(second), ZoneOffset.ofTotalSeconds(offset));
  }
}
