package cloud.jarrah.ws.protocol;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.UUID;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Meets a request first: gives it its id and limits its size. */
public class RequestGate extends AbstractPhaseInterceptor<Message> {
  /** Far more than user data of 16 KiB and a signature need. */
  static final int MAX_BYTES = 1 << 20;

  private static final String REQUEST_ID = "cloud.jarrah.request-id";

  /** Faults are logged once, where they are turned into an answer. */
  private static final FaultListener SILENT = (fault, description, message) -> false;

  public RequestGate() {
    super(Phase.RECEIVE);
  }

  @Override
  public void handleMessage(Message message) {
    message.getExchange().put(REQUEST_ID, UUID.randomUUID().toString());
    message.put(FaultListener.class.getName(), SILENT);
    if (!"POST".equals(message.getOrDefault(Message.HTTP_REQUEST_METHOD, "POST"))) {
      return; // only the WSDL is asked for by GET
    }
    // Attachments would be a second way in for content: SOAP 1.1 without them is text/xml.
    Object type = message.get(Message.CONTENT_TYPE);
    if (type != null && !type.toString().toLowerCase(Locale.ROOT).startsWith("text/xml")) {
      throw new ApiException(
          ErrorCode.INVALID_REQUEST, "The Content-Type must be text/xml: SOAP 1.1.");
    }
    InputStream body = message.getContent(InputStream.class);
    if (body != null) {
      message.setContent(InputStream.class, new LimitedStream(body));
    }
  }

  /** The id of the request that a message belongs to. */
  public static String requestId(Message message) {
    return (String)
        message.getExchange().computeIfAbsent(REQUEST_ID, absent -> UUID.randomUUID().toString());
  }

  /** Refuses to read on after too much. */
  private static final class LimitedStream extends FilterInputStream {
    private long left = MAX_BYTES;

    LimitedStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
      long skipped = super.skip(wanted);
      count(skipped);
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void count(long bytes) {
      left -= bytes;
      if (left < 0) {
        throw new ApiException(
            ErrorCode.REQUEST_TOO_LARGE, "A request has at most " + MAX_BYTES + " bytes.");
      }
    }
  }
}
