package org.restante.testkit.tck;

import static org.junit.Assume.assumeTrue;

import io.micrometer.core.instrument.Meter;
import java.nio.file.Path;
import java.util.Set;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.restante.testkit.tck.Dialect.Part;

/**
 * The rules for a protocol bundle. An author extends it by a public class whose name ends in {@code
 * IT}, says how the protocol is spoken, and names the jar by the system property {@code
 * restante.tck.bundle}; {@code docs/plugin-guide.md} shows it. A second revision ({@code
 * restante.tck.next}) is optional: without one, sessions move between copies of the first.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public abstract class ProtocolTck {
  /** Meters before the bundle came; of one framework, as this class is. */
  private static @Nullable Set<Meter.Id> before;

  @Inject private BundleContext context;

  /** How a client speaks the protocol. */
  protected abstract Dialect dialect();

  /** The jar of the bundle under test. Asked for outside of the framework. */
  protected Path bundle() {
    String jar = System.getProperty("restante.tck.bundle");
    if (jar == null) {
      throw new IllegalStateException("name the jar: -Drestante.tck.bundle=FILE");
    }
    return Path.of(jar);
  }

  /** The jar of another revision of it, to which sessions go, and from which they come back. */
  protected Path nextBundle() {
    String jar = System.getProperty("restante.tck.next", "");
    return jar.isEmpty() ? bundle() : Path.of(jar);
  }

  /** What the suite runs in. */
  @Configuration
  public final Option[] options() {
    return TckHome.options(getClass(), dialect(), bundle(), nextBundle());
  }

  /** The bundle serves. */
  @Before
  public final void deployed() {
    TestedProtocol tested = tested();
    if (before == null) {
      before = MeterNames.all(tested.registry());
    }
    if (!tested.deployed()) {
      tested.deploy(false);
    }
  }

  /**
   * State: a session that is suspended between any two calls of it, at one of them or at all, goes
   * on as if nothing had been.
   */
  @Test
  public final void aSuspendedSessionIsTheSame() {
    states().sameSession();
  }

  /** State: each version of {@code states()} is written when it is asked for, and read. */
  @Test
  public final void everyDeclaredVersionIsWrittenAndRead() {
    states().everyVersion();
  }

  /** State: another protocol's, another version's and damaged states are refused, and no more. */
  @Test
  public final void aForeignStateIsRefused() {
    states().foreignStates();
  }

  /** State: what the client sent ahead stays the connection's, or moves along. */
  @Test
  public final void whatWasSentAheadIsAnswered() {
    states().sentAhead();
  }

  /** Redeploy: upgrades there and back under sessions that work and sessions that wait. */
  @Test
  public final void nobodyIsDroppedByUpgrades() throws Exception {
    new RedeployRules(tested()).nobodyIsDropped();
  }

  /** Leaks: a removed bundle leaves no class loader, thread, file, buffer or meter. */
  @Test
  public final void nothingIsLeftBehind() {
    new LeakRules(tested(), before == null ? Set.of() : before).nothingStays();
  }

  /** Limits: a line of more than the connection's octets is not taken in, and is answered. */
  @Test
  public final void aLineThatIsTooLongIsAnswered() {
    limits().longLine();
  }

  /** Limits: what asks for too much, or brings it, is refused and the session goes on. */
  @Test
  public final void anExcessIsRefused() {
    assumeTrue("the dialect has no excess", dialect().has(Part.EXCESS));
    limits().excess();
  }

  /** Limits: a client that does not read its answers keeps nobody else waiting. */
  @Test
  public final void aSlowReaderHoldsNobodyUp() {
    limits().slowReader();
  }

  /** Limits: a client that says nothing is sent away after a time. */
  @Test
  public final void aSilentClientIsSentAway() {
    limits().silentClient();
  }

  /** Login: no password is taken in clear where the operator does not want it. */
  @Test
  public final void noLoginInClearWhereItIsNotAllowed() {
    assumeTrue("the dialect has no login", dialect().has(Part.LOGIN));
    limits().loginInClear();
  }

  /** Login: the kernel is told who it is, in the login and not before; or it ends the session. */
  @Test
  public final void theKernelIsToldWhoLoggedIn() {
    assumeTrue("the dialect has no login", dialect().has(Part.LOGIN));
    limits().loginIsTold();
  }

  /** Life: when the server stops, each session says goodbye in the protocol's words. */
  @Test
  public final void everySessionSaysGoodbye() {
    limits().goodbye();
  }

  /** Metrics: a command is counted once, under a name of the closed set; so is a login. */
  @Test
  public final void commandsAreCountedExactly() {
    new MeterRules(tested()).countedExactly();
  }

  /** Metrics: meters are named as the contract with dashboards says, each with one set of tags. */
  @Test
  public final void metersAreNamedByTheContract() {
    new MeterRules(tested()).namedByTheContract();
  }

  /** Metrics: the number of series does not grow with clients, accounts or what they say. */
  @Test
  public final void seriesAreBounded() {
    new MeterRules(tested()).boundedSeries();
  }

  private StateRules states() {
    return new StateRules(tested());
  }

  private LimitRules limits() {
    return new LimitRules(tested());
  }

  private TestedProtocol tested() {
    return new TestedProtocol(context, dialect());
  }
}
