package org.restante.mime.stored;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.mime.ContentFields;
import org.restante.mime.Disposition;
import org.restante.mime.MimeIndex;
import org.restante.mime.MimeLimits;
import org.restante.mime.MimePart;
import org.restante.mime.header.Parameter;

/**
 * A part of a stored index, its texts left where they lie: to be written out in another order
 * without making strings of them. What they mean is said in {@link MimePart} and {@link
 * ContentFields}. Made whole or not at all.
 */
public final class StoredPart {
  private final long headerStart;
  private final long bodyStart;
  private final long end;
  private final long bodyLines;
  private final StoredText type;
  private final StoredText subtype;
  private final List<StoredText> parameters;
  private final StoredText encoding;
  private final @Nullable StoredText id;
  private final @Nullable StoredText description;
  private final @Nullable StoredText md5;
  private final @Nullable StoredText disposition;
  private final List<StoredText> dispositionParameters;
  private final List<StoredText> languages;
  private final @Nullable StoredText location;
  private final @Nullable StoredEnvelope envelope;
  private final List<StoredPart> children;

  /** The letter of an index. */
  static StoredPart root(byte[] index) {
    IndexCursor in = new IndexCursor(index);
    in.expectVersion();
    long size = in.number();
    StoredPart root = new StoredPart(in, 0, 1);
    in.expectEnd();
    in.require(root.envelope != null && root.headerStart == 0 && root.end == size);
    return root;
  }

  /** Reads a part, and leaves the cursor behind it. */
  private StoredPart(IndexCursor in, long free, int depth) {
    in.require(depth <= MimeLimits.DEEPEST);
    headerStart = free + in.number();
    bodyStart = headerStart + in.number();
    end = bodyStart + in.number();
    in.require(free <= headerStart && headerStart <= bodyStart && bodyStart <= end);
    bodyLines = in.number();
    int flags = in.octet();
    type = in.storedText();
    subtype = in.storedText();
    parameters = in.storedTexts(2);
    encoding = in.storedText();
    id = IndexFlag.ID.isIn(flags) ? in.storedText() : null;
    description = IndexFlag.DESCRIPTION.isIn(flags) ? in.storedText() : null;
    md5 = IndexFlag.MD5.isIn(flags) ? in.storedText() : null;
    disposition = IndexFlag.DISPOSITION.isIn(flags) ? in.storedText() : null;
    dispositionParameters = disposition == null ? List.of() : in.storedTexts(2);
    languages = IndexFlag.LANGUAGES.isIn(flags) ? in.storedTexts(1) : List.of();
    location = IndexFlag.LOCATION.isIn(flags) ? in.storedText() : null;
    envelope = IndexFlag.ENVELOPE.isIn(flags) ? new StoredEnvelope(in) : null;
    children = IndexFlag.CHILDREN.isIn(flags) ? children(in, depth) : List.of();
  }

  private List<StoredPart> children(IndexCursor in, int depth) {
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
    return end - bodyStart;
  }

  public long bodyLines() {
    return bodyLines;
  }

  public StoredText type() {
    return type;
  }

  public StoredText subtype() {
    return subtype;
  }

  /** Names and values by turns. */
  public List<StoredText> parameters() {
    return parameters;
  }

  public StoredText encoding() {
    return encoding;
  }

  public @Nullable StoredText id() {
    return id;
  }

  public @Nullable StoredText description() {
    return description;
  }

  public @Nullable StoredText md5() {
    return md5;
  }

  public @Nullable StoredText disposition() {
    return disposition;
  }

  /** Names and values by turns. */
  public List<StoredText> dispositionParameters() {
    return dispositionParameters;
  }

  public List<StoredText> languages() {
    return languages;
  }

  public @Nullable StoredText location() {
    return location;
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
    return type.is("multipart");
  }

  /** The message in a message/rfc822 or message/global. */
  public Optional<StoredPart> message() {
    boolean message = type.is("message") && (subtype.is("rfc822") || subtype.is("global"));
    return message ? children.stream().findFirst() : Optional.empty();
  }

  /** The index that this is the root of, with strings. */
  MimeIndex decoded() {
    return new MimeIndex(end, decode());
  }

  private MimePart decode() {
    return new MimePart(
        headerStart,
        bodyStart,
        end,
        bodyLines,
        content(),
        envelope == null ? null : envelope.decode(),
        children.stream().map(StoredPart::decode).toList());
  }

  private ContentFields content() {
    return new ContentFields(
        type.toString(),
        subtype.toString(),
        decode(parameters),
        StoredText.string(id),
        StoredText.string(description),
        encoding.toString(),
        StoredText.string(md5),
        disposition == null
            ? null
            : new Disposition(disposition.toString(), decode(dispositionParameters)),
        languages.stream().map(StoredText::toString).toList(),
        StoredText.string(location));
  }

  private static List<Parameter> decode(List<StoredText> namesAndValues) {
    List<Parameter> parameters = new ArrayList<>(namesAndValues.size() / 2);
    for (int at = 0; at < namesAndValues.size(); at += 2) {
      String name = namesAndValues.get(at).toString();
      parameters.add(new Parameter(name, namesAndValues.get(at + 1).toString()));
    }
    return parameters;
  }
}
