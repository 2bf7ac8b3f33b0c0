package org.restante.admin.api;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.account.AccountId;
import org.restante.mail.MailStore;
import org.restante.mime.Envelope;
import org.restante.mime.MimeIndex;
import org.restante.mime.header.EncodedWords;
import org.restante.mime.header.MailAddress;
import org.restante.retention.RetainedMessage;
import org.restante.retention.Retention;

/** Retained messages of an account as the API shows them, those removed last first. */
record RetainedList(AccountId account, Retention retention, MailStore store) {

  /** Ids of all that were removed at a time or later. */
  List<Long> ids(Instant since) {
    List<Long> ids = new ArrayList<>();
    retention.messages(
        account,
        message -> {
          boolean wanted = !message.removed().isBefore(since);
          if (wanted) {
            ids.add(message.messageId());
          }
          return wanted;
        });
    return ids;
  }

  List<Map<String, @Nullable Object>> shown(Instant since, int most) {
    List<RetainedMessage> found = new ArrayList<>();
    retention.messages(
        account,
        message -> {
          boolean wanted = !message.removed().isBefore(since);
          if (wanted) {
            found.add(message);
          }
          return wanted && found.size() < most;
        });
    Map<Long, String> names = new HashMap<>();
    store
        .mailboxes(account)
        .forEach(mailbox -> names.put(mailbox.ref().mailbox(), mailbox.name().text('/')));
    return found.stream().map(message -> show(message, names)).toList();
  }

  private Map<String, @Nullable Object> show(RetainedMessage message, Map<Long, String> names) {
    Map<String, @Nullable Object> shown = new HashMap<>();
    shown.put("id", message.messageId());
    shown.put("removed", message.removed().toString());
    // null: the mailbox is gone too
    shown.put("mailbox", names.get(message.mailbox()));
    shown.put("uid", message.uid());
    shown.put("size", message.size());
    shown.put("date", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(message.internalDate()));
    Envelope envelope =
        retention.index(account, message.messageId()).map(MimeIndex::envelope).orElse(null);
    shown.put("from", envelope == null ? null : from(envelope));
    String subject = envelope == null ? null : envelope.subject();
    shown.put("subject", subject == null ? null : EncodedWords.decode(subject));
    return shown;
  }

  private static @Nullable String from(Envelope envelope) {
    if (envelope.from().isEmpty()) {
      return null;
    }
    MailAddress first = envelope.from().getFirst();
    return EncodedWords.decode(first.mailbox() + "@" + first.host());
  }
}
