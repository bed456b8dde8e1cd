package cloud.jarrah.agent.hypervisor.libvirt;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements one after the other; values are escaped by the writer below. */
final class XmlTree {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter writer;

  XmlTree() {
    try {
      writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write to memory", e);
    }
  }

  /** An element with children. */
  XmlTree open(String name, String... attributes) {
    return run(
        () -> {
          writer.writeStartElement(name);
          attributes(attributes);
        });
  }

  XmlTree close() {
    return run(writer::writeEndElement);
  }

  /** An element without content. */
  XmlTree empty(String name, String... attributes) {
    return run(
        () -> {
          writer.writeEmptyElement(name);
          attributes(attributes);
        });
  }

  /** An element with text. */
  XmlTree leaf(String name, String content, String... attributes) {
    return run(
        () -> {
          writer.writeStartElement(name);
          attributes(attributes);
          writer.writeCharacters(content);
          writer.writeEndElement();
        });
  }

  String finish() {
    run(writer::close);
    return text.toString();
  }

  private void attributes(String... namesAndValues) throws XMLStreamException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      writer.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
    }
  }

  private XmlTree run(Step step) {
    try {
      step.run();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write to memory", e);
    }
  }

  private interface Step {
    void run() throws XMLStreamException;
  }
}
