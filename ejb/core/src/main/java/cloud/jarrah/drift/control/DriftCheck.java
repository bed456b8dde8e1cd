package cloud.jarrah.drift.control;

import java.util.List;
import java.util.Set;

/** Looks for some kinds of disagreement. A bean of the feature that knows how it should be. */
public interface DriftCheck {

  /** The kinds it looks for: lower case with hyphens, the same in metrics, events and answers. */
  Set<String> kinds();

  /**
   * Looks without locking anything, in a transaction that changes nothing: what it names may be
   * over already.
   *
   * @param most to be named at most
   */
  List<Suspect> suspects(int most);

  /**
   * Looks at a suspect once more, under the locks that keep it as it is until the caller's
   * transaction ends, and mends it where that is safe.
   */
  Verdict judge(Suspect suspect);

  /**
   * Something that does not seem to be as it should.
   *
   * @param resource its id, or two of them with a slash; at most 96 characters
   */
  record Suspect(String kind, String resource) {}

  /**
   * What became of a suspect.
   *
   * @param accountId its owner; empty if it belongs to the cloud
   * @param detail for people
   */
  record Verdict(Outcome outcome, String accountId, String detail) {
    /** It is as it should be. */
    public static final Verdict FINE = new Verdict(Outcome.FINE, "", "");

    public static Verdict healed(String accountId, String detail) {
      return new Verdict(Outcome.HEALED, accountId, detail);
    }

    /** To be looked at again by the next run, and by an administrator. */
    public static Verdict open(String accountId, String detail) {
      return new Verdict(Outcome.OPEN, accountId, detail);
    }
  }

  /** How a judgement ends. */
  enum Outcome {
    FINE,
    HEALED,
    OPEN
  }
}
