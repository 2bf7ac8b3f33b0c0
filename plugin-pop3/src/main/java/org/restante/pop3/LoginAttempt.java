package org.restante.pop3;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a session knows before its login. */
final class LoginAttempt {

  private @Nullable String user;
  private int failures;

  void user(String name) {
    user = name;
  }

  /** The name that USER gave. */
  Optional<String> user() {
    return Optional.ofNullable(user);
  }

  int failures() {
    return failures;
  }

  /** Notes a failed login and says how many there were. */
  int failed() {
    user = null;
    return ++failures;
  }

  /** Forgets the name: nothing that was said in clear counts under TLS. */
  void forget() {
    user = null;
  }

  void resume(Optional<String> name, int failed) {
    user = name.orElse(null);
    failures = failed;
  }
}
