package org.restante.admin.log;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what bundles say to the OSGi log service to the common log: without it a component that
 * fails to activate fails in silence.
 */
@Component(
    immediate = true,
    service = {})
public final class LogBridge implements LogListener {

  private static final long REPETITION_MILLIS = 1_000;

  private final LogReaderService log;
  private long last = -1;
  private String lastMessage = "";
  private long lastTime;

  /** Repeats what was said before, and listens from now on. */
  @Activate
  public LogBridge(@Reference LogReaderService log) {
    this.log = log;
    synchronized (this) { // new entries wait until the old ones are told
      log.addLogListener(this);
      List<LogEntry> before = Collections.list(log.getLog());
      Collections.reverse(before);
      before.forEach(this::logged);
    }
  }

  @Deactivate
  void close() {
    log.removeLogListener(this);
  }

  /** An entry that is newer than those before it; the log may tell one twice at the start. */
  @Override
  public synchronized void logged(LogEntry entry) {
    if (entry.getSequence() <= last) {
      return;
    }
    last = entry.getSequence();
    Logger logger = LoggerFactory.getLogger("osgi." + entry.getBundle().getSymbolicName());
    if (Consequence.is(String.valueOf(entry.getMessage()), entry.getException())) {
      logger.debug(entry.getMessage(), entry.getException());
    } else if (!repeats(entry)) {
      write(entry, logger);
    }
  }

  /** A component is tried again for each that waits for it, and fails in the same words. */
  private boolean repeats(LogEntry entry) {
    String message = String.valueOf(entry.getMessage());
    boolean same =
        message.equals(lastMessage) && entry.getTime() - lastTime < REPETITION_MILLIS;
    lastMessage = message;
    lastTime = entry.getTime();
    return same;
  }

  private static void write(LogEntry entry, Logger logger) {
    Throwable cause = cause(entry.getException());
    switch (entry.getLogLevel()) {
      case AUDIT, ERROR -> logger.error(entry.getMessage(), cause);
      case WARN -> logger.warn(entry.getMessage(), cause);
      case INFO, DEBUG, TRACE -> logger.debug(entry.getMessage(), cause);
    }
  }

  /** The first cause: those around it only say that a constructor was called. */
  private static @Nullable Throwable cause(@Nullable Throwable failure) {
    Throwable cause = failure;
    while (cause != null && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
