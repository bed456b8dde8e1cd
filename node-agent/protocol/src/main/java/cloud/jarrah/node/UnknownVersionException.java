package cloud.jarrah.node;

/** A message of a version that this side does not understand. */
public final class UnknownVersionException extends MalformedMessageException {
  private static final long serialVersionUID = 1L;

  private final transient MessageHeader header;

  UnknownVersionException(MessageHeader header) {
    super("message of version " + header.version(), null);
    this.header = header;
  }

  public MessageHeader header() {
    return header;
  }
}
