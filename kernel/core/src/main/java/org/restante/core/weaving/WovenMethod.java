package org.restante.core.weaving;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Weaves one method: a look before each jump backwards and before each call of itself, the octets
 * of large arrays, and whatever makes threads.
 */
final class WovenMethod extends MethodVisitor {
  private static final String CHECKPOINT = "org/restante/core/woven/Checkpoint";
  private static final ConstantDynamic CONSTANT =
      new ConstantDynamic(
          "checkpoint",
          "L" + CHECKPOINT + ";",
          new Handle(
              Opcodes.H_INVOKESTATIC,
              CHECKPOINT,
              "of",
              "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;)L"
                  + CHECKPOINT
                  + ";",
              false));
  private static final Set<String> POOLS =
      Set.of(
          "java/util/Timer",
          "java/util/concurrent/ThreadPoolExecutor",
          "java/util/concurrent/ScheduledThreadPoolExecutor",
          "java/util/concurrent/ForkJoinPool");
  private static final int REFERENCE = 4; // octets of a compressed one

  private final String type;
  private final String name;
  private final String descriptor;
  private final Set<Label> passed = new HashSet<>();

  WovenMethod(MethodVisitor next, String type, String name, String descriptor) {
    super(Opcodes.ASM9, next);
    this.type = type;
    this.name = name;
    this.descriptor = descriptor;
  }

  @Override
  public void visitLabel(Label label) {
    passed.add(label);
    super.visitLabel(label);
  }

  @Override
  public void visitJumpInsn(int opcode, Label target) {
    pollIfPassed(target);
    super.visitJumpInsn(opcode, target);
  }

  @Override
  public void visitTableSwitchInsn(int low, int high, Label standard, Label... targets) {
    pollIfPassed(standard, targets);
    super.visitTableSwitchInsn(low, high, standard, targets);
  }

  @Override
  public void visitLookupSwitchInsn(Label standard, int[] keys, Label[] targets) {
    pollIfPassed(standard, targets);
    super.visitLookupSwitchInsn(standard, keys, targets);
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    if (opcode == Opcodes.NEWARRAY) {
      chargeArray(elementOctets(operand));
    }
    super.visitIntInsn(opcode, operand);
  }

  @Override
  public void visitTypeInsn(int opcode, String used) {
    if (opcode == Opcodes.ANEWARRAY) {
      chargeArray(REFERENCE);
    } else if (opcode == Opcodes.NEW && POOLS.contains(used)) {
      refuseThreads(used);
    }
    super.visitTypeInsn(opcode, used);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String called, String signature, boolean isInterface) {
    if (owner.equals(type) && called.equals(name) && signature.equals(descriptor)) {
      poll(); // it may be called for ever without a jump
    }
    if (owner.equals("java/nio/ByteBuffer") && called.startsWith("allocate")) {
      chargeArray(1);
    }
    if (opcode == Opcodes.INVOKEVIRTUAL && called.equals("start") && signature.equals("()V")) {
      checkStart(owner);
    }
    if (makesThreads(owner, called, signature)) {
      refuseThreads(owner + "." + called);
    }
    super.visitMethodInsn(opcode, owner, called, signature, isInterface);
  }

  private static boolean makesThreads(String owner, String called, String signature) {
    boolean executor =
        owner.equals("java/util/concurrent/Executors") && signature.endsWith("ExecutorService;");
    boolean virtual = owner.equals("java/lang/Thread") && called.equals("startVirtualThread");
    boolean built = owner.startsWith("java/lang/Thread$Builder") && called.equals("start");
    return executor || virtual || built;
  }

  private void refuseThreads(String what) {
    checkpoint();
    super.visitLdcInsn(what.replace('/', '.'));
    call("made", "(Ljava/lang/Object;)V");
  }

  /** The type on the stack stays what the verifier knows it as. */
  private void checkStart(String owner) {
    checkpoint();
    super.visitInsn(Opcodes.SWAP);
    call("starting", "(Ljava/lang/Object;)Ljava/lang/Object;");
    super.visitTypeInsn(Opcodes.CHECKCAST, owner);
  }

  private void chargeArray(int octets) {
    checkpoint();
    super.visitInsn(Opcodes.SWAP);
    super.visitIntInsn(Opcodes.BIPUSH, octets);
    call("array", "(II)I");
  }

  private void pollIfPassed(Label standard, Label... others) {
    boolean backwards = passed.contains(standard);
    for (Label other : others) {
      backwards |= passed.contains(other);
    }
    if (backwards) {
      poll();
    }
  }

  private void poll() {
    checkpoint();
    call("poll", "()V");
  }

  private void checkpoint() {
    super.visitLdcInsn(CONSTANT);
  }

  private void call(String method, String signature) {
    super.visitMethodInsn(Opcodes.INVOKEVIRTUAL, CHECKPOINT, method, signature, false);
  }

  private static int elementOctets(int operand) {
    return switch (operand) {
      case Opcodes.T_BOOLEAN, Opcodes.T_BYTE -> 1;
      case Opcodes.T_CHAR, Opcodes.T_SHORT -> 2;
      case Opcodes.T_INT, Opcodes.T_FLOAT -> 4;
      default -> 8; // long and double
    };
  }
}
