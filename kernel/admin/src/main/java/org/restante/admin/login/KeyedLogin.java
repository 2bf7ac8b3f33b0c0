package org.restante.admin.login;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.restante.account.Authentication;
import org.restante.account.ScramKeys;
import org.restante.account.ScramLogin;

/**
 * A SCRAM login over the keys of an account, of which there may be none.
 *
 * @param conclusion what a proof that is right, or not, comes to
 */
record KeyedLogin(
    ScramLedger.Salt chosen, List<ScramKeys> keys, Function<Boolean, Authentication> conclusion)
    implements ScramLogin {

  @Override
  public byte[] salt() {
    return chosen.octets();
  }

  @Override
  public int iterations() {
    return chosen.iterations();
  }

  @Override
  public Verdict verify(byte[] exchange, byte[] proof) {
    Optional<byte[]> signature =
        keys.stream().flatMap(each -> each.signature(exchange, proof).stream()).findFirst();
    return new Verdict(conclusion.apply(signature.isPresent()), signature);
  }
}
