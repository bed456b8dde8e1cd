package cloud.jarrah.instances.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DynamicTest;

/** A story told anew for each thing that can go wrong at each of its moves. */
public final class AtEachMove {
  private AtEachMove() {}

  /**
   * Tests in the order of the moves.
   *
   * @param recorded the story as it goes when nothing goes wrong
   * @param first the move that it begins with, counted from 0
   */
  public static <P> List<DynamicTest> of(
      World recorded, int first, P[] problems, BiConsumer<Integer, P> test) {
    List<DynamicTest> tests = new ArrayList<>();
    for (int move = first; move < recorded.moves().size(); move++) {
      for (P problem : problems) {
        int at = move;
        tests.add(
            DynamicTest.dynamicTest(
                problem + " at move " + at + ", " + recorded.moves().get(at),
                () -> test.accept(at, problem)));
      }
    }
    return tests;
  }
}
