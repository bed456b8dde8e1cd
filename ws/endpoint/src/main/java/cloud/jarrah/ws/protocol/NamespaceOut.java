package cloud.jarrah.ws.protocol;

import cloud.jarrah.api.ec2.Ec2Response;
import cloud.jarrah.api.ec2.Ec2Versions;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.cxf.interceptor.StaxOutInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.DelegatingXMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes the answer in the namespace of the request. */
public class NamespaceOut extends AbstractPhaseInterceptor<Message> {

  public NamespaceOut() {
    super(Phase.PRE_STREAM);
    addAfter(StaxOutInterceptor.class.getName());
  }

  @Override
  public void handleMessage(Message message) {
    String version = NamespaceIn.version(message.getExchange());
    XMLStreamWriter writer = message.getContent(XMLStreamWriter.class);
    if (writer == null || version.equals(Ec2Versions.CURRENT)) {
      return;
    }
    // Otherwise JAXB writes to the stream below and never meets our writer.
    message.put("disable.outputstream.optimization", true);
    String namespace = Ec2Response.NAMESPACE.replace(Ec2Versions.CURRENT, version);
    message.setContent(XMLStreamWriter.class, new RenamingWriter(writer, namespace));
  }

  /** Maps our namespace to the asked one wherever a writer is told one. */
  private static final class RenamingWriter extends DelegatingXMLStreamWriter {
    private final String to;

    RenamingWriter(XMLStreamWriter writer, String to) {
      super(writer);
      this.to = to;
    }

    private @Nullable String map(@Nullable String namespace) {
      return Ec2Response.NAMESPACE.equals(namespace) ? to : namespace;
    }

    @Override
    public void writeStartElement(String namespace, String name) throws XMLStreamException {
      super.writeStartElement(map(namespace), name);
    }

    @Override
    public void writeStartElement(String prefix, String name, String namespace)
        throws XMLStreamException {
      super.writeStartElement(prefix, name, map(namespace));
    }

    @Override
    public void writeEmptyElement(String namespace, String name) throws XMLStreamException {
      super.writeEmptyElement(map(namespace), name);
    }

    @Override
    public void writeEmptyElement(String prefix, String name, String namespace)
        throws XMLStreamException {
      super.writeEmptyElement(prefix, name, map(namespace));
    }

    @Override
    public void writeNamespace(String prefix, String namespace) throws XMLStreamException {
      super.writeNamespace(prefix, map(namespace));
    }

    @Override
    public void writeDefaultNamespace(String namespace) throws XMLStreamException {
      super.writeDefaultNamespace(map(namespace));
    }

    @Override
    public void setPrefix(String prefix, String namespace) throws XMLStreamException {
      super.setPrefix(prefix, map(namespace));
    }

    @Override
    public void setDefaultNamespace(String namespace) throws XMLStreamException {
      super.setDefaultNamespace(map(namespace));
    }

    @Override
    public @Nullable String getPrefix(String namespace) throws XMLStreamException {
      return super.getPrefix(map(namespace));
    }

    @Override
    public void writeAttribute(String namespace, String name, String value)
        throws XMLStreamException {
      super.writeAttribute(map(namespace), name, value);
    }

    @Override
    public void writeAttribute(String prefix, String namespace, String name, String value)
        throws XMLStreamException {
      super.writeAttribute(prefix, map(namespace), name, value);
    }
  }
}
