package org.restante.admin.shell;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.apache.felix.service.command.CommandProcessor;
import org.jspecify.annotations.Nullable;

/**
 * The conversations of clients, by the name that the client gives: variables of one stay until it
 * has been silent for ten minutes, or sixteen others have come. Thread-safe.
 */
final class Conversations {

  static final int MOST = 16;

  private final CommandProcessor processor;
  private final Cache<String, Conversation> known =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterAccess(Duration.ofMinutes(10))
          .<String, Conversation>removalListener((name, old, cause) -> close(old))
          .executor(Runnable::run)
          .build();

  Conversations(CommandProcessor processor) {
    this.processor = processor;
  }

  Conversation named(String name) {
    return known.get(name, unused -> new Conversation(processor));
  }

  long size() {
    known.cleanUp();
    return known.estimatedSize();
  }

  void close() {
    known.invalidateAll();
  }

  private static void close(@Nullable Conversation conversation) {
    if (conversation != null) {
      conversation.close();
    }
  }
}
