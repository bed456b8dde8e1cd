package cloud.jarrah.web.http;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/** One request on its way through, with what is known about it so far. */
public final class Exchange {
  private static final String ATTRIBUTE = Exchange.class.getName();

  private final String requestId;
  private final ReceivedRequest request;
  private ErrorShape errorShape;

  public Exchange(String requestId, ReceivedRequest request, ErrorShape errorShape) {
    this.requestId = requestId;
    this.request = request;
    this.errorShape = errorShape;
  }

  /** The exchange of a request that passed the intake. */
  public static Exchange of(ServletRequest request) {
    Exchange exchange = find(request);
    if (exchange == null) {
      throw new IllegalStateException("the request did not pass the intake");
    }
    return exchange;
  }

  static @Nullable Exchange find(ServletRequest request) {
    return (Exchange) request.getAttribute(ATTRIBUTE);
  }

  void attachTo(ServletRequest servletRequest) {
    servletRequest.setAttribute(ATTRIBUTE, this);
  }

  public String requestId() {
    return requestId;
  }

  public ReceivedRequest request() {
    return request;
  }

  /** How an error would be written if it came now. */
  public ErrorShape errorShape() {
    return errorShape;
  }

  /** To be called as soon as the API is known that will answer. */
  public void answerErrorsAs(ErrorShape shape) {
    errorShape = shape;
  }
}
