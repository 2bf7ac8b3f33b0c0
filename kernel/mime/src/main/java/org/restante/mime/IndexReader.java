package org.restante.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.restante.mime.header.MailAddress;
import org.restante.mime.header.Parameter;

/** Reads the layout drawn in {@link MimeIndexCodec}. */
final class IndexReader {

  private final byte[] octets;
  private int at;
  private int depth;

  IndexReader(byte[] octets) {
    this.octets = octets;
  }

  MimeIndex read() {
    expectVersion();
    try {
      MimeIndex index = new MimeIndex(number(), part(0));
      require(at == octets.length);
      return index;
    } catch (IllegalArgumentException e) {
      throw new DamagedIndex("the parts do not fit together", e);
    }
  }

  /** The envelope of the letter, passing over what stands before it. */
  Envelope readEnvelope() {
    expectVersion();
    for (int number = 0; number < 5; number++) { // size, gap, header, body, lines
      number();
    }
    int flags = octet();
    require(IndexFlag.ENVELOPE.isIn(flags));
    skipContent(flags);
    return envelope();
  }

  private void expectVersion() {
    int version = octet();
    if (version != MimeIndexCodec.VERSION) {
      throw new UnknownIndexVersion(version);
    }
  }

  private MimePart part(long free) {
    require(++depth <= MimeLimits.DEEPEST);
    long headerStart = free + number();
    long bodyStart = headerStart + number();
    long end = bodyStart + number();
    long lines = number();
    int flags = octet();
    ContentFields content = content(flags);
    Envelope envelope = IndexFlag.ENVELOPE.isIn(flags) ? envelope() : null;
    List<MimePart> children = IndexFlag.CHILDREN.isIn(flags) ? children(bodyStart) : List.of();
    depth--;
    return new MimePart(headerStart, bodyStart, end, lines, content, envelope, children);
  }

  private ContentFields content(int flags) {
    String type = text();
    String subtype = text();
    List<Parameter> parameters = parameters();
    String encoding = text();
    return new ContentFields(
        type,
        subtype,
        parameters,
        IndexFlag.ID.isIn(flags) ? text() : null,
        IndexFlag.DESCRIPTION.isIn(flags) ? text() : null,
        encoding,
        IndexFlag.MD5.isIn(flags) ? text() : null,
        IndexFlag.DISPOSITION.isIn(flags) ? new Disposition(text(), parameters()) : null,
        IndexFlag.LANGUAGES.isIn(flags) ? list(this::text) : List.of(),
        IndexFlag.LOCATION.isIn(flags) ? text() : null);
  }

  private void skipContent(int flags) {
    skipTexts(2); // type, subtype
    skipParameters();
    skipTexts(1); // encoding
    skipTexts(count(flags, IndexFlag.ID, IndexFlag.DESCRIPTION, IndexFlag.MD5));
    if (IndexFlag.DISPOSITION.isIn(flags)) {
      skipTexts(1);
      skipParameters();
    }
    if (IndexFlag.LANGUAGES.isIn(flags)) {
      skipTexts(number());
    }
    skipTexts(count(flags, IndexFlag.LOCATION));
  }

  private void skipParameters() {
    skipTexts(2 * number());
  }

  private void skipTexts(long count) {
    require(count <= octets.length - at);
    for (long i = 0; i < count; i++) {
      long code = number();
      long length = code % 2 == 1 ? 0 : Math.max(0, code / 2 - 1);
      require(length <= octets.length - at);
      at += (int) length;
    }
  }

  private static int count(int flags, IndexFlag... wanted) {
    int count = 0;
    for (IndexFlag flag : wanted) {
      count += flag.isIn(flags) ? 1 : 0;
    }
    return count;
  }

  private List<MimePart> children(long bodyStart) {
    long[] free = {bodyStart};
    return list(
        () -> {
          MimePart child = part(free[0]);
          free[0] = child.end();
          return child;
        });
  }

  private Envelope envelope() {
    return new Envelope(
        textOrNull(),
        textOrNull(),
        addresses(),
        addresses(),
        addresses(),
        addresses(),
        addresses(),
        addresses(),
        textOrNull(),
        textOrNull());
  }

  private List<MailAddress> addresses() {
    return list(this::address);
  }

  private MailAddress address() {
    int form = octet();
    String none = IndexFlag.EMPTY_HOST.isIn(form) ? "" : null;
    return new MailAddress(
        IndexFlag.NAME.isIn(form) ? text() : null,
        IndexFlag.ROUTE.isIn(form) ? text() : null,
        IndexFlag.MAILBOX.isIn(form) ? text() : null,
        IndexFlag.HOST.isIn(form) ? text() : none);
  }

  private List<Parameter> parameters() {
    return list(() -> new Parameter(text(), text()));
  }

  private <T> List<T> list(Supplier<T> element) {
    long count = number();
    require(count <= octets.length - at);
    List<T> list = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      list.add(element.get());
    }
    return list;
  }

  private String text() {
    String text = textOrNull();
    if (text == null) {
      throw damaged();
    }
    return text;
  }

  private @Nullable String textOrNull() {
    long code = number();
    if (code == 0) {
      return null;
    }
    long count = code / 2;
    if (code % 2 == 1) {
      require(count < Wordbook.size());
      return Wordbook.word((int) count);
    }
    int length = (int) Math.min(count - 1, Integer.MAX_VALUE);
    require(length <= octets.length - at);
    at += length;
    return new String(octets, at - length, length, StandardCharsets.ISO_8859_1);
  }

  private long number() {
    long value = 0;
    int shift = 0;
    int octet;
    do {
      require(shift < 63);
      octet = octet();
      value |= (octet & 0x7fL) << shift;
      shift += 7;
    } while (octet > 0x7f);
    return value;
  }

  private int octet() {
    require(at < octets.length);
    return octets[at++] & 0xff;
  }

  private void require(boolean sound) {
    if (!sound) {
      throw damaged();
    }
  }

  private DamagedIndex damaged() {
    return new DamagedIndex("no index: octet " + at + " of " + octets.length, null);
  }
}
