package org.restante.core.scan;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Looks over one class: what it extends, calls, makes and names. */
final class ClassScan extends ClassVisitor {
  private final Set<String> own;
  private final List<Finding> findings;
  private String type = "";

  /**
   * A scan.
   *
   * @param own the jar's own classes, which it may use
   */
  ClassScan(Set<String> own, List<Finding> findings) {
    super(Opcodes.ASM9);
    this.own = own;
    this.findings = findings;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String parent,
      String @Nullable [] interfaces) {
    type = name.replace('/', '.');
    if ("java/lang/Thread".equals(parent)) {
      findings.add(new Finding(Forbidden.THREADS, type, "java.lang.Thread as its parent"));
    } else if (parent != null) {
      noteType(type, parent);
    }
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    String where = type + "." + name;
    if ((access & Opcodes.ACC_NATIVE) != 0) {
      findings.add(new Finding(Forbidden.NATIVE, where, "native code"));
    }
    return new Method(where);
  }

  private void noteType(String where, String owner) {
    Forbidden.type(element(owner))
        .filter(rule -> !own.contains(element(owner)))
        .ifPresent(rule -> findings.add(new Finding(rule, where, owner.replace('/', '.'))));
  }

  private void noteCall(String where, String owner, String method) {
    String text = owner.replace('/', '.') + "." + method;
    Forbidden.call(element(owner), method)
        .filter(rule -> !own.contains(element(owner)))
        .ifPresent(rule -> findings.add(new Finding(rule, where, text)));
  }

  private static String element(String owner) {
    return owner.startsWith("[")
        ? Type.getObjectType(owner).getElementType().getInternalName()
        : owner;
  }

  /** One method. */
  private final class Method extends MethodVisitor {
    private final String where;

    Method(String where) {
      super(Opcodes.ASM9);
      this.where = where;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      noteCall(where, owner, name);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      noteType(where, owner);
    }

    @Override
    public void visitTypeInsn(int opcode, String used) {
      noteType(where, used);
    }

    @Override
    public void visitLdcInsn(Object value) {
      if (value instanceof Type named && named.getSort() == Type.OBJECT) {
        noteType(where, named.getInternalName());
      } else if (value instanceof ConstantDynamic constant) {
        noteArguments(
            constant.getBootstrapMethodArgumentCount(), constant::getBootstrapMethodArgument);
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      noteArguments(arguments.length, at -> arguments[at]);
    }

    private void noteArguments(int count, java.util.function.IntFunction<Object> argument) {
      for (int at = 0; at < count; at++) {
        if (argument.apply(at) instanceof Handle handle) {
          noteCall(where, handle.getOwner(), handle.getName());
        }
      }
    }
  }
}
