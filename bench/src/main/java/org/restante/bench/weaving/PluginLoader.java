package org.restante.bench.weaving;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;

/** A plugin's classes in a loader of their own, as a bundle has it, changed as they are loaded. */
final class PluginLoader extends ClassLoader {
  private final String prefix;
  private final UnaryOperator<byte[]> change;

  PluginLoader(String prefix, UnaryOperator<byte[]> change) {
    super(PluginLoader.class.getClassLoader());
    this.prefix = prefix;
    this.change = change;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(prefix)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known != null ? known : defined(name);
    }
  }

  private Class<?> defined(String name) throws ClassNotFoundException {
    try (InputStream code = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (code == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] octets = change.apply(code.readAllBytes());
      return defineClass(name, octets, 0, octets.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
