package org.restante.imap.syntax;

/**
 * A literal that the client announced: read piece by piece, and not at all where the command is
 * refused first.
 *
 * @rfc 3501 4.3
 * @rfc 7888 3
 */
public final class Literal {
  private static final int PIECE = 8 * 1024;

  private final CommandSource source;
  private final long size;
  private final boolean synchronizing;
  private boolean invited;
  private long left;

  Literal(CommandSource source, long size, boolean synchronizing) {
    this.source = source;
    this.size = size;
    this.synchronizing = synchronizing;
    this.left = size;
  }

  /** Its octets. */
  public long size() {
    return size;
  }

  /** Octets as they come, or -1 at the end. The first call invites a client that waits. */
  public int read(byte[] into, int offset, int length) {
    if (synchronizing && !invited) {
      source.invite();
    }
    invited = true;
    if (left == 0) {
      return -1;
    }
    int read = source.read(into, offset, (int) Math.min(length, left));
    left -= read;
    return read;
  }

  byte[] readAll() {
    byte[] all = new byte[(int) size];
    int filled = 0;
    for (int read = read(all, 0, all.length); read > 0; ) {
      filled += read;
      read = filled < all.length ? read(all, filled, all.length - filled) : -1;
    }
    return all;
  }

  /** Whether its octets will come, or came: then the command's next line follows them. */
  boolean isComing() {
    return invited || !synchronizing;
  }

  void skip(long limit) {
    if (left > limit) {
      throw LiteralTooBig.lost();
    }
    byte[] piece = new byte[(int) Math.min(PIECE, left)];
    while (left > 0 && read(piece, 0, piece.length) > 0) {
      continue;
    }
  }
}
