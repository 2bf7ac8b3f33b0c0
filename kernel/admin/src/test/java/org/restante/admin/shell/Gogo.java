package org.restante.admin.shell;

import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.felix.service.command.CommandProcessor;

/** The real command processor, without a framework. */
final class Gogo implements AutoCloseable {

  private final ThreadIOImpl streams = new ThreadIOImpl();
  private final CommandProcessorImpl processor;

  Gogo() {
    streams.start();
    processor = new CommandProcessorImpl(streams);
  }

  Gogo with(Object commands, String... functions) {
    for (String function : functions) {
      processor.addCommand("restante", commands, function);
    }
    return this;
  }

  CommandProcessor processor() {
    return processor;
  }

  @Override
  public void close() {
    processor.stop();
    streams.stop();
  }
}
