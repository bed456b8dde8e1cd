package cloud.jarrah.platform.transactions;

/** A transaction could not be begun or committed; nothing of it remains. */
public final class TransactionFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TransactionFailedException(Throwable cause) {
    super("the transaction failed: " + cause.getMessage(), cause);
  }
}
