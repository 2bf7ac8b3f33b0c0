package org.restante.admin.log;

import java.util.Collections;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
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

  private final LogReaderService log;
  private long last = -1;
  private Line written = Line.NONE;

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
    Line line = Line.of(entry);
    if (line.follows()) {
      logger.debug(line.text(), line.cause());
    } else if (!line.repeats(written)) {
      written = line;
      write(line, entry.getLogLevel(), logger);
    }
  }

  private static void write(Line line, LogLevel level, Logger logger) {
    switch (level) {
      case AUDIT, ERROR -> logger.error(line.text(), line.cause());
      case WARN -> logger.warn(line.text(), line.cause());
      case INFO, DEBUG, TRACE -> logger.debug(line.text(), line.cause());
    }
  }
}
