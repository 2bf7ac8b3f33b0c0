package org.restante.core.weaving;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Weaves checkpoints into a class. */
public final class Weaving extends ClassVisitor {
  private static final int VERSION = 6; // where the class file says it

  private String type = "";

  private Weaving(ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  /**
   * The class with checkpoints.
   *
   * @throws IllegalArgumentException if it can't have any
   */
  public static byte[] of(byte[] octets) {
    ClassReader reader = new ClassReader(octets);
    if (reader.readUnsignedShort(VERSION) < Opcodes.V11) {
      throw new IllegalArgumentException(
          reader.getClassName() + " is older than Java 11: its loops could not be stopped");
    }
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new Weaving(writer), 0);
    return writer.toByteArray();
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String parent,
      String @Nullable [] interfaces) {
    type = name;
    super.visit(version, access, name, signature, parent, interfaces);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    return new WovenMethod(next, type, name, descriptor);
  }
}
