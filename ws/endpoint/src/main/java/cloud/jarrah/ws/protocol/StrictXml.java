package cloud.jarrah.ws.protocol;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.apache.cxf.interceptor.StaxInInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Lets through only the XML that SOAP allows, and no more of it than a request needs. */
public class StrictXml extends AbstractPhaseInterceptor<Message> {
  static final int MAX_DEPTH = 64;
  static final int MAX_NODES = 20_000;

  public StrictXml() {
    super(Phase.POST_STREAM);
    addAfter(StaxInInterceptor.class.getName());
  }

  @Override
  public void handleMessage(Message message) {
    XMLStreamReader reader = message.getContent(XMLStreamReader.class);
    if (reader != null) {
      message.setContent(XMLStreamReader.class, new StrictReader(reader));
    }
  }

  /** Fails at document types, processing instructions, entities, and where a limit is passed. */
  static final class StrictReader extends StreamReaderDelegate {
    private int depth;
    private int nodes;

    StrictReader(XMLStreamReader reader) {
      super(reader);
    }

    @Override
    public int next() throws XMLStreamException {
      int event = super.next();
      switch (event) {
        case START_ELEMENT -> {
          depth++;
          nodes += 1 + getAttributeCount() + getNamespaceCount();
          if (depth > MAX_DEPTH || nodes > MAX_NODES) {
            throw new XMLStreamException("the document is too deep or has too many elements");
          }
        }
        case END_ELEMENT -> depth--;
        case DTD -> throw new XMLStreamException("a document type is not allowed");
        case ENTITY_REFERENCE, ENTITY_DECLARATION ->
            throw new XMLStreamException("entities are not allowed");
        case PROCESSING_INSTRUCTION ->
            throw new XMLStreamException("processing instructions are not allowed");
        default -> {}
      }
      return event;
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
