package org.restante.mime.stored;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.restante.mime.ContentFields;
import org.restante.mime.Disposition;
import org.restante.mime.Envelope;
import org.restante.mime.MimeIndex;
import org.restante.mime.MimeLimits;
import org.restante.mime.MimePart;
import org.restante.mime.header.MailAddress;
import org.restante.mime.header.Parameter;

/** Reads the layout drawn in {@link MimeIndexCodec}. */
final class IndexReader {

  private final IndexCursor in;
  private int depth;

  IndexReader(IndexCursor in) {
    this.in = in;
  }

  MimeIndex read() {
    in.expectVersion();
    try {
      MimeIndex index = new MimeIndex(in.number(), part(0));
      in.expectEnd();
      return index;
    } catch (IllegalArgumentException e) {
      throw new DamagedIndex("the parts do not fit together", e);
    }
  }

  private MimePart part(long free) {
    in.require(++depth <= MimeLimits.DEEPEST);
    long headerStart = free + in.number();
    long bodyStart = headerStart + in.number();
    long end = bodyStart + in.number();
    long lines = in.number();
    int flags = in.octet();
    ContentFields content = content(flags);
    Envelope envelope = IndexFlag.ENVELOPE.isIn(flags) ? envelope() : null;
    List<MimePart> children = IndexFlag.CHILDREN.isIn(flags) ? children(bodyStart) : List.of();
    depth--;
    return new MimePart(headerStart, bodyStart, end, lines, content, envelope, children);
  }

  private ContentFields content(int flags) {
    String type = in.text();
    String subtype = in.text();
    List<Parameter> parameters = parameters();
    String encoding = in.text();
    return new ContentFields(
        type,
        subtype,
        parameters,
        IndexFlag.ID.isIn(flags) ? in.text() : null,
        IndexFlag.DESCRIPTION.isIn(flags) ? in.text() : null,
        encoding,
        IndexFlag.MD5.isIn(flags) ? in.text() : null,
        IndexFlag.DISPOSITION.isIn(flags) ? new Disposition(in.text(), parameters()) : null,
        IndexFlag.LANGUAGES.isIn(flags) ? list(in::text) : List.of(),
        IndexFlag.LOCATION.isIn(flags) ? in.text() : null);
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

  Envelope envelope() {
    return new Envelope(
        in.textOrNull(),
        in.textOrNull(),
        addresses(),
        addresses(),
        addresses(),
        addresses(),
        addresses(),
        addresses(),
        in.textOrNull(),
        in.textOrNull());
  }

  private List<MailAddress> addresses() {
    return list(this::address);
  }

  private MailAddress address() {
    int form = in.octet();
    String none = IndexFlag.EMPTY_HOST.isIn(form) ? "" : null;
    return new MailAddress(
        IndexFlag.NAME.isIn(form) ? in.text() : null,
        IndexFlag.ROUTE.isIn(form) ? in.text() : null,
        IndexFlag.MAILBOX.isIn(form) ? in.text() : null,
        IndexFlag.HOST.isIn(form) ? in.text() : none);
  }

  private List<Parameter> parameters() {
    return list(() -> new Parameter(in.text(), in.text()));
  }

  private <T> List<T> list(Supplier<T> element) {
    int count = in.count();
    List<T> list = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      list.add(element.get());
    }
    return list;
  }
}
