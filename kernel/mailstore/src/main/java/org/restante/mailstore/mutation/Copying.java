package org.restante.mailstore.mutation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.restante.mailstore.account.Commit;
import org.restante.mailstore.content.SealedContent;
import org.restante.mailstore.row.MessageRows;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.Counters;
import org.restante.mailstore.schema.Schema;
import org.restante.message.CopyOutcome;
import org.restante.message.Flags;
import org.restante.message.StoredMessage;
import org.restante.message.UidSet;

/** Copies and moves within an account: contents stay where they are. */
public final class Copying {
  private static final int PAGE = 256;

  // rows of a message: flags, message, link; its structure is copied, or the old rows go
  private static final int COPIED = 4;
  private static final int MOVED = 5;

  private Copying() {}

  /** Copies messages; a copy is a message of its own and counts for the quota. */
  public static CopyOutcome copy(Commit commit, long from, UidSet uids, long to) {
    commit.mailbox(to);
    List<Source> sources = read(commit, from, uids, COPIED);
    long octets = sources.stream().mapToLong(source -> source.message.size()).sum();
    commit.use(octets, sources.size());
    List<byte @Nullable []> structures = structures(commit, sources);
    List<Arrival> arrivals = new ArrayList<>(sources.size());
    for (int i = 0; i < sources.size(); i++) {
      arrivals.add(sources.get(i).arrival(structures.get(i), OptionalLong.empty()));
    }
    return outcome(commit, sources, to, Arrivals.place(commit, to, arrivals));
  }

  /**
   * Moves messages: they keep their ids, so that nothing but their rows changes.
   *
   * @rfc 6851 3.3
   */
  public static CopyOutcome move(Commit commit, long from, UidSet uids, long to) {
    commit.mailbox(to);
    List<Source> sources = read(commit, from, uids, MOVED);
    List<Arrival> arrivals =
        sources.stream()
            .map(source -> source.arrival(null, OptionalLong.of(source.message.messageId())))
            .toList();
    CopyOutcome outcome = outcome(commit, sources, to, Arrivals.place(commit, to, arrivals));
    if (!sources.isEmpty()) {
      Departures.remove(commit, from, outcome.from(), counters(sources));
    }
    return outcome;
  }

  private static List<Source> read(Commit commit, long from, UidSet uids, int rows) {
    Map<Long, Flags> flags = new HashMap<>();
    FlagRows.visit(
        commit,
        from,
        uids,
        (uid, its, modSeq) -> {
          commit.expect((flags.size() + 1L) * rows);
          return flags.put(uid, its) == null;
        });
    List<Source> sources = new ArrayList<>(flags.size());
    MessageRows.cold(
        commit.state().partition(),
        from,
        uids,
        (uid, value) -> {
          Flags its = flags.getOrDefault(uid, Flags.NONE);
          return sources.add(new Source(Codec.readCold(uid, value), its));
        });
    return sources;
  }

  private static List<byte @Nullable []> structures(Commit commit, List<Source> sources) {
    List<byte @Nullable []> structures = new ArrayList<>(sources.size());
    long octets = 0;
    for (int from = 0; from < sources.size(); from += PAGE) {
      List<byte[]> keys =
          sources.subList(from, Math.min(from + PAGE, sources.size())).stream()
              .map(source -> Schema.structureKey(source.message.messageId()))
              .toList();
      for (byte @Nullable [] structure : commit.state().partition().getMany(keys)) {
        octets += structure == null ? 0 : structure.length;
        structures.add(structure);
      }
      commit.expectOctets(octets);
    }
    return structures;
  }

  private static CopyOutcome outcome(Commit commit, List<Source> sources, long to, UidSet placed) {
    UidSet.Builder from = new UidSet.Builder();
    sources.forEach(source -> from.add(source.message.uid()));
    return new CopyOutcome(commit.mailbox(to).uidValidity(), from.build(), placed);
  }

  private static Counters counters(List<Source> sources) {
    Counters sum = Counters.ZERO;
    for (Source source : sources) {
      sum = sum.plus(Counters.of(source.flags, source.message.size()));
    }
    return sum;
  }

  private record Source(StoredMessage message, Flags flags) {
    Arrival arrival(byte @Nullable [] structure, OptionalLong messageId) {
      SealedContent content = new SealedContent(message.blob(), message.size(), structure);
      return new Arrival(content, flags, message.internalDate(), messageId);
    }
  }
}
