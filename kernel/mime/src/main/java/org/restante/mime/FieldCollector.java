package org.restante.mime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the known fields of one header while its lines go by; forgets the others at once. */
final class FieldCollector {

  private static final int FIRST_ROOM = 128;

  private final boolean ofMessage;
  private final HeaderBudget budget;
  private final Map<KnownField, String> values = new EnumMap<>(KnownField.class);
  private byte[] kept = new byte[FIRST_ROOM];
  private int keptLength;
  private boolean cut;
  private final byte[] name = new byte[KnownField.LONGEST_NAME];
  private int nameLength;
  private boolean naming;
  private @Nullable KnownField field;

  FieldCollector(boolean ofMessage, HeaderBudget budget) {
    this.ofMessage = ofMessage;
    this.budget = budget;
  }

  /** Tells that a line begins, and with what; its octets are appended after. */
  void startLine(byte first) {
    // A name is never folded, so a line that goes on without a colon before it is no field.
    naming = first != ' ' && first != '\t';
    if (naming) {
      endField();
      nameLength = 0;
    }
  }

  /** Appends octets of the line, its line end among them. */
  void append(byte[] octets, int from, int to) {
    int start = naming ? readName(octets, from, to) : from;
    if (field != null) {
      int taken = budget.take(field, to - start);
      keep(octets, start, taken);
      cut |= taken < to - start;
    }
  }

  private void keep(byte[] octets, int from, int length) {
    int end = keptLength + length;
    if (end > kept.length) {
      kept = Arrays.copyOf(kept, Math.max(end, 2 * kept.length));
    }
    System.arraycopy(octets, from, kept, keptLength, length);
    keptLength = end;
  }

  /** The values of the header, unfolded; call at its end. */
  Map<KnownField, String> values() {
    endField();
    return Collections.unmodifiableMap(values);
  }

  private int readName(byte[] octets, int from, int to) {
    for (int i = from; i < to; i++) {
      if (octets[i] == ':') {
        naming = false;
        field = wanted(new String(name, 0, nameLength, StandardCharsets.ISO_8859_1));
        return i + 1;
      }
      if (nameLength == name.length) {
        naming = false;
        return to;
      }
      name[nameLength++] = octets[i];
    }
    return to;
  }

  private @Nullable KnownField wanted(String name) {
    KnownField known = KnownField.named(name.stripTrailing());
    if (known == null || (known.isOfEnvelope() && !ofMessage)) {
      return null;
    }
    return values.containsKey(known) && !known.isAddressList() ? null : known;
  }

  private void endField() {
    if (field != null && (!cut || leaveOutWhatIsCut(field))) {
      String value = HeaderField.unfold(kept, keptLength);
      values.merge(field, value, (first, more) -> more.isEmpty() ? first : first + "," + more);
    }
    field = null;
    keptLength = 0;
    cut = false;
  }

  /** Half an address would be another one; whether anything is left. */
  private boolean leaveOutWhatIsCut(KnownField known) {
    while (known.isAddressList() && keptLength > 0 && kept[keptLength - 1] != ',') {
      keptLength--;
    }
    return keptLength > 0;
  }
}
