package org.restante.core.guard;

import java.util.List;

/** Where in a plugin's code a thread is. */
final class Whereabouts {
  private static final List<String> NOT_A_PLUGINS =
      List.of("java.", "jdk.", "sun.", "org.restante.core.");

  private Whereabouts() {}

  /** In words, with a space in front; empty where no code of a plugin is on its stack. */
  static String of(Thread thread) {
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (NOT_A_PLUGINS.stream().noneMatch(frame.getClassName()::startsWith)) {
        return " in " + frame.getClassName() + "." + frame.getMethodName();
      }
    }
    return "";
  }

  /** The class at the bottom of a stack that is not the JDK's; empty where all are. */
  static String root(StackTraceElement[] stack) {
    for (int at = stack.length - 1; at >= 0; at--) {
      String type = stack[at].getClassName();
      if (!type.startsWith("java.") && !type.startsWith("jdk.") && !type.startsWith("sun.")) {
        return type;
      }
    }
    return "";
  }
}
