package org.restante.testkit.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.account.Authentication;
import org.restante.account.Authentication.Denied;
import org.restante.account.Authentication.Reason;
import org.restante.account.ScramKeys;
import org.restante.account.ScramLogin;

/** SCRAM over passwords that are there in clear: the keys are made for each proof. */
record PlainScram(AccountDirectory accounts, String login) implements ScramLogin {
  private static final int ITERATIONS = 4096;

  @Override
  public byte[] salt() {
    return "salt of a test".getBytes(US_ASCII);
  }

  @Override
  public int iterations() {
    return ITERATIONS;
  }

  @Override
  public Verdict verify(byte[] exchange, byte[] proof) {
    Optional<Account> account = accounts.findByLogin(login);
    Optional<byte[]> signature =
        account.stream()
            .flatMap(known -> PlainAuthenticator.passwords(accounts, known.id()))
            .map(password -> ScramKeys.of(password, salt(), ITERATIONS))
            .flatMap(keys -> keys.signature(exchange, proof).stream())
            .findFirst();
    Authentication authentication =
        signature
            .flatMap(right -> account)
            .map(PlainAuthenticator::admit)
            .orElseGet(() -> new Denied(Reason.INVALID_CREDENTIALS));
    return new Verdict(authentication, signature);
  }
}
