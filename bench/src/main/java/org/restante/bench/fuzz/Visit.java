package org.restante.bench.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.restante.bench.reply.OutsideGrammar;
import org.restante.bench.reply.Responses;

/** The inputs of one world, in sessions as long as they stay in their state. */
final class Visit {
  private static final int INPUTS_A_SESSION = 64;
  private static final String[] LAST_WORDS = {"", "x NOOP\r\n", "DONE\r\n", "x SELECT INBOX\r\n"};

  private final FuzzState state;
  private final long number;
  private final FuzzWorld world;
  private final Mutator mutator;
  private final Tally tally;
  private @Nullable Dialogue dialogue;
  private Responses replies = new Responses();
  private final StringBuilder said = new StringBuilder();
  private String answered = "";
  private int inputs;
  private int probes;

  Visit(FuzzState state, long seed, long number, ClientCorpus corpus, Tally tally) {
    this.state = state;
    this.number = number;
    this.tally = tally;
    this.world = new FuzzWorld(seed);
    this.mutator =
        new Mutator(corpus, new SplittableRandom((seed * 31 + number) * 31 + state.ordinal()));
  }

  /** Says so many inputs. */
  void run(int count) {
    try (world) {
      for (int i = 0; i < count; i++) {
        one();
      }
      leave();
    }
  }

  private void one() {
    tally.begins(this);
    try {
      Dialogue open = session();
      if (state == FuzzState.LOGOUT) {
        leaving(open);
      } else {
        say(open, mutator.next());
        probe(open);
      }
    } catch (OutsideGrammar outside) {
      found("outside the grammar: " + outside.getMessage());
    } catch (RuntimeException | Error crash) {
      found("crash: " + crash + " at " + crash.getStackTrace()[0]);
    }
    tally.ended();
  }

  private Dialogue session() {
    Dialogue open = dialogue;
    if (open == null
        || open.closed()
        || !state.goesOnIn(open.state())
        || inputs >= INPUTS_A_SESSION) {
      leave();
      inputs = 0;
      said.setLength(0);
      said.append(state.way());
      replies = new Responses();
      open = world.session(state);
      dialogue = open;
      hear(open);
      if (!open.state().equals(state.where())) {
        throw new IllegalStateException("the session is " + open.state());
      }
      tally.session();
    }
    inputs++;
    return open;
  }

  private void leave() {
    if (dialogue != null) {
      dialogue.end();
      dialogue = null;
    }
  }

  private void say(Dialogue open, String text) {
    said.append(text);
    open.say(text.getBytes(ISO_8859_1));
    hear(open);
  }

  private void hear(Dialogue open) {
    byte[] octets = open.answers();
    answered = new String(octets, ISO_8859_1);
    tally.replies(octets.length);
    replies.recognize(octets);
    if (open.faults() > 0) {
      throw new IllegalStateException("SERVERBUG");
    }
    if (open.closed() && !open.starved() && !replies.bye()) {
      throw new IllegalStateException("closed without BYE");
    }
  }

  /** A session that is well answers NOOP: the first one may end IDLE, the second one not. */
  private void probe(Dialogue open) {
    for (int i = 0; i < 2 && !open.closed(); i++) {
      String tag = "probe" + probes++;
      say(open, tag + " NOOP\r\n");
      if (replies.lastTag().equals(tag)) {
        return;
      }
    }
    if (!open.closed()) {
      throw new IllegalStateException("NOOP is not answered");
    }
  }

  private void leaving(Dialogue open) {
    if (mutator.once(2)) {
      say(open, "idle IDLE\r\n");
      said.append(mutator.next());
    }
    String last = mutator.next() + LAST_WORDS[probes++ % LAST_WORDS.length];
    say(open, last + "bye LOGOUT\r\n" + mutator.next());
    boolean left = replies.lastTag().equals("bye");
    if (left && (!open.closed() || !answered.endsWith("bye OK LOGOUT completed\r\n"))) {
      throw new IllegalStateException("something is said behind LOGOUT");
    }
    tally.left(left);
    leave();
  }

  /** The same session is not gone on with. */
  private void found(String what) {
    tally.found(new Finding(state, number, what, said.toString(), answered));
    try {
      leave();
    } catch (RuntimeException again) {
      dialogue = null;
      tally.found(new Finding(state, number, "crash at the end: " + again, said.toString(), ""));
    }
  }

  /** What hangs, for whoever finds that it does. */
  Finding hung(String where) {
    return new Finding(state, number, "hang: " + where, said.toString(), answered);
  }
}
