package org.restante.admin.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.restante.configuration.UnusableConfiguration;

class ConsequenceTest {

  @Test
  void aFailedComponentIsACause() {
    Exception failure = new IllegalStateException(new java.io.IOException("disk full"));
    assertThat(Consequence.is("[Store(1)] : Error during instantiation", failure)).isFalse();
    assertThat(Consequence.is("[Store(1)] : Something else", null)).isFalse();
  }

  @Test
  void whatWaitsForItIsNot() {
    assertThat(
            Consequence.is(
                "[Page(5)] : Error during instantiation of the implementation object:"
                    + " Unable to get service for reference authenticator",
                null))
        .isTrue();
    assertThat(Consequence.is("[Page(5)] : Could not get service from ref [X]", null)).isTrue();
    assertThat(
            Consequence.is(
                "FrameworkEvent ERROR",
                new IllegalStateException(
                    "Service factory returned null. (Component: org.restante.Store (1))")))
        .isTrue();
  }

  @Test
  void aRefusedConfigurationHasBeenSaid() {
    Exception wrapped = new IllegalStateException(new UnusableConfiguration("etc/a is not used"));
    assertThat(Consequence.is("[Store(1)] : Error during instantiation", wrapped)).isTrue();
  }
}
