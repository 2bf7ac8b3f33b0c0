package org.restante.core.listener;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.restante.core.configuration.Home;
import org.restante.protocol.ListeningPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What listens, noted in {@code data/ports.note} for the next start, whose launcher opens these
 * ports before anything else: a line for each, with address, port and backlog. What a stop of the
 * framework takes away stays in the note. Thread-safe.
 */
@Component(
    service = {},
    immediate = true)
public final class PortsNote {
  private static final Logger LOG = LoggerFactory.getLogger(PortsNote.class);

  private final Path data;
  private final Path file;
  private final Bundle framework;
  private final Map<String, String> lines = new TreeMap<>(); // by name of the listener

  /** In the home's data. */
  @Activate
  public PortsNote(BundleContext context) {
    data = Home.resolve(context, "", "data");
    file = data.resolve("ports.note");
    framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  synchronized void addPort(ListeningPort port, Map<String, ?> properties) {
    if (port.bound()) {
      lines.put(
          port.listener().name(),
          "%s %s %s"
              .formatted(
                  port.address().getAddress().getHostAddress(),
                  properties.get("restante.listener.port"),
                  properties.get("restante.listener.backlog")));
      write();
    }
  }

  synchronized void removePort(ListeningPort port) {
    if (framework.getState() != Bundle.STOPPING && lines.remove(port.listener().name()) != null) {
      write();
    }
  }

  private void write() {
    try {
      if (Files.isDirectory(data)) {
        Path draft = data.resolve("ports.note.new");
        Files.write(draft, lines.values());
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      LOG.warn("the next start opens its ports later: {} can't be written", file, e);
    }
  }
}
