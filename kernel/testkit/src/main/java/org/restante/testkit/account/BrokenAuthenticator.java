package org.restante.testkit.account;

import java.net.InetAddress;
import org.restante.account.AccountId;
import org.restante.account.Authentication;
import org.restante.account.Authenticator;
import org.restante.account.IssuedPassword;
import org.restante.account.ScramLogin;

/** Has a bug: every call throws what no protocol has words for. Thread-safe. */
public final class BrokenAuthenticator implements Authenticator {

  @Override
  public Authentication authenticate(String login, String password, InetAddress peer) {
    throw new IllegalStateException("a bug");
  }

  @Override
  public boolean offersScram() {
    return true;
  }

  @Override
  public ScramLogin scram(String login, InetAddress peer) {
    throw new IllegalStateException("a bug");
  }

  @Override
  public void setPassword(AccountId account, String password) {
    throw new IllegalStateException("a bug");
  }

  @Override
  public IssuedPassword issue(AccountId account, String label) {
    throw new IllegalStateException("a bug");
  }

  @Override
  public String hash(String password) {
    throw new IllegalStateException("a bug");
  }
}
