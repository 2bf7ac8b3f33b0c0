package org.restante.deploy;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.restante.account.AccountId;

/** Who is served by a new revision. */
public sealed interface Rollout {

  /** All sessions, at once. */
  record Everyone() implements Rollout {}

  /**
   * Some sessions first, until it is promoted or rolled back: those of some accounts, from their
   * login on, and those from some networks, from the first octet on. The rest stays with the old
   * revision, and so does a client whose account is not known yet.
   *
   * @param share of all accounts, 0 to 1
   * @param accounts these too
   * @param networks clients from these too
   */
  record Canary(double share, Set<AccountId> accounts, List<Network> networks) implements Rollout {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int FRACTION = 53;

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException where nobody is chosen
     */
    public Canary {
      accounts = Set.copyOf(accounts);
      networks = List.copyOf(networks);
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("a canary's share is from 0 to 1, not " + share);
      }
      if (share == 0 && accounts.isEmpty() && networks.isEmpty()) {
        throw new IllegalArgumentException("name a share, accounts or networks for the canary");
      }
    }

    /**
     * Whether an account belongs to it. The same accounts do in every canary of this share, and
     * more of them in a larger one.
     */
    public boolean includes(AccountId account) {
      return accounts.contains(account) || place(account) < share;
    }

    /** Whether a client does, whatever its account is. */
    public boolean includes(InetAddress client) {
      return networks.stream().anyMatch(network -> network.contains(client));
    }

    /** Numbers that follow each other are spread evenly over 0 to 1, so that a share is exact. */
    private static double place(AccountId account) {
      return (account.value() * GOLDEN >>> (Long.SIZE - FRACTION)) / (double) (1L << FRACTION);
    }
  }
}
