package org.restante.imap.session;

import org.restante.imap.syntax.CommandSource;
import org.restante.imap.syntax.ImapWriter;
import org.restante.protocol.Connection;

/** A command's octets from a connection. */
record ConnectionSource(Connection connection, ImapWriter out) implements CommandSource {

  @Override
  public void invite() {
    out.raw("+ OK").endLine();
    out.drain();
    connection.flush();
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    return connection.read(into, offset, length);
  }

  @Override
  public byte[] readLine() {
    return connection.readLine(connection.limits().lineOctets());
  }
}
