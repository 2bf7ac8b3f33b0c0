package org.restante.core.limits;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Locale;

/** Where a password may be sent without TLS. */
public enum PlaintextLogin {
  /** Nowhere. */
  NEVER,
  /** By clients on this machine. */
  LOOPBACK,
  /** Everywhere. */
  ALWAYS;

  /** The value of a setting. */
  public static PlaintextLogin of(String setting) {
    return Arrays.stream(values())
        .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(setting.strip()))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "plaintextLogin is never, loopback or always, not '" + setting + "'"));
  }

  /** Whether this client may. */
  public boolean allows(InetAddress peer) {
    return switch (this) {
      case NEVER -> false;
      case LOOPBACK -> peer.isLoopbackAddress();
      case ALWAYS -> true;
    };
  }
}
