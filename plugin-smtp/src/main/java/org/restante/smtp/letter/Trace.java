package org.restante.smtp.letter;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.restante.smtp.path.Path;

/**
 * What is said in front of a letter about how it came here.
 *
 * @param sender the reverse-path
 * @param hello what the client called itself
 * @param peer where it is
 * @param hostname this server
 * @param protocol the registered name of RFC 3848: {@code ESMTPSA}
 * @param id this letter's id, for the log and for questions
 * @param recipient the forward-path where there is only one: several are nobody's business
 * @param received when
 * @rfc 5321 4.4
 */
public record Trace(
    Path sender,
    String hello,
    InetAddress peer,
    String hostname,
    String protocol,
    String id,
    Optional<Path> recipient,
    OffsetDateTime received) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  /** Return-Path and Received, folded. */
  public String fields() {
    StringBuilder text = new StringBuilder();
    text.append("Return-Path: ").append(sender).append("\r\n");
    text.append("Received: from ").append(hello).append(" (").append(literal()).append(")\r\n");
    text.append("\tby ").append(hostname).append(" with ").append(protocol);
    text.append("\r\n\tid ").append(id);
    recipient.ifPresent(path -> text.append("\r\n\tfor ").append(path));
    return text.append(";\r\n\t").append(date(received)).append("\r\n").toString();
  }

  /**
   * A date as header fields have it.
   *
   * @rfc 5322 3.3
   */
  public static String date(OffsetDateTime time) {
    return DATE.format(time);
  }

  private String literal() {
    String address = peer.getHostAddress();
    int zone = address.indexOf('%');
    String plain = zone < 0 ? address : address.substring(0, zone);
    return peer instanceof Inet6Address ? "[IPv6:" + plain + "]" : "[" + plain + "]";
  }
}
