package org.restante.mailstore.directory;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.restante.mailstore.account.EngineGate;
import org.restante.mailstore.account.OpenEngine;

/** The way to the directory of the present engine: one writer at a time, reads from memory. */
final class DirectoryAccess {
  private final EngineGate gate;
  private final ReentrantLock writing = new ReentrantLock();
  private volatile @Nullable CachedDirectory cache;

  DirectoryAccess(EngineGate gate) {
    this.gate = gate;
  }

  <T> T reading(Function<OpenEngine, T> read) {
    return gate.call(read);
  }

  <T> T writing(Function<OpenEngine, T> change) {
    writing.lock();
    try {
      return gate.call(change);
    } finally {
      writing.unlock();
    }
  }

  CachedDirectory cached(OpenEngine open) {
    CachedDirectory known = cache;
    if (known == null || known.home() != open) {
      known = new CachedDirectory(open);
      cache = known;
    }
    return known;
  }
}
