package org.restante.core.scan;

import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;

/** Breaks each rule once, in a method of its own; never run. */
final class Trespasser {

  private Trespasser() {}

  static Object port() throws Exception {
    return new ServerSocket(0);
  }

  static Object datagrams() throws Exception {
    return new DatagramSocket();
  }

  static Object pool() {
    return Executors.newCachedThreadPool();
  }

  static Supplier<Object> poolByReference() {
    return Executors::newVirtualThreadPerTaskExecutor;
  }

  static void thread() {
    new Thread(() -> {}).start();
  }

  static Object timer() {
    return new Timer();
  }

  static Object async() {
    return CompletableFuture.runAsync(() -> {});
  }

  static void exit() {
    System.exit(1);
  }

  static void halt() {
    Runtime.getRuntime().halt(1);
  }

  static Object program() throws Exception {
    return new ProcessBuilder("true").start();
  }

  static native void below();

  static void bundle(BundleContext context) throws Exception {
    context.installBundle("file:other.jar");
  }
}
