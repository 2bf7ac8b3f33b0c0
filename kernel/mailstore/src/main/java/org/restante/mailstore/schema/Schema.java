package org.restante.mailstore.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.restante.keyvalue.KeyRange;
import org.restante.mailbox.MailboxName;

/**
 * Every row there is. Integers are big-endian; {@code n} is a number of 7 bits an octet, lowest
 * first; {@code text} is {@code length n | UTF-8}; {@code uids} is {@code ranges n | (gap n |
 * length - 1 n) ...}, a gap counting from the end of the range before.
 *
 * <pre>
 * in the partition of an account
 *
 *   account    01
 *              writer 8 | modSeq 8 | nextMailbox 8 | nextMessage 8 | lastUidValidity 8
 *              | octets 8 | messages 8
 *   mailbox    02 | mailbox 8
 *              name text, levels parted by NUL | special use 1, 00 for none | uidValidity 4
 *              | uidNext 8 | highestModSeq 8 | exists 8 | unseen 8 | deleted 8 | octets 8
 *              | recentFrom 8 | horizon 8 | expungedRows 8
 *   hot        03 | mailbox 8 | uid 8
 *              system flags 1 | modSeq 8 | keyword text ...
 *   cold       04 | mailbox 8 | uid 8
 *              message 8 | blob 32 | size 8 | internal date: second 8, offset in seconds 4
 *              | save date: second 8
 *              the link of the blob, owner message, tells: mailbox 8 | uid 8 | size 8
 *              | internal date: second 8, offset in seconds 4 | save date: second 8
 *   structure  05 | message 8
 *              MimeIndexCodec; no row where it would be longer than a value may be
 *   change     06 | modSeq 8 | part 2
 *              mailbox 8 | kind 1 | uids
 *   expunged   07 | mailbox 8 | modSeq 8 | part 2
 *              second 8 | uids
 *   delivered  08 | period 8 | delivery 16: SHA-256 of its id and the recipient's mailbox, cut off
 *              mailbox 8 | uid 8
 *   subscribed 09 | name, levels parted by NUL
 *              empty
 *   doomed     0a | mailbox 8: its messages are being removed
 *              empty
 *   retained   0b | second 8: when it was expunged | message 8
 *              mailbox 8 | name text, levels parted by NUL | uid 8 | the cold row as it was
 *              | system flags 1 | keyword text ...
 *              its link and its structure stay
 *   gone       0c | mailbox 8: deleted and retained; its messages, their links and its log stay
 *              second 8: when it was deleted | the mailbox row as it was
 *   usage      0d: what is retained, in mailboxes and out of them; no row for nothing
 *              octets 8 | messages 8
 *
 * in the system partition
 *
 *   system     01
 *              format 4 | nextAccount 8
 *   directory  02 | account 8
 *              state 1: 01 enabled, 02 limits of its own | quota octets 8 | quota messages 8
 *              | address text | alias text ...
 *   address    03 | address
 *              account 8
 *   credential 04 | account 8
 *              text, no length
 *   leaving    05 | account 8: its mail is being removed
 *              empty
 *   domain     07 | name
 *              quota octets 8 | quota messages 8
 *   application password
 *              08 | account 8 | id
 *              created second 8 | label text | credential text
 *   left       09 | account 8: deleted and retained; its partition stays
 *              second 8: when it was deleted | octets 8 | messages 8: of all its mail
 *              | (length n | key | length n | value) ...: its rows here as they were
 *   migration  0a: how far a migration is
 *              format 4: that it leads to | step 4 | account 8: it and those below are done
 *   damaged    06 | account 8 | mailbox 8 | uid 8: a message that is not whole
 *              lost 1: 01 its octets, 02 its flags, 03 all of it
 * </pre>
 */
public final class Schema {

  /** Of everything drawn above. */
  public static final int FORMAT = 2;

  private static final int ACCOUNT = 0x01;
  private static final int MAILBOX = 0x02;
  private static final int HOT = 0x03;
  private static final int COLD = 0x04;
  private static final int STRUCTURE = 0x05;
  private static final int CHANGE = 0x06;
  private static final int EXPUNGED = 0x07;
  private static final int DELIVERED = 0x08;
  private static final int SUBSCRIBED = 0x09;
  private static final int DOOMED = 0x0a;
  private static final int RETAINED = 0x0b;
  private static final int GONE = 0x0c;
  private static final int RETAINED_USAGE = 0x0d;

  private static final int SYSTEM = 0x01;
  private static final int DIRECTORY = 0x02;
  private static final int ADDRESS = 0x03;
  private static final int CREDENTIAL = 0x04;
  private static final int LEAVING = 0x05;
  private static final int DOMAIN = 0x07;
  private static final int APPLICATION_PASSWORD = 0x08;
  private static final int LEFT = 0x09;
  private static final int MIGRATION = 0x0a;
  private static final int DAMAGED = 0x06;

  private Schema() {}

  /** The account's own row. */
  public static byte[] accountKey() {
    return new byte[] {ACCOUNT};
  }

  public static byte[] mailboxKey(long mailbox) {
    return key(MAILBOX, mailbox);
  }

  public static KeyRange mailboxes() {
    return all(MAILBOX);
  }

  public static byte[] hotKey(long mailbox, long uid) {
    return key(HOT, mailbox, uid);
  }

  public static KeyRange hot(long mailbox) {
    return KeyRange.prefix(key(HOT, mailbox));
  }

  public static KeyRange hot(long mailbox, long firstUid, long lastUid) {
    return new KeyRange(key(HOT, mailbox, firstUid), key(HOT, mailbox, lastUid + 1));
  }

  public static byte[] coldKey(long mailbox, long uid) {
    return key(COLD, mailbox, uid);
  }

  public static KeyRange cold() {
    return all(COLD);
  }

  public static KeyRange cold(long mailbox) {
    return KeyRange.prefix(key(COLD, mailbox));
  }

  public static KeyRange cold(long mailbox, long firstUid, long lastUid) {
    return new KeyRange(key(COLD, mailbox, firstUid), key(COLD, mailbox, lastUid + 1));
  }

  /** Hot rows of all mailboxes. */
  public static KeyRange allHot() {
    return all(HOT);
  }

  /** Cold rows of all mailboxes. */
  public static KeyRange allCold() {
    return all(COLD);
  }

  /** The first key behind a mailbox in one of those ranges. */
  public static byte[] behind(KeyRange range, long mailbox) {
    return key(range.from()[0], mailbox + 1);
  }

  /** Hot and cold rows of all mailboxes. */
  public static KeyRange allMessages() {
    return new KeyRange(new byte[] {HOT}, new byte[] {STRUCTURE});
  }

  public static byte[] structureKey(long message) {
    return key(STRUCTURE, message);
  }

  public static KeyRange structures() {
    return all(STRUCTURE);
  }

  public static KeyRange structures(long firstMessage, long lastMessage) {
    return new KeyRange(key(STRUCTURE, firstMessage), key(STRUCTURE, lastMessage + 1));
  }

  public static byte[] changeKey(long modSeq, int part) {
    return new RowWriter(11).octet(CHANGE).int8(modSeq).int2(part).done();
  }

  public static KeyRange changes() {
    return all(CHANGE);
  }

  /** The log above a MODSEQ, up to another one, inclusive. */
  public static KeyRange changesAbove(long modSeq, long last) {
    return new KeyRange(key(CHANGE, modSeq + 1), key(CHANGE, last + 1));
  }

  /** The log from a MODSEQ, up to another one, exclusive. */
  public static KeyRange changesFrom(long modSeq, long end) {
    return new KeyRange(key(CHANGE, modSeq), key(CHANGE, end));
  }

  public static byte[] expungedKey(long mailbox, long modSeq, int part) {
    return new RowWriter(19).octet(EXPUNGED).int8(mailbox).int8(modSeq).int2(part).done();
  }

  public static KeyRange expunged(long mailbox) {
    return KeyRange.prefix(key(EXPUNGED, mailbox));
  }

  /** The log above a MODSEQ. */
  public static KeyRange expungedAbove(long mailbox, long modSeq) {
    return new KeyRange(key(EXPUNGED, mailbox, modSeq + 1), expunged(mailbox).to());
  }

  /** Token of a delivery: a digest of 16 octets, in a period of time. */
  public static byte[] deliveredKey(long period, byte[] digest) {
    return new RowWriter(25).octet(DELIVERED).int8(period).raw(digest).done();
  }

  public static KeyRange deliveredBelow(long period) {
    return new KeyRange(key(DELIVERED, 0), key(DELIVERED, period));
  }

  public static byte[] subscribedKey(MailboxName name) {
    byte[] text = Codec.joined(name).getBytes(UTF_8);
    return new RowWriter(1 + text.length).octet(SUBSCRIBED).raw(text).done();
  }

  public static KeyRange subscribed() {
    return all(SUBSCRIBED);
  }

  public static byte[] doomedKey(long mailbox) {
    return key(DOOMED, mailbox);
  }

  public static KeyRange doomed() {
    return all(DOOMED);
  }

  public static byte[] retainedKey(long second, long message) {
    return key(RETAINED, second, message);
  }

  public static KeyRange retained() {
    return all(RETAINED);
  }

  /** What was expunged before a second. */
  public static KeyRange retainedBefore(long second) {
    return new KeyRange(key(RETAINED, 0), key(RETAINED, second));
  }

  public static byte[] goneKey(long mailbox) {
    return key(GONE, mailbox);
  }

  public static KeyRange gone() {
    return all(GONE);
  }

  public static byte[] retainedUsageKey() {
    return new byte[] {RETAINED_USAGE};
  }

  public static byte[] systemKey() {
    return new byte[] {SYSTEM};
  }

  public static byte[] directoryKey(long account) {
    return key(DIRECTORY, account);
  }

  public static KeyRange directory() {
    return all(DIRECTORY);
  }

  public static byte[] addressKey(String address) {
    return key(ADDRESS, address);
  }

  public static byte[] domainKey(String name) {
    return key(DOMAIN, name);
  }

  public static KeyRange domains() {
    return all(DOMAIN);
  }

  public static byte[] applicationPasswordKey(long account, String id) {
    return new RowWriter(14)
        .octet(APPLICATION_PASSWORD)
        .int8(account)
        .raw(id.getBytes(UTF_8))
        .done();
  }

  /** Of one account. */
  public static KeyRange applicationPasswords(long account) {
    return KeyRange.prefix(key(APPLICATION_PASSWORD, account));
  }

  /** Whether this is the key of an address. */
  public static boolean isAddress(byte[] key) {
    return key[0] == ADDRESS;
  }

  public static KeyRange addresses() {
    return all(ADDRESS);
  }

  public static byte[] credentialKey(long account) {
    return key(CREDENTIAL, account);
  }

  public static KeyRange credentials() {
    return all(CREDENTIAL);
  }

  public static byte[] leavingKey(long account) {
    return key(LEAVING, account);
  }

  public static KeyRange leaving() {
    return all(LEAVING);
  }

  public static byte[] leftKey(long account) {
    return key(LEFT, account);
  }

  public static KeyRange left() {
    return all(LEFT);
  }

  public static byte[] migrationKey() {
    return new byte[] {MIGRATION};
  }

  public static byte[] damagedKey(long account, long mailbox, long uid) {
    return new RowWriter(25).octet(DAMAGED).int8(account).int8(mailbox).int8(uid).done();
  }

  public static KeyRange damaged(long account) {
    return KeyRange.prefix(key(DAMAGED, account));
  }

  public static KeyRange damaged() {
    return all(DAMAGED);
  }

  /** The number behind the class octet: a mailbox, message, MODSEQ or account. */
  public static long number(ByteBuffer key) {
    return key.getLong(key.position() + 1);
  }

  /** The UID, or MODSEQ, behind class and mailbox. */
  public static long second(ByteBuffer key) {
    return key.getLong(key.position() + 9);
  }

  /** The part of what one commit logged, at the end of the key. */
  public static int part(ByteBuffer key) {
    return Short.toUnsignedInt(key.getShort(key.limit() - Short.BYTES));
  }

  private static byte[] key(int rowClass, String name) {
    byte[] text = name.getBytes(UTF_8);
    return new RowWriter(1 + text.length).octet(rowClass).raw(text).done();
  }

  private static byte[] key(int rowClass, long number) {
    return new RowWriter(9).octet(rowClass).int8(number).done();
  }

  private static byte[] key(int rowClass, long mailbox, long number) {
    return new RowWriter(17).octet(rowClass).int8(mailbox).int8(number).done();
  }

  private static KeyRange all(int rowClass) {
    return new KeyRange(new byte[] {(byte) rowClass}, new byte[] {(byte) (rowClass + 1)});
  }
}
