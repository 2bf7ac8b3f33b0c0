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
import org.restante.configuration.UnusableConfiguration;
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

  private final LogReaderService log;
  private long last = -1;

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
    write(entry, LoggerFactory.getLogger("osgi." + entry.getBundle().getSymbolicName()));
  }

  private static void write(LogEntry entry, Logger logger) {
    Throwable failure = entry.getException();
    if (isSaid(failure)) {
      return;
    }
    switch (entry.getLogLevel()) {
      case AUDIT, ERROR -> logger.error(entry.getMessage(), failure);
      case WARN -> logger.warn(entry.getMessage(), failure);
      case INFO, DEBUG, TRACE -> logger.debug(entry.getMessage(), failure);
    }
  }

  /**
   * Who refuses a configuration has said so in one clear line. Entries have only texts of causes.
   */
  private static boolean isSaid(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause.toString().contains(UnusableConfiguration.class.getName())) {
        return true;
      }
    }
    return false;
  }
}
