package org.restante.mailstore.view;

import java.util.Iterator;
import java.util.PrimitiveIterator;
import org.restante.mailstore.view.ViewChange.Arrived;
import org.restante.mailstore.view.ViewChange.Left;
import org.restante.mailstore.view.ViewChange.Reflagged;
import org.restante.message.Flags;
import org.restante.message.UidSet;

/** Chunks after a change; those in which nothing happened are the same objects. */
final class ViewAdvance {
  private final FlagTable table;
  private final long modSeq;

  ViewAdvance(FlagTable table, long modSeq) {
    this.table = table;
    this.modSeq = modSeq;
  }

  Chunk[] apply(Chunk[] chunks, ViewChange change) {
    return switch (change) {
      case Arrived arrived -> append(chunks, arrived);
      case Reflagged reflagged -> reflag(chunks, reflagged);
      case Left left -> remove(chunks, left.uids());
    };
  }

  private Chunk[] append(Chunk[] chunks, Arrived arrived) {
    ChunkBuilder builder = new ChunkBuilder();
    int whole = chunks.length;
    if (whole > 0 && chunks[whole - 1].size() < Chunk.CAPACITY) {
      whole--;
    }
    for (int i = 0; i < whole; i++) {
      builder.add(chunks[i]);
    }
    if (whole < chunks.length) {
      builder.addAll(chunks[whole]);
    }
    Iterator<Flags> flags = arrived.flags().iterator();
    arrived.uids().stream().forEach(uid -> builder.add(uid, modSeq, table.number(flags.next())));
    return builder.build();
  }

  private Chunk[] reflag(Chunk[] chunks, Reflagged change) {
    ChunkBuilder builder = new ChunkBuilder();
    PrimitiveIterator.OfLong uids = change.uids().iterator();
    Iterator<Flags> flags = change.flags().iterator();
    long next = next(uids);
    for (Chunk chunk : chunks) {
      if (chunk.last() < next) {
        builder.add(chunk);
        continue;
      }
      for (int i = 0; i < chunk.size(); i++) {
        if (chunk.uid(i) == next) {
          builder.add(next, modSeq, table.number(flags.next()));
          next = next(uids);
        } else {
          builder.add(chunk.uid(i), chunk.modSeq(i), chunk.flags(i));
        }
      }
    }
    return builder.build();
  }

  private static Chunk[] remove(Chunk[] chunks, UidSet uids) {
    ChunkBuilder builder = new ChunkBuilder();
    long first = uids.isEmpty() ? Long.MAX_VALUE : uids.first(0);
    long last = uids.isEmpty() ? 0 : uids.last(uids.ranges() - 1);
    for (Chunk chunk : chunks) {
      if (chunk.last() < first
          || chunk.first() > last
          || uids.intersect(UidSet.range(chunk.first(), chunk.last())).isEmpty()) {
        builder.add(chunk);
        continue;
      }
      for (int i = 0; i < chunk.size(); i++) {
        if (!uids.contains(chunk.uid(i))) {
          builder.add(chunk.uid(i), chunk.modSeq(i), chunk.flags(i));
        }
      }
    }
    return builder.build();
  }

  private static long next(PrimitiveIterator.OfLong uids) {
    return uids.hasNext() ? uids.nextLong() : Long.MAX_VALUE;
  }
}
