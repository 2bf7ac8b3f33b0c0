package org.restante.itest.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.restante.testkit.exam.ExamHome;

/**
 * The settings that the plugins' own tests have: the server's name, small letters by SMTP,
 * listeners that take no password in clear.
 */
final class WireHome {
  private static final String LISTENER = "org.restante.core.listener-";
  private static final Map<String, Integer> SHIPPED =
      Map.of("imap", 143, "pop3", 110, "mx", 25, "lmtp", 24, "submission", 587);

  private final ExamHome home;
  private String first = "";

  WireHome(ExamHome home) {
    this.home = home;
    home.listeners().forEach(file -> home.set(file, "hostname", "\"mail.test\""));
    secure("imap-secure", "imap", "", 144);
    secure("pop3-clear", "pop3", "", 111);
    secure("smtp-clear", "smtp", "submission", 588);
    home.set("org.restante.imap", "quotaAdministrators", "[\"user2@localhost\"]");
    for (String name : List.of("smtp", "submission", "lmtp", "smtps", "smtp-clear")) {
      home.set(LISTENER + name, "messageOctets", "L\"10000\"");
      home.set(LISTENER + name, "lineOctets", "I\"8192\"");
    }
  }

  ExamHome home() {
    return home;
  }

  /** Transcripts know the first listener by this name, too. */
  void nameFirst(String name) {
    first = name;
  }

  /** The other name of the first listener; empty where it has none. */
  String first() {
    return first;
  }

  /** The ports by the names that a plugin's transcripts have for them; empty: its first one. */
  Map<String, Integer> ports(String protocol) {
    Map<String, Integer> ports = new HashMap<>();
    SHIPPED.forEach((name, port) -> ports.put(name, home.port(port)));
    switch (protocol) {
      case "imap" -> add(ports, 143, "secure", 144);
      case "pop3" -> {
        add(ports, 110, "clear", 111);
        ports.put("shared", home.port(110)); // a server has one plugin for all its sessions
      }
      default -> add(ports, 25, "clear", 588);
    }
    return ports;
  }

  /** The port that speaks TLS from the first octet. */
  int securedPort(String protocol) {
    return home.port(
        switch (protocol) {
          case "imap" -> 993;
          case "pop3" -> 995;
          default -> 465;
        });
  }

  private void add(Map<String, Integer> ports, int wellKnown, String secure, int secured) {
    ports.put("", home.port(wellKnown));
    ports.put(first, home.port(wellKnown));
    ports.put(secure, home.port(secured));
  }

  private void secure(String name, String protocol, String role, int port) {
    home.set(LISTENER + name, "protocol", "\"" + protocol + "\"")
        .set(LISTENER + name, "role", "\"" + role + "\"")
        .set(LISTENER + name, "port", "I\"" + port + "\"")
        .set(LISTENER + name, "hostname", "\"mail.test\"")
        .set(LISTENER + name, "plaintextLogin", "\"never\"");
  }
}
