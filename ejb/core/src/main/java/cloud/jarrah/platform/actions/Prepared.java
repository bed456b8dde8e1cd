package cloud.jarrah.platform.actions;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A validated request, ready to be carried out.
 *
 * @param resources ARNs of what will be touched, for authorisation and the event row
 * @param charges what counts against the account's quota
 * @param apply makes the change and maps the answer
 * @param afterCommit completes the answer outside of the transaction; for the few answers that
 *     somebody else has to give, see {@link #completed}
 */
public record Prepared<R>(
    List<String> resources, List<Charge> charges, Supplier<R> apply, UnaryOperator<R> afterCommit) {

  public Prepared {
    resources = List.copyOf(resources);
    charges = List.copyOf(charges);
  }

  public Prepared(List<String> resources, List<Charge> charges, Supplier<R> apply) {
    this(resources, charges, apply, UnaryOperator.identity());
  }

  /**
   * The same with a second part, which runs after the commit and may wait, for seconds at most and
   * without holding a transaction; it may throw an ApiException.
   */
  public Prepared<R> completed(UnaryOperator<R> completion) {
    return new Prepared<>(resources, charges, apply, completion);
  }

  /** Makes the change; what it returns is to be called after the commit. */
  Supplier<R> carryOut() {
    R response = apply.get();
    return () -> afterCommit.apply(response);
  }

  /** Something that touches no particular resource and counts against nothing. */
  public static <R> Prepared<R> of(Supplier<R> apply) {
    return new Prepared<>(List.of(), List.of(), apply);
  }

  public static <R> Prepared<R> of(List<String> resources, Supplier<R> apply) {
    return new Prepared<>(resources, List.of(), apply);
  }

  /**
   * An amount of a limited kind.
   *
   * @param quota the limit's name, for example {@code instances}
   * @param amount how many more
   */
  public record Charge(String quota, int amount) {}
}
