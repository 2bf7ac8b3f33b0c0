package org.restante.admin.http;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends the reading of a body that is larger than the server takes. */
final class BodyLimit extends Filter {

  private final long most;

  BodyLimit(long most) {
    this.most = most;
  }

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    exchange.setStreams(new Counted(exchange.getRequestBody(), most), null);
    chain.doFilter(exchange);
  }

  @Override
  public String description() {
    return "size of a request";
  }

  private static final class Counted extends FilterInputStream {
    private final long most;
    private long left;

    Counted(InputStream in, long most) {
      super(in);
      this.most = most;
      this.left = most;
    }

    @Override
    public int read() throws IOException {
      int octet = super.read();
      count(octet < 0 ? 0 : 1);
      return octet;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int octets = super.read(into, offset, length);
      count(Math.max(0, octets));
      return octets;
    }

    private void count(int octets) {
      left -= octets;
      if (left < 0) {
        throw new Refusal(413, "a request has at most " + most + " octets");
      }
    }
  }
}
