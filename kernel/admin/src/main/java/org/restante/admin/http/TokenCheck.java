package org.restante.admin.http;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Lets a request pass that shows the token. */
final class TokenCheck extends Filter {

  private final Token token;

  TokenCheck(Token token) {
    this.token = token;
  }

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    String shown = exchange.getRequestHeaders().getFirst("Authorization");
    if (shown != null && token.isShownBy(shown)) {
      chain.doFilter(exchange);
      return;
    }
    exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
    Answer.error(401, "show the token of data/admin.token as «Authorization: Bearer …»")
        .send(exchange);
  }

  @Override
  public String description() {
    return "token of the admin API";
  }
}
