package org.restante.bench.imap;

import java.io.IOException;

/** A kind of work that servers are compared in. */
interface Workload {

  /** Once for each server, before the rounds: mailboxes that every round uses. */
  default void setUp(Target target) throws IOException {}

  /** Everything that a round needs and that is not to be timed. */
  Round prepare(Target target, int round) throws IOException;

  /** A round that is ready to be timed. */
  interface Round extends AutoCloseable {

    /** Does the work; how much of it was done, in the workload's unit. */
    double run() throws IOException, InterruptedException;

    @Override
    void close() throws IOException;
  }
}
