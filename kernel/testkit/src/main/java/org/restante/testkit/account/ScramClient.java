package org.restante.testkit.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The client's side of one SCRAM-SHA-256 login, by the JDK's own PBKDF2, so that the server's is
 * not tested against itself.
 *
 * @rfc 5802 3
 */
public final class ScramClient {
  private static final Pattern CHALLENGE = Pattern.compile("r=([^,]+),s=([^,]+),i=([0-9]+)");
  private static final String NONCE = "rOprNGfwEbeRWgbNEkqO";

  private final String password;
  private final String header;
  private final byte[] binding;
  private final String bare;
  private byte[] serverSignature = {};

  private ScramClient(String user, String password, String header, byte[] binding) {
    this.password = password;
    this.header = header;
    this.binding = binding.clone();
    this.bare = "n=" + user + ",r=" + NONCE;
  }

  /** A client that knows no channel bindings. */
  public static ScramClient unbound(String user, String password) {
    return new ScramClient(user, password, "n,,", new byte[0]);
  }

  /** A client that wants to act for somebody. */
  public static ScramClient actingFor(String name, String user, String password) {
    return new ScramClient(user, password, "n,a=" + name + ",", new byte[0]);
  }

  /** A client that binds to the end point of TLS. */
  public static ScramClient bound(String user, String password, byte[] endPoint) {
    return new ScramClient(user, password, "p=tls-server-end-point,,", endPoint);
  }

  /** The first message. */
  public byte[] first() {
    return (header + bare).getBytes(UTF_8);
  }

  /** The final message. */
  public byte[] last(byte[] challenge) {
    String text = new String(challenge, UTF_8);
    Matcher matcher = CHALLENGE.matcher(text);
    if (!matcher.matches() || !matcher.group(1).startsWith(NONCE)) {
      throw new AssertionError("no server-first-message: " + text);
    }
    byte[] head = header.getBytes(US_ASCII);
    byte[] channel = Arrays.copyOf(head, head.length + binding.length);
    System.arraycopy(binding, 0, channel, head.length, binding.length);
    String withoutProof =
        "c=" + Base64.getEncoder().encodeToString(channel) + ",r=" + matcher.group(1);
    byte[] exchange = (bare + "," + text + "," + withoutProof).getBytes(UTF_8);
    byte[] salt = Base64.getDecoder().decode(matcher.group(2));
    byte[] proof = proof(exchange, salt, Integer.parseInt(matcher.group(3)));
    return (withoutProof + ",p=" + Base64.getEncoder().encodeToString(proof)).getBytes(UTF_8);
  }

  /** The server's final message must prove that it knows the password too. */
  public void verify(byte[] verdict) {
    String due = "v=" + Base64.getEncoder().encodeToString(serverSignature);
    if (!due.equals(new String(verdict, UTF_8))) {
      throw new AssertionError("the server's signature is wrong: " + new String(verdict, UTF_8));
    }
  }

  private byte[] proof(byte[] exchange, byte[] salt, int iterations) {
    try {
      PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, 256);
      byte[] salted =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      byte[] clientKey = mac(salted, "Client Key".getBytes(US_ASCII));
      byte[] storedKey = MessageDigest.getInstance("SHA-256").digest(clientKey);
      byte[] proof = mac(storedKey, exchange);
      for (int i = 0; i < proof.length; i++) {
        proof[i] ^= clientKey[i];
      }
      serverSignature = mac(mac(salted, "Server Key".getBytes(US_ASCII)), exchange);
      return proof;
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] mac(byte[] key, byte[] octets) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(octets);
  }

  /** A client that uses this binding, or none. */
  public static ScramClient of(String user, String password, Optional<byte[]> endPoint) {
    return endPoint
        .map(binding -> bound(user, password, binding))
        .orElseGet(() -> unbound(user, password));
  }
}
