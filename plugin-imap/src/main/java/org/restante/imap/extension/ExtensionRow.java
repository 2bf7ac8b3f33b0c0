package org.restante.imap.extension;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.restante.imap.state.State;

/**
 * A row of the table of extensions.
 *
 * @param name the extension's name; its capability, and what ENABLE calls it
 * @param rfc the number of its RFC
 * @param states where its capability is shown
 * @param capabilities what CAPABILITY shows for it there: mostly the name; nothing where it can't
 *     be used now
 * @param features what ENABLE of its name switches on; empty where it can't be enabled
 * @rfc 3501 7.2.1
 * @rfc 5161 3.1
 */
public record ExtensionRow(
    String name,
    int rfc,
    Set<State> states,
    Function<Standing, List<String>> capabilities,
    Set<Feature> features) {

  /** Copies the sets. */
  public ExtensionRow {
    states = Set.copyOf(states);
    features = Set.copyOf(features);
  }

  /** Shown in every state. */
  public static ExtensionRow always(String name, int rfc) {
    return row(name, rfc, EnumSet.of(State.NOT_AUTHENTICATED, State.AUTHENTICATED, State.SELECTED));
  }

  /** Shown before a login only. */
  public static ExtensionRow beforeLogin(String name, int rfc) {
    return row(name, rfc, EnumSet.of(State.NOT_AUTHENTICATED));
  }

  /** Shown after a login only. */
  public static ExtensionRow afterLogin(String name, int rfc) {
    return row(name, rfc, EnumSet.of(State.AUTHENTICATED, State.SELECTED));
  }

  private static ExtensionRow row(String name, int rfc, Set<State> states) {
    return new ExtensionRow(name, rfc, states, standing -> List.of(name), Set.of());
  }

  /** The same row with capabilities that depend on the session or on settings. */
  public ExtensionRow showing(Function<Standing, List<String>> other) {
    return new ExtensionRow(name, rfc, states, other, features);
  }

  /** The same row as one that ENABLE knows. */
  public ExtensionRow enabling(Feature first, Feature... more) {
    return new ExtensionRow(name, rfc, states, capabilities, EnumSet.of(first, more));
  }
}
