package org.restante.smtp.path;

/**
 * A reverse-path or forward-path.
 *
 * @param local the local part without quotes; empty in the null path, and where it is {@code ""}
 * @param domain the domain in lower case, or an address literal; empty for a bare local part
 * @param text the path as it was written, without angle brackets and source route
 * @rfc 5321 4.1.2
 */
public record Path(String local, String domain, String text) {

  /** The null reverse-path, of bounces. */
  public static final Path NULL = new Path("", "", "");

  /** What the directory looks up. */
  public String address() {
    return domain.isEmpty() ? local : local + "@" + domain;
  }

  /** Whether this is the null path. */
  public boolean isNull() {
    return text.isEmpty();
  }

  /**
   * Whether it is the postmaster's, whom every server has.
   *
   * @rfc 5321 4.5.1
   */
  public boolean isPostmaster() {
    return local.equalsIgnoreCase("postmaster");
  }

  /** The path in angle brackets. */
  @Override
  public String toString() {
    return "<" + text + ">";
  }
}
