package org.restante.core.weaving;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Every shape of code that is woven; public for the class loader that weaves it. */
public final class Loops implements Supplier<List<Object>> {

  @Override
  public List<Object> get() {
    List<Object> all = new ArrayList<>();
    all.add(sum(1000));
    all.add(countDown(7));
    all.add(fibonacci(15));
    all.add(states("aab;ba"));
    all.add(new byte[4096].length + new long[3000].length + new String[2000].length);
    all.add(nested());
    all.add(caught());
    all.add(java.nio.ByteBuffer.allocate(5000).capacity());
    return all;
  }

  private static long sum(int most) {
    long sum = 0;
    for (int at = 0; at < most; at++) {
      sum += at % 3 == 0 ? at : -1L;
    }
    return sum;
  }

  private static int countDown(int from) {
    int left = from;
    do {
      left--;
    } while (left > 0);
    return left;
  }

  private static int fibonacci(int at) {
    return at < 2 ? at : fibonacci(at - 1) + fibonacci(at - 2);
  }

  private static String states(String input) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (true) {
      switch (at < input.length() ? input.charAt(at++) : 0) {
        case 'a':
          out.append('x');
          continue;
        case 'b':
          out.append('y');
          continue;
        case 0:
          return out.toString();
        default:
          out.append('?');
      }
    }
  }

  private static int nested() {
    int[][] table = new int[3][4];
    int sum = 0;
    for (int[] row : table) {
      for (int cell : row) {
        sum += cell + 1;
      }
    }
    return sum;
  }

  private static int caught() {
    int failures = 0;
    for (int round = 0; round < 10; round++) {
      try {
        if (round % 2 == 0) {
          throw new IllegalStateException();
        }
      } catch (IllegalStateException e) {
        failures++;
      } finally {
        failures += 100;
      }
    }
    return failures;
  }
}
