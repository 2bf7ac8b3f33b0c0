package org.restante.core.sasl;

import org.restante.sasl.SaslExchange;
import org.restante.sasl.SaslStep;

/**
 * PLAIN: {@code [authzid] NUL authcid NUL passwd} in one message.
 *
 * @rfc 4616 2
 */
final class Plain implements SaslExchange {
  static final String NAME = "PLAIN";
  private static final int FIELDS = 3;

  private final Verification verification;

  Plain(Verification verification) {
    this.verification = verification;
  }

  @Override
  public String mechanism() {
    return NAME;
  }

  @Override
  public SaslStep begin() {
    return new SaslStep.Challenge(new byte[0]);
  }

  @Override
  public SaslStep respond(byte[] response) {
    return ClearText.decode(response).map(this::message).orElseGet(SaslStep.Malformed::new);
  }

  private SaslStep message(String text) {
    String[] fields = text.split("\0", -1);
    if (fields.length != FIELDS || fields[1].isEmpty() || fields[2].isEmpty()) {
      return new SaslStep.Malformed();
    }
    return new ActsFor(fields[0], fields[1]).of(verification.verify(fields[1], fields[2]));
  }
}
