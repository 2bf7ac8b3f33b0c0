package org.restante.core.sasl;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.restante.sasl.SaslExchange;
import org.restante.sasl.SaslStep;

/**
 * LOGIN: asks for the name, then for the password. Never standardised; old SMTP clients need it.
 */
final class Login implements SaslExchange {
  static final String NAME = "LOGIN";

  private final Verification verification;
  private @Nullable String name;

  Login(Verification verification) {
    this.verification = verification;
  }

  @Override
  public String mechanism() {
    return NAME;
  }

  @Override
  public SaslStep begin() {
    return challenge("Username:");
  }

  @Override
  public SaslStep respond(byte[] response) {
    return ClearText.decode(response).map(this::answer).orElseGet(SaslStep.Malformed::new);
  }

  private SaslStep answer(String text) {
    if (text.isEmpty()) {
      return new SaslStep.Malformed();
    }
    if (name == null) {
      name = text;
      return challenge("Password:");
    }
    return verification.verify(name, text);
  }

  private static SaslStep challenge(String text) {
    return new SaslStep.Challenge(text.getBytes(StandardCharsets.US_ASCII));
  }
}
