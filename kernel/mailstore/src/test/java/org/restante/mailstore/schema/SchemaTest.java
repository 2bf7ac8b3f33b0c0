package org.restante.mailstore.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.restante.account.AccountId;
import org.restante.account.ApplicationPassword;
import org.restante.account.Domain;
import org.restante.account.QuotaLimits;
import org.restante.blob.BlobId;
import org.restante.inspection.DamagedLetter;
import org.restante.keyvalue.KeyRange;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.SpecialUse;
import org.restante.message.Flags;
import org.restante.message.StoredMessage;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;

/** Golden octets: a change of any of them is a new format. */
final class SchemaTest {

  private static String hex(byte[] octets) {
    return HexFormat.of().formatHex(octets);
  }

  private static ByteBuffer octets(String hex) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  private static void golden(byte[] written, String drawn) {
    assertThat(hex(written)).isEqualTo(drawn.replace(" ", ""));
  }

  @Test
  void keys() {
    golden(Schema.accountKey(), "01");
    golden(Schema.mailboxKey(2), "02 0000000000000002");
    golden(Schema.hotKey(2, 0xffffffffL), "03 0000000000000002 00000000ffffffff");
    golden(Schema.coldKey(2, 3), "04 0000000000000002 0000000000000003");
    golden(Schema.structureKey(5), "05 0000000000000005");
    golden(Schema.changeKey(6, 258), "06 0000000000000006 0102");
    golden(Schema.expungedKey(2, 7, 1), "07 0000000000000002 0000000000000007 0001");
    golden(
        Schema.deliveredKey(9, new byte[16]),
        "08 0000000000000009 00000000000000000000000000000000");
    golden(Schema.subscribedKey(MailboxName.parse("a/b", '/')), "09 61 00 62");
    golden(Schema.doomedKey(2), "0a 0000000000000002");
    golden(Schema.retainedKey(3, 4), "0b 0000000000000003 0000000000000004");
    golden(Schema.goneKey(2), "0c 0000000000000002");
    golden(Schema.retainedUsageKey(), "0d");
    golden(Schema.systemKey(), "01");
    golden(Schema.directoryKey(4), "02 0000000000000004");
    golden(Schema.addressKey("a@b"), "03 61 40 62");
    golden(Schema.credentialKey(4), "04 0000000000000004");
    golden(Schema.leavingKey(4), "05 0000000000000004");
    golden(Schema.leftKey(4), "09 0000000000000004");
    golden(Schema.migrationKey(), "0a");
  }

  @Test
  void ranges() {
    range(Schema.mailboxes(), "02", "03");
    range(Schema.hot(2), "03 0000000000000002", "03 0000000000000003");
    range(
        Schema.hot(2, 3, 4),
        "03 0000000000000002 0000000000000003",
        "03 0000000000000002 0000000000000005");
    range(
        Schema.cold(2, 3, 0xffffffffL),
        "04 0000000000000002 0000000000000003",
        "04 0000000000000002 0000000100000000");
    range(Schema.allMessages(), "03", "05");
    range(Schema.changesFrom(4, 9), "06 0000000000000004", "06 0000000000000009");
    range(
        Schema.expungedAbove(2, 7), "07 0000000000000002 0000000000000008", "07 0000000000000003");
    range(Schema.deliveredBelow(3), "08 0000000000000000", "08 0000000000000003");
    range(Schema.doomed(), "0a", "0b");
    range(Schema.retained(), "0b", "0c");
    range(Schema.retainedBefore(3), "0b 0000000000000000", "0b 0000000000000003");
    range(Schema.gone(), "0c", "0d");
    range(Schema.left(), "09", "0a");
  }

  private static void range(KeyRange range, String from, String to) {
    golden(range.from(), from);
    golden(Objects.requireNonNull(range.to()), to);
  }

  @Test
  void account() {
    AccountRow row = new AccountRow(-1, 2, 3, 4, 5, 6, 7);
    String drawn =
        "ffffffffffffffff 0000000000000002 0000000000000003 0000000000000004 0000000000000005"
            + "0000000000000006 0000000000000007";
    golden(Codec.write(row), drawn);
    assertThat(Codec.readAccount(octets(drawn).array())).isEqualTo(row);
  }

  @Test
  void mailbox() {
    MailboxRow row =
        new MailboxRow(
            2,
            MailboxName.parse("a/é", '/'),
            Optional.of(SpecialUse.TRASH),
            0xfedcba98L,
            3,
            4,
            new Counters(5, 6, 7, 8),
            9,
            10,
            11);
    String drawn =
        "04 61 00 c3a9 05 fedcba98 0000000000000003 0000000000000004 0000000000000005"
            + "0000000000000006 0000000000000007 0000000000000008 0000000000000009"
            + "000000000000000a 000000000000000b";
    golden(Codec.write(row), drawn);
    ByteBuffer key = ByteBuffer.wrap(Schema.mailboxKey(2));
    assertThat(Codec.readMailbox(key, octets(drawn))).isEqualTo(row);
  }

  @Test
  void hot() {
    HotRow plain = new HotRow(Flags.of(SystemFlag.SEEN, SystemFlag.DRAFT), 258);
    golden(Codec.write(plain), "11 0000000000000102");
    assertThat(Codec.readHot(octets("11 0000000000000102"))).isEqualTo(plain);
    HotRow keywords = new HotRow(new Flags(0, List.of("$A", "b")), 1);
    golden(Codec.write(keywords), "00 0000000000000001 02 2441 01 62");
    assertThat(Codec.readHot(octets("00 0000000000000001 02 2441 01 62"))).isEqualTo(keywords);
  }

  @Test
  void cold() {
    byte[] hash = new byte[32];
    Arrays.fill(hash, (byte) 0xab);
    StoredMessage row =
        new StoredMessage(
            3,
            4,
            new BlobId(hash),
            5,
            OffsetDateTime.parse("1969-12-31T23:59:59-01:30"),
            Instant.ofEpochSecond(6));
    String drawn =
        "0000000000000004"
            + "ab".repeat(32)
            + "0000000000000005 0000000000001517 ffffeae8"
            + "0000000000000006";
    golden(Codec.write(row), drawn);
    assertThat(Codec.readCold(3, octets(drawn))).isEqualTo(row);
  }

  @Test
  void retained() {
    StoredMessage cold =
        new StoredMessage(
            3,
            4,
            new BlobId(new byte[32]),
            5,
            OffsetDateTime.parse("1970-01-01T00:00:00Z"),
            Instant.EPOCH);
    Retained.Message message =
        new Retained.Message(
            9, 2, MailboxName.parse("a/b", '/'), cold, new Flags(1, List.of("$A")));
    String drawn =
        "0000000000000002 03 610062 0000000000000003" + hex(Codec.write(cold)) + "01 02 2441";
    golden(Retained.write(message), drawn);
    ByteBuffer key = ByteBuffer.wrap(Schema.retainedKey(9, 4));
    assertThat(Retained.readMessage(key, octets(drawn))).isEqualTo(message);
    MailboxRow row = MailboxRow.created(2, MailboxName.INBOX, Optional.empty(), 7, 8);
    Retained.Mailbox mailbox = new Retained.Mailbox(9, row);
    String gone = "0000000000000009" + hex(Codec.write(row));
    golden(Retained.write(mailbox), gone);
    assertThat(Retained.readMailbox(ByteBuffer.wrap(Schema.goneKey(2)), octets(gone)))
        .isEqualTo(mailbox);
  }

  @Test
  void retainedAccount() {
    Retained.Usage usage = new Retained.Usage(5, 6);
    golden(Retained.write(usage), "0000000000000005 0000000000000006");
    assertThat(Retained.readUsage(octets("0000000000000005 0000000000000006").array()))
        .isEqualTo(usage);
    Retained.Account account =
        new Retained.Account(
            4,
            9,
            usage,
            List.of(
                new Retained.SystemPartitionRow(new byte[] {1, 2}, new byte[] {3}),
                new Retained.SystemPartitionRow(new byte[] {4}, new byte[] {})));
    String drawn = "0000000000000009 0000000000000005 0000000000000006 02 0102 01 03 01 04 00";
    golden(Retained.write(account), drawn);
    Retained.Account read = Retained.readAccount(ByteBuffer.wrap(Schema.leftKey(4)), octets(drawn));
    assertThat(read.account()).isEqualTo(4);
    golden(Retained.write(read), drawn);
  }

  @Test
  void migration() {
    SystemRow.Migration row = new SystemRow.Migration(2, 1, 3);
    golden(Codec.write(row), "00000002 00000001 0000000000000003");
    assertThat(Codec.readMigration(octets("00000002 00000001 0000000000000003").array()))
        .isEqualTo(row);
  }

  @Test
  void logs() {
    UidSet uids = new UidSet.Builder().addRange(1, 3).add(5).addRange(300, 0xffffffffL).build();
    String set = "03 0102 0200 a702 d3fdffff0f";
    ChangeRow change = new ChangeRow(2, ChangeRow.Kind.EXPUNGED, uids);
    golden(Codec.write(change), "0000000000000002 02" + set);
    assertThat(Codec.readChange(octets("0000000000000002 02" + set))).isEqualTo(change);
    ExpungedRow expunged = new ExpungedRow(7, uids);
    golden(Codec.write(expunged), "0000000000000007" + set);
    assertThat(Codec.readExpunged(octets("0000000000000007" + set))).isEqualTo(expunged);
  }

  @Test
  void directory() {
    QuotaLimits limits = new QuotaLimits(1, QuotaLimits.UNLIMITED);
    DirectoryRow own = new DirectoryRow("a@b", List.of("c@b", "d@e"), Optional.of(limits), true);
    String drawn = "03 0000000000000001 7fffffffffffffff 03 614062 03 634062 03 644065";
    golden(Codec.write(own), drawn);
    assertThat(Codec.readDirectory(octets(drawn))).isEqualTo(own);
    DirectoryRow inherited = DirectoryRow.created("a@b", Optional.empty()).withEnabled(false);
    String shortest = "00 7fffffffffffffff 7fffffffffffffff 03 614062";
    golden(Codec.write(inherited), shortest);
    assertThat(Codec.readDirectory(octets(shortest))).isEqualTo(inherited);
    golden(Codec.writeAccountId(4), "0000000000000004");
    golden(Codec.writeCredential("$x"), "2478");
    golden(Codec.write(new DeliveredRow(1, 2)), "0000000000000001 0000000000000002");
  }

  @Test
  void domains() {
    golden(Schema.domainKey("b"), "07 62");
    Domain domain = new Domain("b", new QuotaLimits(5, 6));
    String drawn = "0000000000000005 0000000000000006";
    golden(Codec.write(domain), drawn);
    assertThat(Codec.readDomain(octets("07 62"), octets(drawn))).isEqualTo(domain);
  }

  @Test
  void applicationPasswords() {
    golden(Schema.applicationPasswordKey(4, "k3"), "08 0000000000000004 6b33");
    ApplicationPassword entry = new ApplicationPassword("k3", "tv", Instant.ofEpochSecond(258));
    DirectoryRow.Secret row = new DirectoryRow.Secret(entry, "$x");
    String drawn = "0000000000000102 02 7476 02 2478";
    golden(Codec.write(row), drawn);
    assertThat(Codec.readApplicationPassword(octets("08 0000000000000004 6b33"), octets(drawn)))
        .isEqualTo(row);
  }

  @Test
  void system() {
    golden(Codec.write(new SystemRow(1, 2)), "00000001 0000000000000002");
    assertThat(Codec.readSystem(octets("00000001 0000000000000002").array()))
        .isEqualTo(new SystemRow(1, 2));
    assertThat(Codec.readSystem(octets("00000003 77").array()).format()).isEqualTo(3);
  }

  @Test
  void damaged() {
    byte[] key = Schema.damagedKey(1, 2, 3);
    golden(key, "06 0000000000000001 0000000000000002 0000000000000003");
    golden(Codec.write(DamagedLetter.Loss.CONTENT), "01");
    golden(Codec.write(DamagedLetter.Loss.FLAGS), "02");
    golden(Codec.write(DamagedLetter.Loss.MESSAGE), "03");
    assertThat(Codec.readDamaged(ByteBuffer.wrap(key), octets("02")))
        .isEqualTo(new DamagedLetter(new AccountId(1), 2, 3, DamagedLetter.Loss.FLAGS));
  }

  @Test
  void rowsThatDoNotFitAreNamedDamaged() {
    assertThatThrownBy(() -> Codec.readAccount(new byte[55])).isInstanceOf(DamagedRow.class);
    assertThatThrownBy(() -> Codec.readAccount(new byte[57])).isInstanceOf(DamagedRow.class);
    assertThatThrownBy(() -> Codec.readHot(octets("00 0000000000000001 05 61")))
        .isInstanceOf(DamagedRow.class);
    assertThatThrownBy(() -> Codec.readChange(octets("0000000000000002 09 00")))
        .isInstanceOf(DamagedRow.class);
    assertThatThrownBy(() -> Codec.readExpunged(octets("0000000000000002 01 0000")))
        .isInstanceOf(DamagedRow.class);
    assertThatThrownBy(() -> Codec.readExpunged(octets("0000000000000002 ffffffffffffffffffffff")))
        .isInstanceOf(DamagedRow.class);
  }

  @Test
  void longSetsAreCutIntoPieces() {
    UidSet.Builder builder = new UidSet.Builder();
    for (long uid = 1; uid < 20_000; uid += 2) {
      builder.add(uid);
    }
    UidSet set = builder.build();
    List<UidSet> pieces = UidSets.pieces(set);
    assertThat(pieces).hasSize(3);
    assertThat(pieces.stream().reduce(UidSet.EMPTY, UidSet::union)).isEqualTo(set);
    assertThat(UidSets.pieces(UidSet.EMPTY)).containsExactly(UidSet.EMPTY);
  }
}
