package org.restante.core.woven;

/** The kernel's side of a checkpoint: what happens where the quick look finds something to do. */
public interface Attention {

  /** A loop goes round while somebody is attentive. May wait, or throw to end the loop. */
  void attend();

  /** A large array is about to be made; throws where there is no room for it. */
  void charge(long octets);

  /** A thread, or what makes threads, is about to be started. Throws. */
  void threads(Object what);
}
