package org.restante.core.scan;

/**
 * One thing that a bundle must not do.
 *
 * @param where class and method, or the manifest's header
 * @param what what is used there
 */
public record Finding(Forbidden rule, String where, String what) {

  /** One line: where, what, and what to do instead. */
  public String line() {
    return where + " uses " + what + ": " + rule.instead();
  }
}
