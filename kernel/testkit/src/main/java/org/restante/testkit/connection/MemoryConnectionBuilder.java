package org.restante.testkit.connection;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.restante.protocol.ConnectionLimits;
import org.restante.protocol.Listener;
import org.restante.protocol.ProtocolPlugin;

/** What a connection in memory is like; every setting has a default. */
public final class MemoryConnectionBuilder {
  final ProtocolPlugin plugin;
  String name;
  String role = "";
  String hostname = "mail.test";
  String goodbye = "goodbye";
  boolean implicitTls;
  boolean startTlsOffered = true;
  boolean plaintextLoginAllowed = true;
  int sendWindow = Integer.MAX_VALUE;
  Duration patience = Duration.ofSeconds(30);
  InetSocketAddress peer = new InetSocketAddress(InetAddress.getLoopbackAddress(), 40_000);
  ConnectionLimits limits = new ConnectionLimits(8192, 64L << 20);

  MemoryConnectionBuilder(ProtocolPlugin plugin) {
    this.plugin = plugin;
    this.name = plugin.protocol();
  }

  /** The listener's name; by default the protocol's. */
  public MemoryConnectionBuilder listener(String listener) {
    this.name = listener;
    return this;
  }

  /** The listener's role; by default none. */
  public MemoryConnectionBuilder role(String value) {
    this.role = value;
    return this;
  }

  /** The server's name; by default {@code mail.test}. */
  public MemoryConnectionBuilder hostname(String value) {
    this.hostname = value;
    return this;
  }

  /** What the kernel says where a session's state can't be read; by default {@code goodbye}. */
  public MemoryConnectionBuilder goodbye(String value) {
    this.goodbye = value;
    return this;
  }

  /** TLS from the first octet; by default not. */
  public MemoryConnectionBuilder implicitTls() {
    this.implicitTls = true;
    return this;
  }

  /** Whether STARTTLS is possible; by default it is. */
  public MemoryConnectionBuilder startTlsOffered(boolean value) {
    this.startTlsOffered = value;
    return this;
  }

  /** Whether a password may come in clear; by default it may. */
  public MemoryConnectionBuilder plaintextLoginAllowed(boolean value) {
    this.plaintextLoginAllowed = value;
    return this;
  }

  /** The limits; by default lines of 8,192 octets and messages of 64 MiB. */
  public MemoryConnectionBuilder limits(ConnectionLimits value) {
    this.limits = value;
    return this;
  }

  /** The client's address; by default loopback. */
  public MemoryConnectionBuilder peer(InetSocketAddress value) {
    this.peer = value;
    return this;
  }

  /** Octets that the session may be ahead of the client before writes wait; by default no limit. */
  public MemoryConnectionBuilder sendWindow(int octets) {
    this.sendWindow = octets;
    return this;
  }

  /** How long the client's side waits before it calls a test failed; by default 30 seconds. */
  public MemoryConnectionBuilder patience(Duration value) {
    this.patience = value;
    return this;
  }

  /** Connects; the session greets. */
  public MemoryConnection connect() {
    return new MemoryConnection(this).start();
  }

  Listener toListener() {
    return new Listener(name, plugin.protocol(), role, implicitTls, hostname);
  }
}
