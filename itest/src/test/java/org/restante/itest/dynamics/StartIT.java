package org.restante.itest.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.restante.testkit.exam.ExamDistribution;
import org.restante.testkit.exam.ExamHome;
import javax.inject.Inject;

@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class StartIT {
  @Inject BundleContext context;

  @Configuration
  public Option[] configuration() {
    ExamDistribution distribution = new ExamDistribution(Path.of(System.getProperty("basedir",".")).resolve("../dist/target/restante").normalize());
    ExamHome home = ExamHome.of(distribution, Path.of("target/homes"));
    Map<String,String> f = new HashMap<>();
    f.put("org.osgi.framework.system.packages.extra",       "org.slf4j;version=2.0.17,org.slf4j.event;version=2.0.17,"
          + "org.slf4j.helpers;version=2.0.17,org.slf4j.spi;version=2.0.17,"
          + "org.slf4j;version=1.7.36,org.slf4j.helpers;version=1.7.36,org.slf4j.spi;version=1.7.36");
    f.put("restante.home", home.root().toString());
    f.put("restante.base.port", home.basePort()+"");
    f.put("org.osgi.framework.bsnversion", "multiple"); f.put("gosh.args", "--nointeractive"); f.put("felix.fileinstall.dir", home.root().resolve("etc").toString()); f.put("felix.fileinstall.filter", ".*\\.config"); f.put("felix.fileinstall.noInitialDelay", "true"); f.put("felix.fileinstall.enableConfigSave","false");
    return new Option[]{distribution.with(f), ExamDistribution.library(Assertions.class), ExamDistribution.library(net.bytebuddy.ByteBuddy.class)};
  }

  @Test
  public void everyBundleResolves() {
    assertThat(Arrays.stream(context.getBundles()).filter(b -> b.getState() == Bundle.INSTALLED)).isEmpty();
    System.out.println(Arrays.toString(context.getBundles()));
    System.out.println(context.getProperty("restante.home"));
  }
}
