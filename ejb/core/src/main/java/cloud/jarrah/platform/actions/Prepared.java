package cloud.jarrah.platform.actions;

import java.util.List;
import java.util.function.Supplier;

/**
 * A validated request, ready to be carried out.
 *
 * @param resources ARNs of what will be touched, for authorisation and the event row
 * @param charges what counts against the account's quota
 * @param apply makes the change and maps the answer
 */
public record Prepared<R>(List<String> resources, List<Charge> charges, Supplier<R> apply) {

  public Prepared {
    resources = List.copyOf(resources);
    charges = List.copyOf(charges);
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
