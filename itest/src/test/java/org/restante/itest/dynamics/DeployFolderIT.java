package org.restante.itest.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;

/** Plugins by the folder: a jar that goes, a jar that comes back, a jar that does not. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class DeployFolderIT {

  private static final List<Spoken> ALL =
      List.of(Spoken.IMAP, Spoken.POP3, Spoken.SMTP, Spoken.LMTP);
  private static final int PARK_SECONDS = 6;

  @Inject private BundleContext context;

  @Configuration
  public Option[] options() {
    return Provisions.of(DeployFolderIT.class, Provisions.parking(PARK_SECONDS));
  }

  @Test
  public void imapComesAndGoes() throws IOException {
    comesAndGoes(Spoken.IMAP);
  }

  @Test
  public void pop3ComesAndGoes() throws IOException {
    comesAndGoes(Spoken.POP3);
  }

  @Test
  public void smtpComesAndGoes() throws IOException {
    comesAndGoes(Spoken.SMTP);
  }

  /** After the time to wait, each port says no in its own words, and goes on doing so. */
  @Test
  public void refusesInTheProtocolsWords() throws IOException {
    Server server = new Server(context);
    Map<Path, byte[]> jars = new HashMap<>();
    List<Client> sessions = new ArrayList<>();
    for (Spoken spoken : ALL) {
      Client session = server.connect(spoken.listener());
      session.expect(spoken.greeting());
      sessions.add(session);
    }
    for (Spoken spoken : List.of(Spoken.IMAP, Spoken.POP3, Spoken.SMTP)) {
      Path jar = server.jar(spoken.protocol());
      jars.put(jar, Files.readAllBytes(jar));
      Files.delete(jar);
    }
    sessions.forEach(session -> session.until(""));
    List<Client> waiting = ALL.stream().map(spoken -> server.connect(spoken.listener())).toList();
    long connected = System.nanoTime();
    for (int i = 0; i < ALL.size(); i++) {
      waiting.get(i).expect(ALL.get(i).refusal());
      waiting.get(i).expectEnd();
    }
    long waited = Figures.millisSince(connected);
    Figures.print("parked before the refusal, ms", waited);
    Figures.print("refused in the protocol's words", ALL.size());
    assertThat(waited).isGreaterThanOrEqualTo(PARK_SECONDS * 1000L - 500);
    for (Map.Entry<Path, byte[]> jar : jars.entrySet()) {
      Files.write(jar.getKey(), jar.getValue());
    }
    for (Spoken spoken : ALL) {
      greeted(server, spoken);
    }
  }

  /** Sessions end politely, the port stays and parks, and serves who waited. */
  private void comesAndGoes(Spoken spoken) throws IOException {
    Server server = new Server(context);
    Path jar = server.jar(spoken.protocol());
    byte[] content = Files.readAllBytes(jar);
    try (Client session = server.connect(spoken.listener())) {
      session.expect(spoken.greeting());
      Files.delete(jar);
      session.expect(spoken.goodbye());
      session.expectEnd();
    }
    try (Client waiting = server.connect(spoken.listener())) {
      waiting.expectSilence();
      long back = System.nanoTime();
      Files.write(jar, content);
      waiting.expect(spoken.greeting());
      Figures.print(
          spoken.protocol() + " served after its jar came back, ms", Figures.millisSince(back));
    }
  }

  private static void greeted(Server server, Spoken spoken) {
    try (Client client = server.connect(spoken.listener())) {
      client.expect(spoken.greeting());
    }
  }
}
