package org.restante.archive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a server knows about a letter.
 *
 * @param mailbox the mailbox's number in this archive
 * @param uid its UID; in a mailbox that is not exact, any number that rises
 * @param flags system flags and keywords
 * @param internalDate INTERNALDATE, RFC 3339 with its offset
 * @param saveDate when it came into the mailbox (RFC 8514), RFC 3339
 * @param size its octets
 * @param sha256 of its octets, in hexadecimal
 */
public record ArchivedLetter(
    long mailbox,
    long uid,
    List<String> flags,
    String internalDate,
    Optional<String> saveDate,
    long size,
    Optional<String> sha256) {

  /** Copies the list. */
  public ArchivedLetter {
    flags = List.copyOf(flags);
  }

  /** Its place, as messages to the operator name it. */
  public String place() {
    return "mail/" + mailbox + "/" + uid;
  }

  /** The same letter under other numbers. */
  public ArchivedLetter at(long otherMailbox, long otherUid) {
    return new ArchivedLetter(otherMailbox, otherUid, flags, internalDate, saveDate, size, sha256);
  }

  Map<String, Object> json() {
    Map<String, Object> json = new HashMap<>();
    json.put("mailbox", mailbox);
    json.put("uid", uid);
    json.put("flags", flags);
    json.put("internalDate", internalDate);
    json.put("size", size);
    saveDate.ifPresent(date -> json.put("saveDate", date));
    sha256.ifPresent(digest -> json.put("sha256", digest));
    return json;
  }

  static ArchivedLetter of(Map<String, Object> json) {
    return new ArchivedLetter(
        ArchivedMailbox.number(json.get("mailbox")),
        ArchivedMailbox.number(json.get("uid")),
        json.get("flags") instanceof List<?> list
            ? list.stream().map(String::valueOf).toList()
            : List.of(),
        String.valueOf(json.get("internalDate")),
        Optional.ofNullable(json.get("saveDate")).map(Object::toString),
        ArchivedMailbox.number(json.get("size")),
        Optional.ofNullable(json.get("sha256")).map(Object::toString));
  }
}
