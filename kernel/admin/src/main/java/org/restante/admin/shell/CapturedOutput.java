package org.restante.admin.shell;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What a line prints, up to a limit: the rest is dropped, and said to be. Thread-safe. */
final class CapturedOutput extends OutputStream {

  static final int MOST = 1 << 20;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private boolean cut;

  @Override
  public synchronized void write(int octet) {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] octets, int offset, int length) {
    int room = Math.min(length, MOST - kept.size());
    kept.write(octets, offset, room);
    cut |= room < length;
  }

  /** The output since the last time. */
  synchronized String take() {
    String text = kept.toString(StandardCharsets.UTF_8) + (cut ? "\n(more was printed)\n" : "");
    kept.reset();
    cut = false;
    return text;
  }
}
