package org.restante.admin.api;

import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.restante.account.Account;
import org.restante.admin.http.Answer;
import org.restante.admin.http.Request;
import org.restante.mail.MailStore;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.message.AppendOutcome;
import org.restante.message.Flags;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;
import org.restante.refusal.MailboxExists;

/** Letters that come in over the API: appended as they are. */
record Upload(MailStore store) {

  private static final int PIECE = 64 * 1024;

  Answer into(Account account, Request request) throws IOException {
    MailboxName name = MailboxName.parse(request.parameter("mailbox").orElse("INBOX"), '/');
    OffsetDateTime date =
        request.parameter("date").map(text -> Times.date(text, "date")).orElseGet(Upload::now);
    try (MessageDraft draft = store.draft()) {
      copy(request.body(), draft);
      Mailbox mailbox = findOrCreate(account, name);
      NewMessage message = new NewMessage(draft, flags(request.parameter("flags")), date);
      AppendOutcome outcome = store.append(mailbox.ref(), List.of(message));
      return new Answer(201, Map.of("uid", outcome.uids().first(0), "mailbox", name.text('/')));
    }
  }

  static OffsetDateTime now() {
    return OffsetDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
  }

  static void copy(InputStream from, MessageDraft to) throws IOException {
    byte[] piece = new byte[PIECE];
    for (int count = from.read(piece); count >= 0; count = from.read(piece)) {
      to.write(piece, 0, count);
    }
  }

  private Mailbox findOrCreate(Account account, MailboxName name) {
    Optional<Mailbox> there = store.mailbox(account.id(), name);
    if (there.isPresent()) {
      return there.get();
    }
    try {
      return store.create(account.id(), name, Optional.empty());
    } catch (MailboxExists madeMeanwhile) {
      return store.mailbox(account.id(), name).orElseThrow(() -> madeMeanwhile);
    }
  }

  private static Flags flags(Optional<String> list) {
    return list.map(text -> FlagNames.flags(Arrays.asList(text.split(",")))).orElse(Flags.NONE);
  }
}
