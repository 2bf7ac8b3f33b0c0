package org.restante.imap.fetch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.restante.imap.letter.OpenLetter;
import org.restante.imap.meter.ImapFigures;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Feature;
import org.restante.imap.session.MessageResponse;
import org.restante.imap.session.Selected;
import org.restante.imap.syntax.DateSyntax;
import org.restante.imap.syntax.ImapWriter;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.message.MessageContent;
import org.restante.message.StoredMessage;
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
  private final MailboxSnapshot snapshot;
  private final List<FetchItem> items;
  private final UidSet marked;
  // What a message that was marked as read has to be told of besides.
  private final List<FetchItem.Field> untold;
  private @Nullable DamagedMessage damage;

  FetchResponse(
      Conversation conversation,
      Selected selected,
      MailboxSnapshot snapshot,
      List<FetchItem> items,
      UidSet marked) {
    this.figures = conversation.figures();
    this.out = conversation.out();
    this.line = new MessageResponse(conversation, selected, snapshot.view());
    this.snapshot = snapshot;
    this.items = items;
    this.marked = marked;
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

  /** Answers for a message; a damaged one is left out and remembered. */
  boolean write(StoredMessage message) {
    line.start(message.uid());
    try (OpenLetter open = new OpenLetter(snapshot, message)) {
      String gap = "";
      for (FetchItem item : items) {
        out.raw(gap);
        write(item, open);
        gap = " ";
      }
    } catch (DamagedMessage damaged) {
      if (!out.abandon()) {
        throw damaged;
      }
      damage = damaged;
      return true;
    }
    end(message.uid());
    return true;
  }

  /** Fails if a message was left out. */
  void throwDamage() {
    if (damage != null) {
      throw damage;
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
      case INTERNALDATE, SIZE, ENVELOPE, BODY, BODYSTRUCTURE ->
          throw new IllegalArgumentException(field + " is not in a view");
    }
  }

  private void write(FetchItem item, OpenLetter open) {
    switch (item) {
      case FetchItem.Field field -> write(field, open);
      case FetchItem.Content content -> write(content, open);
    }
  }

  private void write(FetchItem.Field field, OpenLetter open) {
    switch (field) {
      case FLAGS, UID, MODSEQ -> inView(field, open.message().uid());
      case INTERNALDATE ->
          DateSyntax.write(out.raw(field.label()).raw(' '), open.message().internalDate());
      case SIZE -> out.raw(field.label()).raw(' ').number(open.message().size());
      case ENVELOPE -> {
        Structure.envelope(out.raw(field.label()).raw(' '), open.index().envelope());
        figures.item(ImapFigures.Item.ENVELOPE);
      }
      case BODY, BODYSTRUCTURE -> {
        boolean extended = field == FetchItem.Field.BODYSTRUCTURE;
        Structure.body(out.raw(field.label()).raw(' '), open.index().root(), extended);
        figures.item(ImapFigures.Item.STRUCTURE);
      }
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
