package org.restante.admin.login;

import com.github.benmanes.caffeine.cache.Ticker;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.account.AccountId;
import org.restante.account.ApplicationPassword;
import org.restante.account.Authentication;
import org.restante.account.Authentication.Denied;
import org.restante.account.Authentication.Granted;
import org.restante.account.Authentication.Reason;
import org.restante.account.Authenticator;
import org.restante.account.IssuedPassword;
import org.restante.account.ScramKeys;
import org.restante.account.ScramLogin;
import org.restante.admin.login.ScramLedger.Salt;
import org.restante.configuration.KnownKeys;
import org.restante.refusal.MailRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies passwords against the hashes of the directory. */
@Component(configurationPid = "org.restante.admin.login")
@Designate(ocd = LoginConfig.class)
public final class Passwords implements Authenticator {

  private static final Logger LOG = LoggerFactory.getLogger(Passwords.class);
  private static final Optional<Account> NOBODY = Optional.empty();
  private static final int LEAST_ITERATIONS = 4096;
  private static final int MOST_ITERATIONS = 10_000_000;
  private static final int MOST_MEMORY_KIB = 1 << 20;
  private static final int MOST_PASSES = 99;

  private final AccountDirectory accounts;
  private final PasswordHash hash;
  private final VerifiedCredentials verified;
  private final Brake brake;
  private final Semaphore hashes;
  private final ScramLedger ledger;

  /** Hashes and memory as configured. */
  @Activate
  public Passwords(
      @Reference AccountDirectory accounts, LoginConfig config, Map<String, ?> properties) {
    this(accounts, checked(config, properties), Ticker.systemTicker());
  }

  private Passwords(AccountDirectory accounts, LoginConfig config, Ticker ticker) {
    this(
        accounts,
        new Argon2(config.argon2MemoryKiB(), config.argon2Passes()),
        new VerifiedCredentials(Duration.ofSeconds(config.rememberSeconds()), ticker),
        new Brake(config.wrongPasswords(), Duration.ofSeconds(config.brakeSeconds()), ticker),
        config.concurrentHashes() > 0
            ? config.concurrentHashes()
            : Runtime.getRuntime().availableProcessors(),
        config.scramIterations());
  }

  Passwords(
      AccountDirectory accounts,
      PasswordHash hash,
      VerifiedCredentials verified,
      Brake brake,
      int concurrentHashes,
      int scramIterations) {
    this.accounts = accounts;
    this.hash = hash;
    this.verified = verified;
    this.brake = brake;
    this.hashes = new Semaphore(concurrentHashes);
    this.ledger = new ScramLedger(accounts, scramIterations);
  }

  @Override
  public Authentication authenticate(String login, String password, InetAddress peer) {
    if (brake.holds(login, peer)) {
      return new Denied(Reason.THROTTLED);
    }
    try {
      return verdict(login, password, peer);
    } catch (MailRefusal unavailable) {
      LOG.warn("a login can't be verified now", unavailable);
      return new Denied(Reason.UNAVAILABLE);
    }
  }

  @Override
  public boolean offersScram() {
    return ledger.isOpen();
  }

  @Override
  public ScramLogin scram(String login, InetAddress peer) {
    if (brake.holds(login, peer)) {
      return refusing(login, Reason.THROTTLED);
    }
    try {
      Optional<Account> account = accounts.findByLogin(login);
      List<ScramKeys> keys = account.map(Account::id).map(ledger::keys).orElse(List.of());
      Salt salt =
          keys.isEmpty()
              ? ledger.decoy(login)
              : new Salt(keys.getFirst().salt(), keys.getFirst().iterations());
      return new KeyedLogin(salt, keys, right -> verdict(login, peer, right ? account : NOBODY));
    } catch (MailRefusal unavailable) {
      LOG.warn("a login can't be verified now", unavailable);
      return refusing(login, Reason.UNAVAILABLE);
    }
  }

  private ScramLogin refusing(String login, Reason reason) {
    return new KeyedLogin(ledger.decoy(login), List.of(), right -> new Denied(reason));
  }

  @Override
  public void setPassword(AccountId account, String password) {
    if (ApplicationSecret.parse(password).isPresent()) {
      throw new IllegalArgumentException(
          "the password has the form of an application password; choose another");
    }
    accounts.setCredential(account, keyed(hashed(password), password, ledger.of(account)));
  }

  @Override
  public IssuedPassword issue(AccountId account, String label) {
    String text = label.strip();
    if (text.isEmpty() || text.length() > ApplicationPassword.LONGEST_LABEL) {
      throw new IllegalArgumentException(
          "a label has 1 to " + ApplicationPassword.LONGEST_LABEL + " characters");
    }
    ApplicationSecret secret = ApplicationSecret.generate();
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    ApplicationPassword entry = new ApplicationPassword(secret.id(), text, now);
    String credential = keyed(hashed(secret.text()), secret.text(), ledger.of(account));
    accounts.addApplicationPassword(account, entry, credential);
    return new IssuedPassword(entry, secret.text());
  }

  @Override
  public String hash(String password) {
    return keyed(hashed(password), password, ledger.fresh());
  }

  private String keyed(String hash, String password, Salt salt) {
    return ledger.keyed(Credential.parse(hash), password, salt).text();
  }

  private String hashed(String password) {
    hashes.acquireUninterruptibly();
    try {
      return hash.hash(password);
    } finally {
      hashes.release();
    }
  }

  private Authentication verdict(String login, String password, InetAddress peer) {
    Optional<Account> account = accounts.findByLogin(login);
    String credential =
        account.map(Account::id).flatMap(id -> credential(id, password)).orElseGet(hash::ofNobody);
    Credential stored = Credential.parse(credential);
    boolean right = verify(stored.hash(), password);
    if (right && ledger.wants(account.map(known -> stored))) {
      addKeys(account.orElseThrow().id(), stored, password);
    }
    return verdict(login, peer, right ? account : NOBODY);
  }

  private Authentication verdict(String login, InetAddress peer, Optional<Account> account) {
    if (account.isEmpty()) {
      brake.failed(login, peer);
      return new Denied(Reason.INVALID_CREDENTIALS);
    }
    brake.succeeded(login, peer);
    return account.get().enabled() ? new Granted(account.get()) : new Denied(Reason.DISABLED);
  }

  /** A password from before SCRAM gets its keys when it is seen; a program's own is made anew. */
  private void addKeys(AccountId account, Credential stored, String password) {
    if (ApplicationSecret.parse(password).isPresent()) {
      return;
    }
    String keyed = ledger.keyed(stored, password, ledger.of(account)).text();
    try {
      accounts.replaceCredential(account, stored.text(), keyed);
    } catch (MailRefusal later) {
      LOG.warn("keys for SCRAM are made at a later login", later);
    }
  }

  /** The one hash that a password can be of: each login computes one, whatever there is. */
  private Optional<String> credential(AccountId account, String password) {
    return ApplicationSecret.parse(password)
        .map(secret -> accounts.applicationCredential(account, secret.id()))
        .orElseGet(() -> accounts.credential(account));
  }

  private boolean verify(String credential, String password) {
    if (verified.contain(credential, password)) {
      return true;
    }
    hashes.acquireUninterruptibly();
    try {
      // somebody may have verified it while this one waited
      boolean right = verified.contain(credential, password) || hash.verify(password, credential);
      if (right) {
        verified.add(credential, password);
      }
      return right;
    } finally {
      hashes.release();
    }
  }

  private static LoginConfig checked(LoginConfig config, Map<String, ?> properties) {
    KnownKeys.check(properties, LoginConfig.class);
    boolean cost = config.argon2MemoryKiB() >= 8 && config.argon2MemoryKiB() <= MOST_MEMORY_KIB;
    if (!cost || config.argon2Passes() < 1 || config.argon2Passes() > MOST_PASSES) {
      throw KnownKeys.refused(
          properties,
          "argon2MemoryKiB is from 8 to %d, argon2Passes from 1 to %d"
              .formatted(MOST_MEMORY_KIB, MOST_PASSES));
    }
    if (config.rememberSeconds() < 0 || config.wrongPasswords() < 1 || config.brakeSeconds() < 1) {
      throw KnownKeys.refused(
          properties, "rememberSeconds is 0 or more, wrongPasswords and brakeSeconds 1 or more");
    }
    int rounds = config.scramIterations();
    if (rounds != 0 && (rounds < LEAST_ITERATIONS || rounds > MOST_ITERATIONS)) {
      throw KnownKeys.refused(
          properties,
          "scramIterations is 0, or from %d to %d".formatted(LEAST_ITERATIONS, MOST_ITERATIONS));
    }
    return config;
  }
}
