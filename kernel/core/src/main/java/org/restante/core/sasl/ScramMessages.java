package org.restante.core.sasl;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The messages of a SCRAM client. What is not in their form is empty.
 *
 * @rfc 5802 7
 */
final class ScramMessages {
  private static final String BASE64 =
      "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?";
  private static final String NONCE = "r=([!-+\\--~]+)";
  private static final String EXTENSIONS = "((?:,[A-Za-z]=[^,\\x00]+)*)";

  private static final Pattern FIRST =
      Pattern.compile(
          "((n|y|p=([A-Za-z0-9.-]+)),(?:a=([^,\\x00]+))?,)(n=([^,\\x00]+),"
              + NONCE
              + EXTENSIONS
              + ")");
  private static final Pattern FINAL =
      Pattern.compile("(c=(" + BASE64 + ")," + NONCE + EXTENSIONS + "),p=(" + BASE64 + ")");

  private ScramMessages() {}

  /**
   * The client's first message.
   *
   * @param header the GS2 header, as it was sent
   * @param flag {@code n}, {@code y} or {@code p}: what the client thinks of channel bindings
   * @param binding the type of its channel binding; empty for none
   * @param authorization whom it wants to act for; empty for itself
   * @param bare the message without the header
   */
  record First(
      String header,
      char flag,
      String binding,
      String authorization,
      String bare,
      String user,
      String nonce) {

    static Optional<First> parse(byte[] octets) {
      Matcher matcher = FIRST.matcher(ClearText.decode(octets).orElse(""));
      if (!matcher.matches()) {
        return Optional.empty();
      }
      String authorization = matcher.group(4) == null ? "" : matcher.group(4);
      Optional<String> user = unescaped(matcher.group(6));
      Optional<String> other = unescaped(authorization);
      if (user.isEmpty() || other.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new First(
              matcher.group(1),
              matcher.group(2).charAt(0),
              matcher.group(3) == null ? "" : matcher.group(3),
              other.get(),
              matcher.group(5),
              user.get(),
              matcher.group(7)));
    }

    /** A comma and an equals sign come in disguise, and nothing else does. */
    private static Optional<String> unescaped(String name) {
      String plain = name.replace("=2C", "").replace("=3D", "");
      return plain.indexOf('=') >= 0
          ? Optional.empty()
          : Optional.of(name.replace("=2C", ",").replace("=3D", "="));
    }
  }

  /**
   * The client's final message.
   *
   * @param withoutProof what the proof is over
   * @param binding the GS2 header, and the channel binding if there is one
   */
  @SuppressWarnings("ArrayRecordComponent") // made for one reading
  record Final(String withoutProof, byte[] binding, String nonce, byte[] proof) {

    static Optional<Final> parse(byte[] octets) {
      Matcher matcher = FINAL.matcher(ClearText.decode(octets).orElse(""));
      if (!matcher.matches()) {
        return Optional.empty();
      }
      Base64.Decoder base64 = Base64.getDecoder();
      return Optional.of(
          new Final(
              matcher.group(1),
              base64.decode(matcher.group(2)),
              matcher.group(3),
              base64.decode(matcher.group(5))));
    }
  }

  static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
