package org.restante.core.sasl;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.restante.account.Authentication;
import org.restante.account.ScramLogin;
import org.restante.sasl.SaslExchange;
import org.restante.sasl.SaslStep;

/**
 * SCRAM-SHA-256: the password never crosses the wire, and both sides prove that they know it. With
 * a channel binding, nobody can sit between them.
 *
 * @rfc 5802 5
 * @rfc 7677 3
 */
final class Scram implements SaslExchange {
  static final String NAME = "SCRAM-SHA-256";
  static final String PLUS = "SCRAM-SHA-256-PLUS";
  static final String BINDING = "tls-server-end-point";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_OCTETS = 18;

  private final String mechanism;
  private final Optional<byte[]> binding;
  private final Function<String, ScramLogin> logins;
  private ScramMessages.@Nullable First first;
  private @Nullable ScramLogin login;
  private String nonce = "";
  private String challenge = "";
  private @Nullable SaslStep verdict;

  /**
   * An exchange.
   *
   * @param binding the connection's channel binding, whether or not this mechanism uses it
   */
  Scram(String mechanism, Optional<byte[]> binding, Function<String, ScramLogin> logins) {
    this.mechanism = mechanism;
    this.binding = binding;
    this.logins = logins;
  }

  @Override
  public String mechanism() {
    return mechanism;
  }

  @Override
  public SaslStep begin() {
    return new SaslStep.Challenge(new byte[0]);
  }

  @Override
  public SaslStep respond(byte[] response) {
    if (verdict != null) {
      return response.length == 0 ? verdict : new SaslStep.Malformed();
    }
    ScramMessages.First begun = first;
    ScramLogin known = login;
    return begun == null || known == null
        ? ScramMessages.First.parse(response).map(this::start).orElseGet(SaslStep.Malformed::new)
        : ScramMessages.Final.parse(response)
            .map(last -> end(begun, known, last))
            .orElseGet(SaslStep.Malformed::new);
  }

  private SaslStep start(ScramMessages.First message) {
    if (!agrees(message)) {
      return denied();
    }
    ScramLogin begun = logins.apply(message.user());
    first = message;
    login = begun;
    nonce = message.nonce() + nonce();
    String salt = Base64.getEncoder().encodeToString(begun.salt());
    challenge = "r=" + nonce + ",s=" + salt + ",i=" + begun.iterations();
    return new SaslStep.Challenge(ScramMessages.octets(challenge));
  }

  /**
   * A client that could bind and thinks that we can't was told so by somebody in between.
   *
   * @rfc 5802 6
   */
  private boolean agrees(ScramMessages.First message) {
    return switch (message.flag()) {
      case 'p' -> mechanism.equals(PLUS) && message.binding().equals(BINDING);
      case 'y' -> mechanism.equals(NAME) && binding.isEmpty();
      default -> mechanism.equals(NAME);
    };
  }

  private SaslStep end(ScramMessages.First begun, ScramLogin begunLogin, ScramMessages.Final last) {
    String exchange = begun.bare() + "," + challenge + "," + last.withoutProof();
    ScramLogin.Verdict found = begunLogin.verify(ScramMessages.octets(exchange), last.proof());
    boolean same =
        last.nonce().equals(nonce) && MessageDigest.isEqual(last.binding(), bound(begun));
    if (!same) {
      return denied();
    }
    SaslStep end =
        new ActsFor(begun.authorization(), begun.user())
            .of(MechanismTable.step(found.authentication()));
    if (found.signature().isEmpty() || !(end instanceof SaslStep.Granted)) {
      return end;
    }
    verdict = end;
    String signature = Base64.getEncoder().encodeToString(found.signature().get());
    return new SaslStep.Challenge(ScramMessages.octets("v=" + signature));
  }

  /** What the client must have bound to: its own header, and our channel. */
  private byte[] bound(ScramMessages.First begun) {
    byte[] header = ScramMessages.octets(begun.header());
    if (begun.flag() != 'p') {
      return header;
    }
    byte[] channel = binding.orElseThrow();
    byte[] both = Arrays.copyOf(header, header.length + channel.length);
    System.arraycopy(channel, 0, both, header.length, channel.length);
    return both;
  }

  private static SaslStep denied() {
    return new SaslStep.Denied(Authentication.Reason.INVALID_CREDENTIALS);
  }

  private static String nonce() {
    byte[] octets = new byte[NONCE_OCTETS];
    RANDOM.nextBytes(octets);
    return Base64.getEncoder().encodeToString(octets);
  }
}
