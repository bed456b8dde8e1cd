package cloud.jarrah.platform.actions;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.health.Standstill;
import cloud.jarrah.platform.metrics.Stopwatch;
import cloud.jarrah.platform.transactions.Retrying;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Runs every action of every protocol, in one order. */
@Singleton
public class Dispatcher {
  private static final Logger LOG = Logger.getLogger(Dispatcher.class);

  private final ActionCatalogue catalogue;
  private final Authorisation authorisation;
  private final Quotas quotas;
  private final ActionJournal journal;
  private final Transactions transactions;
  private final Retrying retrying;
  private final RequestNotes notes;
  private final Standstill standstill;

  /** One that keeps no metrics and no traces. */
  public Dispatcher(
      ActionCatalogue catalogue,
      Authorisation authorisation,
      Quotas quotas,
      ActionJournal journal,
      Transactions transactions) {
    this(
        catalogue,
        authorisation,
        quotas,
        journal,
        transactions,
        RequestNotes.NONE,
        new Standstill());
  }

  @Inject
  public Dispatcher(
      ActionCatalogue catalogue,
      Authorisation authorisation,
      Quotas quotas,
      ActionJournal journal,
      Transactions transactions,
      RequestNotes notes,
      Standstill standstill) {
    this.catalogue = catalogue;
    this.authorisation = authorisation;
    this.quotas = quotas;
    this.journal = journal;
    this.transactions = transactions;
    this.retrying = new Retrying(transactions);
    this.notes = notes;
    this.standstill = standstill;
  }

  /**
   * Carries out one request.
   *
   * @return the handler's response
   * @throws ApiException whatever the caller is to be told
   */
  public Object dispatch(Invocation invocation) {
    ActionCatalogue.Entry entry = catalogue.find(invocation.service(), invocation.action());
    Stopwatch watch = new Stopwatch();
    String outcome = "failed";
    try {
      requireFresh();
      Object answer = dispatch(entry, invocation);
      outcome = "ok";
      return answer;
    } catch (ApiException e) {
      outcome = outcome(e.code());
      throw e;
    } finally {
      notes.answered(invocation, watch.elapsed(), outcome);
    }
  }

  /** Its caller may have asked another server meanwhile, and have gone on from there. */
  private void requireFresh() {
    if (standstill.justOver()) {
      throw new ApiException(
          ErrorCode.SERVICE_UNAVAILABLE,
          "This server stood still for a while and does not carry out what it may have been asked"
              + " before that. Please try again.");
    }
  }

  private static String outcome(ErrorCode code) {
    return switch (code) {
      case DRY_RUN_OPERATION -> "dry-run";
      case SERVICE_UNAVAILABLE -> "busy";
      case INTERNAL_ERROR -> "failed";
      default -> "refused";
    };
  }

  private Object dispatch(ActionCatalogue.Entry entry, Invocation invocation) {
    ApiException refusal;
    try {
      authorisation.check(entry, invocation.caller());
      Supplier<?> answer = retrying.requiresNew(() -> run(entry, invocation));
      return answer.get();
    } catch (ApiException e) {
      refusal = e;
    } catch (RuntimeException e) {
      if (!Retrying.crowded(e)) {
        throw e;
      }
      refusal = crowded(invocation, e);
    }
    record(entry, invocation, refusal);
    throw refusal;
  }

  private void record(ActionCatalogue.Entry entry, Invocation invocation, ApiException refusal) {
    transactions.requiresNew(
        () -> {
          journal.refused(entry, invocation, refusal);
          return refusal;
        });
  }

  /** Others were faster every time; clients repeat what is answered like this, a little later. */
  private static ApiException crowded(Invocation invocation, RuntimeException cause) {
    LOG.warnf(cause, "%s lost every race", invocation.action());
    return new ApiException(
        ErrorCode.SERVICE_UNAVAILABLE,
        "Too many requests change the same thing at this moment. Please try again.",
        cause);
  }

  private Supplier<?> run(ActionCatalogue.Entry entry, Invocation invocation) {
    Prepared<?> prepared = prepare(entry, invocation);
    authorisation.check(entry, invocation.caller(), prepared.resources());
    quotas.check(invocation.caller(), prepared.charges(), Quotas.Moment.BEFORE);
    if (invocation.dryRun()) {
      throw new ApiException(
          ErrorCode.DRY_RUN_OPERATION, "Request would have succeeded, but DryRun flag is set.");
    }
    Supplier<?> answer = prepared.carryOut();
    journal.applied(entry, invocation, prepared.resources());
    quotas.check(invocation.caller(), prepared.charges(), Quotas.Moment.AFTER);
    // It may have stood still in the midst of this.
    requireFresh();
    return answer;
  }

  /** The catalogue read the request type from the handler's own signature, so the cast is safe. */
  @SuppressWarnings("unchecked")
  private static Prepared<?> prepare(ActionCatalogue.Entry entry, Invocation invocation) {
    Action<Object, Object> handler = (Action<Object, Object>) entry.handler();
    return handler.prepare(entry.requestType().cast(invocation.request()), invocation.caller());
  }
}
