package org.restante.core.woven;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * What woven code of one bundle calls: a constant of each of its classes, so that the compiler
 * turns a look at it into one read. Thread-safe.
 */
public final class Checkpoint {
  /** Smaller arrays are not worth a call. */
  public static final int SMALL = 1024;

  private static final VarHandle ATTENTIVE = attentive();
  private static final Map<Long, Checkpoint> OF_BUNDLES = new ConcurrentHashMap<>();
  private static final Checkpoint OF_NOBODY = new Checkpoint(new Indifference());

  private final Attention attention;

  @SuppressWarnings("unused") // by ATTENTIVE
  private boolean attentive;

  /** Nobody is attentive yet. */
  public Checkpoint(Attention attention) {
    this.attention = attention;
  }

  /**
   * The constant of a class, made when its first woven method runs.
   *
   * @param name of no meaning: constants have one
   */
  public static Checkpoint of(MethodHandles.Lookup lookup, String name, Class<?> type) {
    Bundle bundle = FrameworkUtil.getBundle(lookup.lookupClass());
    return bundle == null ? OF_NOBODY : OF_BUNDLES.getOrDefault(bundle.getBundleId(), OF_NOBODY);
  }

  /** Classes of this bundle that are loaded from now on use it. */
  public void register(long bundleId) {
    OF_BUNDLES.put(bundleId, this);
  }

  /** No class of this bundle will be loaded any more. */
  public static void forget(long bundleId) {
    OF_BUNDLES.remove(bundleId);
  }

  /** Whether loops call {@link Attention#attend}. */
  public void attentive(boolean now) {
    ATTENTIVE.setOpaque(this, now);
  }

  /** A loop goes round. */
  public void poll() {
    if ((boolean) ATTENTIVE.getOpaque(this)) {
      attention.attend();
    }
  }

  /** An array of so many elements of so many octets is about to be made; gives their number. */
  public int array(int count, int octets) {
    if (count > SMALL / octets) {
      attention.charge((long) count * octets);
    }
    return count;
  }

  /** A method named start is about to be called on it; gives it. */
  public Object starting(Object target) {
    if (target instanceof Thread) {
      attention.threads(target);
    }
    return target;
  }

  /** Something that makes threads is about to be made, or called. */
  public void made(Object what) {
    attention.threads(what);
  }

  private static VarHandle attentive() {
    try {
      return MethodHandles.lookup().findVarHandle(Checkpoint.class, "attentive", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of classes outside of any bundle that is watched. */
  private static final class Indifference implements Attention {
    @Override
    public void attend() {}

    @Override
    public void charge(long octets) {}

    @Override
    public void threads(Object made) {}
  }
}
