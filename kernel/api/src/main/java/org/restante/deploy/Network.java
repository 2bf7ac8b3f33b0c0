package org.restante.deploy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of addresses.
 *
 * @param address one of them
 * @param prefix how many leading bits all of them share
 * @rfc 4632 3.1
 */
public record Network(InetAddress address, int prefix) {
  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";

  /** Nothing that could be a name: those would be asked for in the network. */
  private static final Pattern FORM =
      Pattern.compile(
          "(%1$s(?:\\.%1$s){3}|[0-9A-Fa-f.]*:[0-9A-Fa-f.:]*)(?:/([0-9]{1,3}))?".formatted(OCTET));

  /** The prefix is as long as the address at most. */
  public Network {
    if (prefix < 0 || prefix > bits(address)) {
      throw new IllegalArgumentException(
          "a prefix has 0 to " + bits(address) + " bits, not " + prefix);
    }
  }

  /**
   * Reads {@code 10.0.0.0/8}, {@code 2001:db8::/32}, or a single address.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  public static Network parse(String text) {
    Matcher form = FORM.matcher(text);
    try {
      if (form.matches()) {
        InetAddress address = InetAddress.getByName(form.group(1));
        String prefix = form.group(2);
        return new Network(address, prefix == null ? bits(address) : Integer.parseInt(prefix));
      }
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(text + " is no network: " + e.getMessage(), e);
    }
    throw new IllegalArgumentException(text + " is no network: write it as 10.0.0.0/8");
  }

  /** Whether an address is in it. */
  public boolean contains(InetAddress other) {
    byte[] mine = address.getAddress();
    byte[] its = other.getAddress();
    if (mine.length != its.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> bit % Byte.SIZE;
      if (((mine[bit / Byte.SIZE] ^ its[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return address.getHostAddress() + "/" + prefix;
  }

  private static int bits(InetAddress address) {
    return address.getAddress().length * Byte.SIZE;
  }
}
