package org.restante.archive;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox in an archive.
 *
 * @param id its number in this archive; 0: only a subscribed name
 * @param name with {@code /} between its levels
 * @param specialUse an attribute of RFC 6154, such as {@code \Sent}
 * @param subscribed whether its name is subscribed
 * @param uidValidity its UIDVALIDITY; 0 where its letters are to get new UIDs
 * @param uidNext its UIDNEXT; 0 likewise
 */
public record ArchivedMailbox(
    long id,
    String name,
    Optional<String> specialUse,
    boolean subscribed,
    long uidValidity,
    long uidNext) {

  /** Whether its letters keep their UIDs. */
  public boolean exact() {
    return uidValidity != 0;
  }

  Map<String, Object> json() {
    Map<String, Object> json = new HashMap<>();
    json.put("name", name);
    json.put("subscribed", subscribed);
    specialUse.ifPresent(use -> json.put("specialUse", use));
    if (id != 0) {
      json.put("id", id);
    }
    if (exact()) {
      json.put("uidValidity", uidValidity);
      json.put("uidNext", uidNext);
    }
    return json;
  }

  static ArchivedMailbox of(Map<String, Object> json) {
    return new ArchivedMailbox(
        number(json.get("id")),
        String.valueOf(json.get("name")),
        Optional.ofNullable(json.get("specialUse")).map(Object::toString),
        Boolean.TRUE.equals(json.get("subscribed")),
        number(json.get("uidValidity")),
        number(json.get("uidNext")));
  }

  static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }
}
