import jakarta.mail.BodyPart;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.BodyTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.OrTerm;
import jakarta.mail.search.SearchTerm;
import jakarta.mail.search.SubjectTerm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.SortTerm;

/** What Angus Mail sees of a mailbox, a line each: name, tab, value. Run from its source. */
class AngusReader {
  private static final String PLAIN =
      """
      From: =?utf-8?q?J=C3=B6rg?= <joerg@example.com>
      Subject: =?utf-8?q?gr=C3=BC=C3=9Fe?=
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: base64

      c2Now7ZuDQo=
      """;
  private static final String PARTS =
      """
      From: bob@example.com
      Subject: parts
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: text/plain

      see
      --b
      Content-Type: application/octet-stream; name=p.bin
      Content-Disposition: attachment; filename=p.bin
      Content-Transfer-Encoding: base64

      AAECAw==
      --b
      Content-Type: message/rfc822

      Subject: inner

      inside
      --b--
      """;

  public static void main(String[] arguments) throws Exception {
    Properties settings = new Properties();
    settings.put("mail.store.protocol", "imap");
    settings.put("mail.imap.minidletime", "1");
    Session session = Session.getInstance(settings);
    try (IMAPStore store = (IMAPStore) session.getStore("imap")) {
      store.connect("127.0.0.1", Integer.parseInt(arguments[0]), arguments[1], "pass");
      IMAPFolder inbox = (IMAPFolder) store.getFolder("INBOX");
      inbox.open(Folder.READ_WRITE);
      append(session, inbox);
      read(inbox);
      find(inbox);
      wait(store, session, inbox);
      move(store, inbox);
    }
  }

  private static void say(String name, Object value) {
    System.out.println(name + "\t" + value);
  }

  private static Message message(Session session, String text) throws Exception {
    byte[] octets = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    return new MimeMessage(session, new ByteArrayInputStream(octets));
  }

  private static void append(Session session, IMAPFolder inbox) throws Exception {
    Message seen = message(session, PLAIN);
    seen.setFlag(Flags.Flag.SEEN, true);
    var places =
        inbox.appendUIDMessages(
            new Message[] {seen, message(session, PARTS), message(session, PLAIN)});
    say("appended", Arrays.stream(places).map(place -> String.valueOf(place.uid)).toList());
    say("count", inbox.getMessageCount() + " " + inbox.getUnreadMessageCount());
  }

  private static void read(IMAPFolder inbox) throws Exception {
    Message[] messages = inbox.getMessages();
    FetchProfile profile = new FetchProfile();
    profile.add(FetchProfile.Item.ENVELOPE);
    profile.add(FetchProfile.Item.CONTENT_INFO);
    profile.add(FetchProfile.Item.FLAGS);
    profile.add(FetchProfile.Item.SIZE);
    profile.add(UIDFolder.FetchProfileItem.UID);
    inbox.fetch(messages, profile);
    for (Message message : messages) {
      ((IMAPMessage) message).setPeek(true);
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      message.writeTo(whole);
      say(
          "message",
          inbox.getUID(message)
              + " "
              + message.getSubject()
              + " "
              + message.getContentType().split(";")[0].toLowerCase()
              + " "
              + (whole.size() == message.getSize())
              + " "
              + message.isSet(Flags.Flag.SEEN));
    }
    say("text", messages[0].getContent().toString().strip());
    Multipart parts = (Multipart) messages[1].getContent();
    BodyPart attached = parts.getBodyPart(1);
    try (InputStream decoded = attached.getInputStream()) {
      say(
          "parts",
          parts.getCount()
              + " "
              + attached.getFileName()
              + " "
              + HexFormat.of().formatHex(decoded.readAllBytes()));
    }
    Message inner = (Message) parts.getBodyPart(2).getContent();
    say("inner", inner.getSubject() + " " + inner.getContent().toString().strip());
  }

  private static void find(IMAPFolder inbox) throws Exception {
    say("subject", numbers(inbox.search(new SubjectTerm("GRÜSSE".replace("SS", "ß")))));
    SearchTerm either =
        new OrTerm(new BodyTerm("schön"), new FlagTerm(new Flags(Flags.Flag.FLAGGED), true));
    say("either", numbers(inbox.search(either)));
    say(
        "sorted",
        numbers(inbox.getSortedMessages(new SortTerm[] {SortTerm.REVERSE, SortTerm.SIZE})));
    inbox.setFlags(new int[] {2}, new Flags("$Label"), true);
    say("label", numbers(inbox.search(new FlagTerm(new Flags("$Label"), true))));
  }

  private static void wait(IMAPStore store, Session session, IMAPFolder inbox) throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    inbox.addMessageCountListener(
        new MessageCountAdapter() {
          @Override
          public void messagesAdded(MessageCountEvent event) {
            arrived.countDown();
          }
        });
    Thread idler =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  try {
                    inbox.idle(true);
                  } catch (Exception e) {
                    say("idle failed", e);
                  }
                });
    store.getFolder("INBOX").appendMessages(new Message[] {message(session, PLAIN)});
    say("arrived", arrived.await(20, TimeUnit.SECONDS));
    idler.join(20_000);
  }

  private static void move(IMAPStore store, IMAPFolder inbox) throws Exception {
    Folder kept = store.getFolder("Kept");
    say("created", kept.create(Folder.HOLDS_MESSAGES));
    inbox.moveMessages(inbox.getMessages(1, 2), kept);
    say("moved", kept.getMessageCount() + " " + inbox.getMessageCount());
    inbox
        .getMessage(3)
        .setFlag(Flags.Flag.DELETED, true); // moved ones keep their numbers till expunge
    say("expunged", inbox.expunge().length);
  }

  private static String numbers(Message[] messages) {
    return Arrays.stream(messages)
        .map(each -> String.valueOf(each.getMessageNumber()))
        .toList()
        .toString();
  }
}
