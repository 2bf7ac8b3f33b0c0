package org.restante.core.guard;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One call into a plugin, while it lasts: what it runs, waits and takes. Of the calling thread, but
 * for what the watchdog looks at.
 */
public final class RunningTurn implements AutoCloseable {
  private static final int CREDIT = 4; // octets in arrays for each octet that is moved

  // Of all plugins: turns that run, in the plugin's code or the store's.
  private static final AtomicInteger ACTIVE = new AtomicInteger();

  private final PluginGuard guard;
  private final Thread thread = Thread.currentThread();
  private final @Nullable ClassLoader loaderBefore = thread.getContextClassLoader();
  private final boolean ofSession;
  private final Lane lane;
  private State state = State.WAITING; // under this turn's monitor
  private volatile long since = System.nanoTime();
  private volatile long rested;
  private volatile long pausedAt; // while it waits in its lane; else 0
  private volatile boolean due; // the watchdog wants it to look after itself
  private long gaveWay;
  private volatile long taken; // octets in arrays, less what was moved; written by its thread
  private long quiet; // since then, less its waits, nothing was heard from or said to the client
  private boolean heard;
  private boolean storePermit;
  private int storeDepth; // a visitor may ask the store again

  private enum State {
    /** The plugin's code runs. */
    RUNNING,
    /** The store's code runs. */
    STORE,
    /** It waits for the client, a commit or a permit. */
    WAITING
  }

  /**
   * Of the current thread.
   *
   * @param ofSession it takes a permit, and threads that it starts are known by their class loader;
   *     not so where the kernel starts or stops the bundle
   */
  RunningTurn(PluginGuard guard, boolean ofSession) {
    this.guard = guard;
    this.ofSession = ofSession;
    lane = new Lane(guard, this);
  }

  /**
   * The plugin's code goes on, as soon as there is a permit. The store's comes first: who holds
   * that may wait for a permit to run, so nobody waits for it and holds one.
   */
  void run() {
    boolean refused = storePermit && !guard.awaitStore(); // it was given back for the wait
    acquire();
    quiet = System.nanoTime();
    become(State.RUNNING);
    if (refused) {
      storePermit = false;
      throw guard.storeBusy();
    }
  }

  /** It begins to wait for the client: others may run. */
  public void leave() {
    become(State.WAITING);
    lane.leave();
    release();
    if (storePermit) {
      guard.releaseStore();
    }
  }

  /**
   * It has waited for the client.
   *
   * @throws PluginStopped if the plugin was stopped meanwhile
   */
  public void enter() {
    run();
    heard = true;
    guard.check();
  }

  /** Octets came in from the client, or went out. */
  public void heard(long octets) {
    heard = true;
    lane.leavePlace(); // who feeds its client goes at the client's pace, perhaps for long
    if (since != 0) {
      since = System.nanoTime();
      rested = 0;
    }
    moved(octets);
  }

  /** Octets were moved: they need arrays. */
  void moved(long octets) {
    take(-octets * CREDIT);
  }

  /**
   * The store's code begins; its threads and files are not the plugin's.
   *
   * @param waits it waits for a commit: others may run
   */
  void enterStore(boolean waits) {
    guard.check();
    if (storeDepth == 0) {
      awaitStore();
      storePermit = true;
    }
    storeDepth++;
    if (waits) {
      become(State.WAITING);
      lane.leave();
      release();
    } else {
      become(State.STORE);
    }
  }

  /**
   * The store's code is about to read many messages, for itself or for a visitor: it has a place
   * for that, until it says something to its client or turns heavy, or waits here with nothing in
   * hand.
   */
  void beginLong() {
    if (storeDepth == 0 && !lane.tryPlace()) {
      leave();
      lane.awaitPlace();
      run();
    }
  }

  /** It has read them. */
  void endLong() {
    if (storeDepth == 0) {
      lane.leavePlace();
    }
  }

  /** The store's code has ended. */
  void leaveStore(boolean waited) {
    storeDepth--;
    if (storePermit && storeDepth == 0) {
      storePermit = false;
      guard.releaseStore();
    }
    if (waited) {
      acquire();
      heard = true;
    }
    become(State.RUNNING);
    giveWay();
  }

  /** The store's code gives back what was open: without a permit, also where it was stopped. */
  void beginClose() {
    become(State.STORE);
  }

  /** It is given back. */
  void endClose() {
    become(State.RUNNING);
  }

  private void awaitStore() {
    if (!guard.tryStore()) {
      leave();
      boolean granted = guard.awaitStore();
      run();
      if (!granted) {
        throw guard.storeBusy();
      }
    }
  }

  /** The store calls the plugin back. */
  void beginVisit() {
    become(State.RUNNING);
  }

  /** The plugin goes back into the store. */
  void endVisit() {
    guard.check();
    giveWay();
    become(State.STORE);
  }

  /** A loop goes round, or the store was asked, although it runs for a while: others first. */
  void giveWay() {
    long now = System.nanoTime();
    if (heard) {
      heard = false;
      quiet = now;
    }
    if (now - quiet >= guard.settings().slice().toNanos()
        && now - gaveWay >= guard.settings().slice().toNanos()) {
      pausedAt = now;
      lane.change(now - quiet);
      gaveWay = System.nanoTime();
      rested += gaveWay - now;
      quiet += gaveWay - now; // what it waited it did not run: waiting makes nobody heavy
      pausedAt = 0;
    }
  }

  /** Whether others run too, or would if they had a permit. */
  boolean hasCompany() {
    return ACTIVE.get() > 1 || guard.permitAwaited();
  }

  /** The watchdog has seen it run on. */
  void becomeDue() {
    due = true;
  }

  boolean isDue() {
    return due;
  }

  /** Whether the watchdog wants it to look after itself; told once. */
  boolean takeDue() {
    boolean was = due;
    if (was) {
      due = false;
    }
    return was;
  }

  /** Octets of a large array. */
  void charge(long octets) {
    take(octets);
    guard.checkBudget(taken);
  }

  /** Octets in arrays, less what was moved. */
  long taken() {
    return taken;
  }

  /** Nanoseconds that it ran since it last waited; 0 while it waits. */
  long ran(long now) {
    long begun = since;
    long paused = pausedAt;
    return begun == 0 ? 0 : (paused == 0 ? now : paused) - begun - rested;
  }

  /** Ends what it waits for, unless it is the kernel's. */
  synchronized void interrupt() {
    if (state == State.RUNNING) {
      thread.interrupt();
    }
  }

  Thread thread() {
    return thread;
  }

  @Override
  public void close() {
    become(State.WAITING);
    lane.leave();
    take(-taken);
    release();
    guard.ended(this);
    Thread.interrupted(); // what comes next is the kernel's
  }

  private synchronized void become(State next) {
    if ((state == State.WAITING) != (next == State.WAITING)) {
      ACTIVE.addAndGet(next == State.WAITING ? -1 : 1);
    }
    state = next;
    rested = 0;
    since = next == State.RUNNING ? System.nanoTime() : 0;
    if (ofSession) {
      thread.setContextClassLoader(next == State.RUNNING ? guard.mark() : loaderBefore);
    }
  }

  private void take(long octets) {
    long before = taken;
    taken = Math.max(0, before + octets);
    guard.took(taken - before);
  }

  void acquire() {
    if (ofSession) {
      guard.awaitPermit();
    }
  }

  void release() {
    if (ofSession) {
      guard.releasePermit();
    }
  }
}
