package org.restante.admin.log;

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
 * Writes what bundles say to the OSGi log service to the common log: without it a component that fails
 * to activate fails in silence.
 */
@Component(immediate = true, service = {})
public final class LogBridge implements LogListener {

  private final LogReaderService log;

  /** Listens from now on, and repeats what was said before. */
  @Activate
  public LogBridge(@Reference LogReaderService log) {
    this.log = log;
    log.getLog().asIterator().forEachRemaining(this::logged);
    log.addLogListener(this);
  }

  @Deactivate
  void close() {
    log.removeLogListener(this);
  }

  @Override
  public void logged(LogEntry entry) {
    Logger logger = LoggerFactory.getLogger("osgi." + entry.getBundle().getSymbolicName());
    switch (entry.getLogLevel()) {
      case AUDIT, ERROR -> logger.error(entry.getMessage(), entry.getException());
      case WARN -> logger.warn(entry.getMessage(), entry.getException());
      case INFO, DEBUG, TRACE -> logger.debug(entry.getMessage(), entry.getException());
    }
  }
}
