package cloud.jarrah.ws.protocol;

import java.util.NoSuchElementException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.interceptor.StaxInInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/**
 * Lets through only the XML that SOAP allows, and no more of it than a request needs. An envelope
 * is a header and a body and nothing else, and neither occurs anywhere else: so there is never a
 * question which body is meant.
 */
public class StrictXml extends AbstractPhaseInterceptor<Message> {
  static final int MAX_DEPTH = 64;
  static final int MAX_NODES = 20_000;

  private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

  public StrictXml() {
    super(Phase.POST_STREAM);
    addAfter(StaxInInterceptor.class.getName());
  }

  @Override
  public void handleMessage(Message message) {
    XMLStreamReader reader = message.getContent(XMLStreamReader.class);
    if (reader != null) {
      StrictReader strict = new StrictReader(reader);
      message.setContent(XMLStreamReader.class, strict);
      message.setContent(StrictReader.class, strict);
    }
  }

  /** Reads what follows the body, which nobody else does, so that it is checked too. */
  public static void readToTheEnd(Message message) {
    StrictReader reader = message.getContent(StrictReader.class);
    try {
      while (reader != null && reader.hasNext()) {
        reader.next();
      }
    } catch (XMLStreamException e) {
      throw new Fault(e);
    }
  }

  /** Fails at whatever SOAP does not allow, and where a limit is passed. */
  static final class StrictReader extends StreamReaderDelegate {
    private int depth;
    private int nodes;
    private boolean inBody;
    private boolean afterBody;

    StrictReader(XMLStreamReader reader) {
      super(reader);
    }

    @Override
    public int next() throws XMLStreamException {
      int event = advance();
      switch (event) {
        case START_ELEMENT -> enter();
        case END_ELEMENT -> leave();
        case DTD -> throw new XMLStreamException("a document type is not allowed");
        case ENTITY_REFERENCE, ENTITY_DECLARATION ->
            throw new XMLStreamException("entities are not allowed");
        case PROCESSING_INSTRUCTION ->
            throw new XMLStreamException("processing instructions are not allowed");
        default -> {}
      }
      return event;
    }

    private int advance() throws XMLStreamException {
      try {
        return super.next();
      } catch (NoSuchElementException e) {
        throw new XMLStreamException("the document ends too early", e);
      }
    }

    private void enter() throws XMLStreamException {
      depth++;
      nodes += 1 + getAttributeCount() + getNamespaceCount();
      if (depth > MAX_DEPTH || nodes > MAX_NODES) {
        throw new XMLStreamException("the document is too deep or has too many elements");
      }
      if (afterBody) {
        throw new XMLStreamException("nothing may follow the Body");
      }
      boolean body = isSoap("Body");
      if (depth == 2 ? !body && !isSoap("Header") : body || isSoap("Header")) {
        throw new XMLStreamException("an Envelope holds a Header and a Body and nothing else");
      }
      inBody |= body;
    }

    private void leave() {
      depth--;
      afterBody |= inBody && depth == 1;
    }

    private boolean isSoap(String name) {
      return name.equals(getLocalName()) && SOAP.equals(getNamespaceURI());
    }

    /** Through {@link #next}, so that nothing is skipped unseen. */
    @Override
    public int nextTag() throws XMLStreamException {
      int event = next();
      while (event == SPACE || event == COMMENT || (event == CHARACTERS && isWhiteSpace())) {
        event = next();
      }
      if (event != START_ELEMENT && event != END_ELEMENT) {
        throw new XMLStreamException("expected an element", getLocation());
      }
      return event;
    }
  }
}
