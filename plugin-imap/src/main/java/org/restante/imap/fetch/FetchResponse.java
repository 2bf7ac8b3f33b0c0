package org.restante.imap.fetch;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.restante.imap.extension.Feature;
import org.restante.imap.letter.ObjectIds;
import org.restante.imap.letter.OpenLetter;
import org.restante.imap.meter.ImapFigures;
import org.restante.imap.preview.Preview;
import org.restante.imap.section.BinaryPart;
import org.restante.imap.section.BodySection;
import org.restante.imap.section.Structure;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.MessageResponse;
import org.restante.imap.session.Refused;
import org.restante.imap.session.Selected;
import org.restante.imap.syntax.DateSyntax;
import org.restante.imap.syntax.ImapWriter;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.message.MessageContent;
import org.restante.message.UidSet;
import org.restante.mime.HeaderBlock;
import org.restante.mime.OctetRange;
import org.restante.refusal.DamagedMessage;

/**
 * FETCH responses of one snapshot, a message at a time.
 *
 * @rfc 3501 7.4.2
 */
final class FetchResponse {
  private final ImapFigures figures;
  private final ImapWriter out;
  private final MessageResponse line;
  private final List<FetchItem> items;
  private final UidSet marked;
  private final boolean structured;
  // What a message that was marked as read has to be told of besides.
  private final List<FetchItem.Field> untold;
  private @Nullable RuntimeException failure;

  FetchResponse(
      Conversation conversation,
      Selected selected,
      MailboxSnapshot snapshot,
      List<FetchItem> items,
      UidSet marked) {
    this.figures = conversation.figures();
    this.out = conversation.out();
    this.line = new MessageResponse(conversation, selected, snapshot.view());
    this.items = items;
    this.marked = marked;
    this.structured =
        Stream.of(FetchItem.Field.ENVELOPE, FetchItem.Field.BODY, FetchItem.Field.BODYSTRUCTURE)
            .anyMatch(items::contains);
    this.untold =
        Stream.of(FetchItem.Field.UID, FetchItem.Field.FLAGS, FetchItem.Field.MODSEQ)
            .filter(field -> field == FetchItem.Field.FLAGS || conversation.has(Feature.CONDSTORE))
            .filter(field -> field != FetchItem.Field.UID || !conversation.has(Feature.UIDONLY))
            .filter(field -> !items.contains(field))
            .toList();
  }

  /** Answers from the view alone. */
  void write(long uid) {
    line.start(uid);
    String gap = "";
    for (FetchItem item : items) {
      out.raw(gap);
      inView((FetchItem.Field) item, uid);
      gap = " ";
    }
    end(uid);
  }

  /** Answers for a message; one that can't be answered for is left out and remembered. */
  boolean write(OpenLetter open) {
    long uid = open.message().uid();
    try (open) {
      requireEncodings(open);
      if (structured) {
        open.structure(); // where it can't be had, no word of the message is said
      }
      line.start(uid);
      String gap = "";
      for (FetchItem item : items) {
        out.raw(gap);
        write(item, open);
        gap = " ";
      }
    } catch (DamagedMessage | Refused left) {
      if (!out.abandon()) {
        throw left;
      }
      failure = left;
      return true;
    }
    end(uid);
    return true;
  }

  /** Refuses what can't be decoded before a word of the message is said. */
  private void requireEncodings(OpenLetter open) {
    for (FetchItem item : items) {
      if (item instanceof FetchItem.Binary binary) {
        BinaryPart.of(open, binary.path());
      } else if (item instanceof FetchItem.BinarySize size) {
        BinaryPart.of(open, size.path());
      }
    }
  }

  /** Fails if a message was left out. */
  void throwFailure() {
    if (failure != null) {
      throw failure;
    }
  }

  /**
   * Tells the flags that fetching has changed.
   *
   * @rfc 7162 3.2.4
   */
  private void end(long uid) {
    if (marked.contains(uid)) {
      untold.forEach(
          field -> {
            out.raw(' ');
            inView(field, uid);
          });
    }
    out.raw(')').endLine();
  }

  private void inView(FetchItem.Field field, long uid) {
    switch (field) {
      case UID -> out.raw("UID ").number(uid);
      case MODSEQ -> line.modSeq(uid);
      case FLAGS -> {
        line.flags(uid);
        figures.item(ImapFigures.Item.FLAGS);
      }
      case INTERNALDATE, SIZE, SAVEDATE, EMAILID, THREADID, ENVELOPE, BODY, BODYSTRUCTURE ->
          throw new IllegalArgumentException(field + " is not in a view");
    }
  }

  private void write(FetchItem item, OpenLetter open) {
    switch (item) {
      case FetchItem.Field field -> write(field, open);
      case FetchItem.Content content -> write(content, open);
      case FetchItem.Binary binary -> write(binary, open);
      case FetchItem.BinarySize size ->
          out.raw(size.label())
              .raw(' ')
              .number(
                  BinaryPart.of(open, size.path()).map(part -> part.extent().size()).orElse(0L));
      case FetchItem.FirstWords words ->
          out.raw("PREVIEW ").string(ImapWriter.octets(Preview.of(open)));
    }
  }

  private void write(FetchItem.Field field, OpenLetter open) {
    switch (field) {
      case FLAGS, UID, MODSEQ -> inView(field, open.message().uid());
      case INTERNALDATE ->
          DateSyntax.write(out.raw(field.label()).raw(' '), open.message().internalDate());
      case SIZE -> out.raw(field.label()).raw(' ').number(open.message().size());
      case SAVEDATE ->
          DateSyntax.write(
              out.raw(field.label()).raw(' '), open.message().saveDate().atOffset(ZoneOffset.UTC));
      case EMAILID -> objectId(field, ObjectIds.email(open.message()));
      case THREADID -> objectId(field, ObjectIds.thread(open));
      case ENVELOPE -> {
        Structure.envelope(out.raw(field.label()).raw(' '), open.structure().expectEnvelope());
        figures.item(ImapFigures.Item.ENVELOPE);
      }
      case BODY, BODYSTRUCTURE -> {
        boolean extended = field == FetchItem.Field.BODYSTRUCTURE;
        Structure.body(out.raw(field.label()).raw(' '), open.structure(), extended);
        figures.item(ImapFigures.Item.STRUCTURE);
      }
    }
  }

  private void objectId(FetchItem.Field field, String id) {
    out.raw(field.label()).raw(" (").raw(id).raw(')');
  }

  /** A part that the letter has not is NIL. */
  private void write(FetchItem.Binary item, OpenLetter open) {
    out.raw(item.label()).raw(' ');
    Optional<BinaryPart> part = BinaryPart.of(open, item.path());
    if (part.isEmpty()) {
      out.raw("NIL");
    } else {
      long octets = part.get().write(out, item.partial());
      figures.item(ImapFigures.Item.SECTION);
      boolean partial = item.partial().isPresent();
      figures.body(partial ? ImapFigures.Body.PARTIAL : ImapFigures.Body.FULL, octets);
    }
  }

  /** A section that the letter has not is NIL. */
  private void write(FetchItem.Content item, OpenLetter open) {
    out.raw(item.label()).raw(' ');
    Optional<OctetRange> range = locate(item.section(), open);
    if (range.isEmpty()) {
      out.raw("NIL");
    } else if (item.section().fields().isEmpty()) {
      OctetRange wanted = item.partial().map(part -> part.of(range.get())).orElse(range.get());
      stream(open, wanted);
      count(item, wanted.length());
    } else {
      fields(item, open.header(range.get()));
    }
  }

  /** The whole letter is found without its index. */
  private static Optional<OctetRange> locate(BodySection section, OpenLetter open) {
    return section.isLetter()
        ? Optional.of(new OctetRange(0, open.message().size()))
        : open.index().locate(section.place());
  }

  /** Content is not opened for an empty range. */
  private void stream(OpenLetter open, OctetRange range) {
    if (range.length() == 0) {
      out.literal(0);
    } else {
      MessageContent content = open.content();
      out.literal(content::read, range.offset(), range.length());
    }
  }

  private void fields(FetchItem.Content item, HeaderBlock header) {
    BodySection section = item.section();
    byte[] chosen = header.select(Set.copyOf(section.fields()), section.not());
    OctetRange all = new OctetRange(0, chosen.length);
    OctetRange wanted = item.partial().map(part -> part.of(all)).orElse(all);
    out.literal(chosen, (int) wanted.offset(), (int) wanted.length());
    count(item, wanted.length());
  }

  private void count(FetchItem.Content item, long octets) {
    if (item.section().isHeader()) {
      figures.item(ImapFigures.Item.HEADERS);
      figures.body(ImapFigures.Body.HEADERS, octets);
    } else {
      boolean full = item.section().isLetter();
      figures.item(full ? ImapFigures.Item.FULL : ImapFigures.Item.SECTION);
      boolean partial = item.partial().isPresent();
      figures.body(partial ? ImapFigures.Body.PARTIAL : ImapFigures.Body.FULL, octets);
    }
  }
}
