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
  private String lastRefusal = "";

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

  private void write(LogEntry entry, Logger logger) {
    Throwable failure = entry.getException();
    String refusal = refusal(failure);
    if (refusal != null) {
      refused(refusal, logger);
      return;
    }
    switch (entry.getLogLevel()) {
      case AUDIT, ERROR -> logger.error(entry.getMessage(), failure);
      case WARN -> logger.warn(entry.getMessage(), failure);
      case INFO, DEBUG, TRACE -> logger.debug(entry.getMessage(), failure);
    }
  }

  /** Several entries tell of one refused configuration: one line, and no stack. */
  private void refused(String refusal, Logger logger) {
    if (!refusal.equals(lastRefusal)) {
      logger.error(refusal);
    }
    lastRefusal = refusal;
  }

  /** What a refused configuration says. Entries have only texts of causes. */
  private static @Nullable String refusal(@Nullable Throwable failure) {
    String name = UnusableConfiguration.class.getName() + ": ";
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      int at = cause.toString().indexOf(name);
      if (at >= 0) {
        return cause.toString().substring(at + name.length());
      }
    }
    return null;
  }
}
