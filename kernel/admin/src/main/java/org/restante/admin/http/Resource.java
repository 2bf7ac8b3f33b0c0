package org.restante.admin.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import org.restante.refusal.DamagedMessage;
import org.restante.refusal.DiskFull;
import org.restante.refusal.InvalidMailboxName;
import org.restante.refusal.LimitReached;
import org.restante.refusal.MailRefusal;
import org.restante.refusal.MailboxExists;
import org.restante.refusal.NoSuchAccount;
import org.restante.refusal.NoSuchMailbox;
import org.restante.refusal.NotPermitted;
import org.restante.refusal.OverQuota;
import org.restante.refusal.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page of the API: a request in, an answer out, every failure mapped in one place. */
public abstract class Resource implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Resource.class);

  /** Carries a request out. */
  protected abstract Answer answer(Request request) throws IOException;

  @Override
  public final void handle(HttpExchange exchange) throws IOException {
    Answer answer;
    try {
      answer = answer(Request.of(exchange));
    } catch (Refusal refusal) {
      answer = Answer.error(refusal.status(), String.valueOf(refusal.getMessage()));
    } catch (MailRefusal refusal) {
      answer = Answer.error(status(refusal), String.valueOf(refusal.getMessage()));
    } catch (IllegalArgumentException malformed) {
      answer = Answer.error(400, String.valueOf(malformed.getMessage()));
    } catch (RuntimeException failure) {
      LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), failure);
      answer = Answer.error(500, "internal error; the server's log has more");
    }
    answer.send(exchange);
  }

  /** For a path or method that the page does not have. */
  protected static Answer unknown(Request request) {
    return Answer.error(404, "there is no " + request.method() + " of this path");
  }

  private static int status(MailRefusal refusal) {
    return switch (refusal) {
      case InvalidMailboxName malformed -> 400;
      case NoSuchAccount none -> 404;
      case NoSuchMailbox none -> 404;
      case MailboxExists taken -> 409;
      case NotPermitted never -> 409;
      case DamagedMessage damaged -> 500;
      case StoreUnavailable later -> 503;
      case LimitReached limit -> 507;
      case DiskFull full -> 507;
      case OverQuota full -> 507;
    };
  }
}
