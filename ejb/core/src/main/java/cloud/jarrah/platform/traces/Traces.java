package cloud.jarrah.platform.traces;

/** Takes spans that have ended. Never fails, never waits. */
public interface Traces {

  /** Keeps nothing. */
  Traces NONE = span -> {};

  /** Passes a span on to the collector; lost if the collector is away for long. */
  void ended(FinishedSpan span);
}
