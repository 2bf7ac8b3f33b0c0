package org.restante.bench.weaving;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.account.Authenticator;
import org.restante.account.QuotaLimits;
import org.restante.core.sasl.MechanismTable;
import org.restante.core.weaving.Weaving;
import org.restante.mail.MailStore;
import org.restante.mailbox.MailboxName;
import org.restante.mailstore.EngineMailStore;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.message.Flags;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;
import org.restante.protocol.ProtocolPlugin;
import org.restante.protocol.ProtocolSession;
import org.restante.sasl.Sasl;
import org.restante.testkit.account.PlainAuthenticator;
import org.restante.testkit.corpus.Corpus;
import org.restante.testkit.engine.MemoryEngine;

/**
 * Runs the same commands through both plugins, a round each in turn: many short ones, which are
 * mostly parsed, and FETCH of envelopes, structures and texts, which are mostly rendered.
 */
public final class WovenCost {
  private static final String PLUGIN = "org.restante.imap.";
  private static final int LETTERS = 400;
  private static final List<String> COMMANDS =
      List.of(
          "UID FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE)",
          "FETCH 1:100 (UID BODY.PEEK[HEADER.FIELDS (From To Cc Subject Date Message-ID)])",
          "FETCH 1:50 (BODY.PEEK[])",
          "UID SEARCH OR (FROM \"a\" UNSEEN) (NOT SUBJECT \"zzz\" LARGER 100)",
          "STATUS INBOX (MESSAGES UIDNEXT UIDVALIDITY UNSEEN)",
          "LIST \"\" \"*\"",
          "NOOP");

  private WovenCost() {}

  /** The number of rounds; prints one line {@code woven plain ratio}, medians in ms. */
  public static void main(String[] arguments) throws Exception {
    int rounds = Integer.parseInt(arguments[0]);
    MeterRegistry registry = new SimpleMeterRegistry();
    EngineMailStore store =
        EngineMailStore.over(new MemoryEngine(), registry, MailStoreSettings.defaults());
    fill(store);
    new Side(store, registry, octets -> octets); // the letters are recent to it, to no later one
    Side plain = new Side(store, registry, octets -> octets);
    Side woven = new Side(store, registry, Weaving::of);
    for (int round = 0; round < rounds; round++) {
      plain.round();
      woven.round();
    }
    plain.connection.forget(); // the first flags were told to the other
    woven.connection.forget();
    for (int round = 0; round < rounds; round++) {
      plain.measure();
      woven.measure();
    }
    if (plain.connection.written() != woven.connection.written()) {
      throw new IllegalStateException("woven answers differ");
    }
    System.out.printf(
        Locale.ROOT,
        "woven %.2f plain %.2f ratio %.4f of %d%n",
        median(woven.times),
        median(plain.times),
        median(woven.times) / median(plain.times),
        rounds);
    store.close();
  }

  private static void fill(EngineMailStore store) {
    Account owner = store.accounts().create("user1", "pass", QuotaLimits.NONE);
    var inbox = store.mailbox(owner.id(), MailboxName.INBOX).orElseThrow().ref();
    Corpus corpus = Corpus.of(LETTERS);
    for (int at = 0; at < LETTERS; at++) {
      byte[] letter = corpus.letter(at).octets();
      try (MessageDraft draft = store.draft()) {
        draft.write(letter);
        store.append(
            inbox,
            List.of(
                new NewMessage(
                    draft, Flags.NONE, Instant.ofEpochSecond(at).atOffset(ZoneOffset.UTC))));
      }
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /** One of the two plugins with a session. */
  private static final class Side {
    private final ScriptedConnection connection = new ScriptedConnection();
    private final List<Double> times = new ArrayList<>();
    private final ProtocolSession session;

    Side(EngineMailStore store, MeterRegistry registry, UnaryOperator<byte[]> change)
        throws ReflectiveOperationException {
      PluginLoader loader = new PluginLoader(PLUGIN, change);
      Class<?> settings = loader.loadClass(PLUGIN + "ImapConfiguration");
      Object defaults =
          Proxy.newProxyInstance(
              loader,
              new Class<?>[] {settings},
              (self, method, values) -> method.getDefaultValue());
      Authenticator authenticator = new PlainAuthenticator(store.accounts());
      ProtocolPlugin plugin =
          (ProtocolPlugin)
              loader
                  .loadClass(PLUGIN + "ImapPlugin")
                  .getConstructor(
                      settings,
                      Map.class,
                      MailStore.class,
                      AccountDirectory.class,
                      Authenticator.class,
                      Sasl.class,
                      MeterRegistry.class)
                  .newInstance(
                      defaults,
                      Map.of(),
                      store,
                      store.accounts(),
                      authenticator,
                      new MechanismTable(authenticator),
                      registry);
      session = plugin.open(connection);
      session.greet();
      ask("LOGIN user1 pass");
      ask("SELECT INBOX");
    }

    void round() {
      for (String command : COMMANDS) {
        ask(command);
      }
      for (int at = 1; at <= LETTERS; at++) {
        ask("FETCH " + at + " (FLAGS)");
        ask("UID STORE " + at + " +FLAGS.SILENT (\\Seen)");
      }
    }

    void measure() {
      long start = System.nanoTime();
      round();
      times.add((System.nanoTime() - start) / 1e6);
    }

    private void ask(String command) {
      connection.say("a " + command);
      session.onInput();
    }
  }
}
