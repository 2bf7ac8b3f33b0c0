package org.restante.admin.inventory;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.account.AccountId;
import org.restante.deploy.Network;
import org.restante.deploy.Rollout;

/** What an operator writes about who gets a new revision. Names need the account directory. */
@Component(service = Audiences.class)
public final class Audiences {
  private static final Pattern SHARE = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,6})?)(%?)");

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  volatile @Nullable AccountDirectory accounts;

  /** The directory may come later. */
  @Activate
  public Audiences() {}

  Audiences(AccountDirectory accounts) {
    this.accounts = accounts;
  }

  /**
   * Everyone, where all three are empty.
   *
   * @param share {@code 5%} or {@code 0.05}
   * @param names logins, with commas between them
   * @param networks {@code 10.0.0.0/8}, with commas between them
   * @throws IllegalArgumentException where that is malformed, or an account is not there
   */
  public Rollout read(String share, String names, String networks) {
    if (share.isEmpty() && names.isEmpty() && networks.isEmpty()) {
      return new Rollout.Everyone();
    }
    Set<AccountId> chosen = new HashSet<>();
    items(names).forEach(name -> chosen.add(account(name).id()));
    List<Network> blocks = items(networks).stream().map(Network::parse).toList();
    return new Rollout.Canary(share.isEmpty() ? 0 : share(share), chosen, blocks);
  }

  private static double share(String text) {
    Matcher form = SHARE.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(text + " is no share: write it as 5% or 0.05");
    }
    double number = Double.parseDouble(form.group(1));
    return form.group(2).isEmpty() ? number : number / 100;
  }

  private Account account(String name) {
    AccountDirectory directory = accounts;
    if (directory == null) {
      throw new IllegalArgumentException("accounts can't be named now: the store is not there");
    }
    Optional<Account> found = directory.findByLogin(name);
    return found.orElseThrow(() -> new IllegalArgumentException("there is no account " + name));
  }

  private static List<String> items(String list) {
    return Arrays.stream(list.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}
