package org.restante.core.weaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Woven code does what it did. */
final class WeavingTest {

  @Test
  void wovenCodeGivesTheSame() throws Exception {
    Class<?> woven = new Woven().define(Loops.class);
    assertThat(woven).isNotSameAs(Loops.class);
    Object made = woven.getConstructor().newInstance();
    assertThat((List<?>) ((Supplier<?>) made).get()).isEqualTo(new Loops().get());
  }

  @Test
  void olderClassesAreNotLoaded() {
    ClassWriter old = new ClassWriter(0);
    old.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, "Old", null, "java/lang/Object", null);
    assertThatThrownBy(() -> Weaving.of(old.toByteArray()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Old is older than Java 11");
  }

  /** Defines classes as they are woven; the verifier looks at each. */
  private static final class Woven extends ClassLoader {
    Woven() {
      super(WeavingTest.class.getClassLoader());
    }

    Class<?> define(Class<?> type) throws IOException {
      String path = type.getName().replace('.', '/') + ".class";
      try (InputStream code = type.getClassLoader().getResourceAsStream(path)) {
        byte[] woven = Weaving.of(code.readAllBytes());
        return defineClass(type.getName(), woven, 0, woven.length);
      }
    }
  }
}
