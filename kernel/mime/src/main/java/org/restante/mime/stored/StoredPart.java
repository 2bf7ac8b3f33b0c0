package org.restante.mime.stored;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.mime.ContentFields;
import org.restante.mime.MimeLimits;
import org.restante.mime.MimePart;

/**
 * A part of a stored index: where its fields lie, so that they can be written out in another order
 * without making strings of them. What they mean is said in {@link MimePart} and {@link
 * ContentFields}. Made whole or not at all: once there is one, everything in it can be read.
 */
public final class StoredPart {
  /** No field begins where the version stands. */
  private static final int ABSENT = 0;

  private final byte[] octets;
  private final long end;
  private final long bodyOctets;
  private final long bodyLines;
  private final int type;
  private final int parameters;
  private final int encoding;
  private final int id;
  private final int description;
  private final int md5;
  private final int disposition;
  private final int languages;
  private final int location;
  private final @Nullable StoredEnvelope envelope;
  private final List<StoredPart> children;

  /** The letter of an index. */
  static StoredPart root(byte[] index) {
    IndexCursor in = new IndexCursor(index);
    in.expectVersion();
    long size = in.number();
    StoredPart root = new StoredPart(in, 0, 1);
    in.expectEnd();
    in.require(root.envelope != null && root.end == size);
    return root;
  }

  /** Finds the fields, and leaves the cursor behind them. */
  private StoredPart(IndexCursor in, long free, int depth) {
    in.require(depth <= MimeLimits.DEEPEST);
    octets = in.octets();
    long bodyStart = free + in.number() + in.number();
    bodyOctets = in.number();
    end = bodyStart + bodyOctets;
    in.require(free <= bodyStart && bodyStart <= end);
    bodyLines = in.number();
    int flags = in.octet();
    type = texts(in, true, 2);
    parameters = groups(in, true, 2);
    encoding = texts(in, true, 1);
    id = texts(in, IndexFlag.ID.isIn(flags), 1);
    description = texts(in, IndexFlag.DESCRIPTION.isIn(flags), 1);
    md5 = texts(in, IndexFlag.MD5.isIn(flags), 1);
    disposition = texts(in, IndexFlag.DISPOSITION.isIn(flags), 1);
    groups(in, disposition != ABSENT, 2);
    languages = groups(in, IndexFlag.LANGUAGES.isIn(flags), 1);
    location = texts(in, IndexFlag.LOCATION.isIn(flags), 1);
    envelope = IndexFlag.ENVELOPE.isIn(flags) ? new StoredEnvelope(in) : null;
    children = IndexFlag.CHILDREN.isIn(flags) ? children(in, bodyStart, depth) : List.of();
  }

  private static int texts(IndexCursor in, boolean present, int count) {
    int at = in.at();
    in.skipTexts(present ? count : 0);
    return present ? at : ABSENT;
  }

  private static int groups(IndexCursor in, boolean present, int group) {
    int at = in.at();
    in.skipTexts(present ? group * in.count() : 0);
    return present ? at : ABSENT;
  }

  private List<StoredPart> children(IndexCursor in, long bodyStart, int depth) {
    StoredPart[] parts = new StoredPart[in.count()];
    long free = bodyStart;
    for (int i = 0; i < parts.length; i++) {
      parts[i] = new StoredPart(in, free, depth + 1);
      free = parts[i].end;
    }
    in.require(free <= end);
    return Arrays.asList(parts);
  }

  public long bodyOctets() {
    return bodyOctets;
  }

  public long bodyLines() {
    return bodyLines;
  }

  public StoredText type() {
    return in(type).storedText();
  }

  public StoredText subtype() {
    IndexCursor in = in(type);
    in.skipTexts(1);
    return in.storedText();
  }

  /** Names and values by turns. */
  public List<StoredText> parameters() {
    return in(parameters).storedTexts(2);
  }

  public StoredText encoding() {
    return in(encoding).storedText();
  }

  public @Nullable StoredText id() {
    return textIfAny(id);
  }

  public @Nullable StoredText description() {
    return textIfAny(description);
  }

  public @Nullable StoredText md5() {
    return textIfAny(md5);
  }

  public @Nullable StoredText disposition() {
    return textIfAny(disposition);
  }

  /** Names and values by turns, of a disposition that there is. */
  public List<StoredText> dispositionParameters() {
    IndexCursor in = in(disposition);
    in.skipTexts(1);
    return in.storedTexts(2);
  }

  public List<StoredText> languages() {
    return languages == ABSENT ? List.of() : in(languages).storedTexts(1);
  }

  public @Nullable StoredText location() {
    return textIfAny(location);
  }

  /** Of a message, the letter itself or one inside a part; or else null. */
  public @Nullable StoredEnvelope envelope() {
    return envelope;
  }

  /** The envelope of a message, which has one. */
  public StoredEnvelope expectEnvelope() {
    return Objects.requireNonNull(envelope);
  }

  public List<StoredPart> children() {
    return children;
  }

  public boolean isMultipart() {
    return type().is("multipart");
  }

  /** The message in a message/rfc822 or message/global. */
  public Optional<StoredPart> message() {
    boolean message = type().is("message") && (subtype().is("rfc822") || subtype().is("global"));
    return message ? children.stream().findFirst() : Optional.empty();
  }

  private @Nullable StoredText textIfAny(int at) {
    return at == ABSENT ? null : in(at).storedText();
  }

  private IndexCursor in(int at) {
    return new IndexCursor(octets, at);
  }
}
