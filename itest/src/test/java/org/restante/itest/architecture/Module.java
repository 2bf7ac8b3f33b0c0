package org.restante.itest.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * The modules by the packages they own. What no other module owns is the api's: a new package of it
 * needs no line here, and a new module that forgets its line is held to the api's rules.
 */
enum Module {
  API(""),
  MIME("mime"),
  ARCHIVE("archive"),
  CORE("core"),
  MAILSTORE("mailstore"),
  METRICS("metrics"),
  ADMIN("admin"),
  LAUNCHER("launcher"),
  TESTKIT("testkit"),
  ROCKSDB("rocksdb"),
  IMAP("imap"),
  POP3("pop3"),
  SMTP("smtp"),
  STATUS("status"),
  ITEST("itest"),
  BENCH("bench");

  private static final String OURS = "org.restante.";

  private final String room;

  Module(String room) {
    this.room = room;
  }

  /** The module of a class of ours. */
  static Module of(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.");
    return Arrays.stream(values())
        .filter(module -> parts.length > 2 && parts[2].equals(module.room))
        .findFirst()
        .orElse(API);
  }

  static boolean ours(JavaClass type) {
    return type.getPackageName().startsWith(OURS);
  }

  DescribedPredicate<JavaClass> classes() {
    return DescribedPredicate.describe(
        "classes of " + this, type -> ours(type) && of(type) == this);
  }

  /** Classes of ours that belong to none of these. */
  static DescribedPredicate<JavaClass> outside(Collection<Module> modules) {
    return DescribedPredicate.describe(
        "are ours but not of " + modules, type -> ours(type) && !modules.contains(of(type)));
  }

  /** Those that are part of the server. */
  static Set<Module> shipped() {
    return EnumSet.complementOf(EnumSet.of(TESTKIT, ITEST, BENCH));
  }
}
