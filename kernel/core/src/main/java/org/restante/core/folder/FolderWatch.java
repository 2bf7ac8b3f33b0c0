package org.restante.core.folder;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a folder when something in it changes, and now and then. */
public final class FolderWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

  private final Path folder;
  private final Duration poll;
  private final Runnable look;
  private final WatchService events;

  /**
   * Starts watching.
   *
   * @param poll the longest time between two looks
   * @param look is run on a thread of its own, never twice at a time
   */
  public FolderWatch(Path folder, Duration poll, Runnable look) throws IOException {
    this.folder = folder;
    this.poll = poll;
    this.look = look;
    events = folder.getFileSystem().newWatchService();
    register();
    Thread.ofPlatform().daemon().name("watch-" + folder.getFileName()).start(this::run);
  }

  @Override
  public void close() {
    try {
      events.close();
    } catch (IOException e) {
      LOG.debug("watching {} did not end cleanly", folder, e);
    }
  }

  private void register() {
    try {
      folder.register(events, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
    } catch (IOException e) {
      LOG.warn("no events for {} ({}): looking every {} s", folder, e, poll.toSeconds());
    }
  }

  private void run() {
    try {
      lookSafely(); // what is there already makes no event
      while (true) {
        WatchKey key = events.poll(poll.toMillis(), TimeUnit.MILLISECONDS);
        if (key != null) {
          key.pollEvents();
          key.reset();
        }
        lookSafely();
      }
    } catch (ClosedWatchServiceException e) {
      LOG.debug("no longer watching {}", folder);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookSafely() {
    try {
      look.run();
    } catch (RuntimeException e) {
      LOG.error("looking at {} failed", folder, e);
    }
  }
}
