package org.restante.imap.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.imap.state.State.AUTHENTICATED;
import static org.restante.imap.state.State.LOGOUT;
import static org.restante.imap.state.State.NOT_AUTHENTICATED;
import static org.restante.imap.state.State.SELECTED;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The seven transitions and no other.
 *
 * @rfc 3501 3
 */
class TransitionTest {
  private static final Map<Transition, Map<State, State>> DRAWING =
      Map.of(
          Transition.LOGGED_IN, Map.of(NOT_AUTHENTICATED, AUTHENTICATED),
          Transition.OPENED, Map.of(AUTHENTICATED, SELECTED),
          Transition.CLOSED, Map.of(SELECTED, AUTHENTICATED),
          Transition.LEFT,
              Map.of(
                  NOT_AUTHENTICATED,
                  LOGOUT,
                  AUTHENTICATED,
                  LOGOUT,
                  SELECTED,
                  LOGOUT,
                  LOGOUT,
                  LOGOUT));

  @Test
  void thereAreSeven() {
    assertThat(Transition.values()).hasSize(7);
  }

  @Test
  void greetingsLeadToTheirStates() {
    assertThat(Transition.CONNECTED.initial()).isEqualTo(NOT_AUTHENTICATED);
    assertThat(Transition.PRE_AUTHENTICATED.initial()).isEqualTo(AUTHENTICATED);
    assertThat(Transition.REJECTED.initial()).isEqualTo(LOGOUT);
    assertThatThrownBy(Transition.OPENED::initial).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void othersStartWhereTheDrawingSaysAndNowhereElse() {
    for (Transition transition : DRAWING.keySet()) {
      for (State state : List.of(State.values())) {
        check(transition, state);
      }
    }
  }

  private static void check(Transition transition, State state) {
    State after = DRAWING.getOrDefault(transition, Map.of()).get(state);
    if (after == null) {
      assertThatThrownBy(() -> transition.from(state)).isInstanceOf(IllegalStateException.class);
    } else {
      assertThat(transition.from(state)).isEqualTo(after);
    }
  }
}
