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

  Chunks apply(Chunks chunks, ViewChange change) {
    return chunks.with(
        switch (change) {
          case Arrived arrived -> append(chunks, arrived);
          case Reflagged reflagged -> reflag(chunks, reflagged);
          case Left left -> remove(chunks, left.uids());
        });
  }

  private Chunk[] append(Chunks chunks, Arrived arrived) {
    ChunkBuilder builder = new ChunkBuilder();
    int whole = chunks.count();
    if (whole > 0 && chunks.get(whole - 1).size() < Chunk.CAPACITY) {
      whole--;
    }
    for (int i = 0; i < whole; i++) {
      builder.add(chunks.get(i));
    }
    if (whole < chunks.count()) {
      builder.addAll(chunks.get(whole));
    }
    Iterator<Flags> flags = arrived.flags().iterator();
    arrived.uids().stream().forEach(uid -> builder.add(uid, modSeq, table.number(flags.next())));
    return builder.build();
  }

  private Chunk[] reflag(Chunks chunks, Reflagged change) {
    ChunkBuilder builder = new ChunkBuilder();
    PrimitiveIterator.OfLong uids = change.uids().iterator();
    Iterator<Flags> flags = change.flags().iterator();
    long next = next(uids);
    for (int c = 0; c < chunks.count(); c++) {
      Chunk chunk = chunks.get(c);
      if (chunks.last(c) < next) {
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

  private static Chunk[] remove(Chunks chunks, UidSet uids) {
    ChunkBuilder builder = new ChunkBuilder();
    int range = 0;
    for (int c = 0; c < chunks.count(); c++) {
      Chunk chunk = chunks.get(c);
      if (range == uids.ranges() || chunks.last(c) < uids.first(range)) {
        builder.add(chunk);
        continue;
      }
      for (int i = 0; i < chunk.size(); i++) {
        if (!uids.contains(chunk.uid(i))) {
          builder.add(chunk.uid(i), chunk.modSeq(i), chunk.flags(i));
        }
      }
      while (range < uids.ranges() && uids.last(range) <= chunks.last(c)) {
        range++;
      }
    }
    return builder.build();
  }

  private static long next(PrimitiveIterator.OfLong uids) {
    return uids.hasNext() ? uids.nextLong() : Long.MAX_VALUE;
  }
}
