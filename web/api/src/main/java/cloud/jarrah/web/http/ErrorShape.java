package cloud.jarrah.web.http;

import cloud.jarrah.api.ApiException;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The three ways in which our APIs write errors. */
public enum ErrorShape {
  /** EC2: no namespace, {@code RequestID}. */
  EC2 {
    @Override
    public Answer render(ApiException error, String requestId) {
      return xml(
          error,
          writer -> {
            writer.writeStartElement("Response");
            writer.writeStartElement("Errors");
            writer.writeStartElement("Error");
            element(writer, "Code", error.code().wireName());
            element(writer, "Message", error.getMessage());
            writer.writeEndElement();
            writer.writeEndElement();
            element(writer, "RequestID", requestId);
            writer.writeEndElement();
          });
    }
  },

  /** STS; IAM and the others only differ in the namespace, which no client looks at. */
  QUERY {
    @Override
    public Answer render(ApiException error, String requestId) {
      return xml(
          error,
          writer -> {
            writer.writeStartElement("ErrorResponse");
            writer.writeDefaultNamespace("https://sts.amazonaws.com/doc/2011-06-15/");
            writer.writeStartElement("Error");
            element(writer, "Type", error.code().callersFault() ? "Sender" : "Receiver");
            element(writer, "Code", error.code().wireName());
            element(writer, "Message", error.getMessage());
            writer.writeEndElement();
            element(writer, "RequestId", requestId);
            writer.writeEndElement();
          });
    }
  },

  /** The administration and node APIs. */
  JSON {
    @Override
    public Answer render(ApiException error, String requestId) {
      return new Answer(
          error.code().status(),
          Answer.JSON,
          Json.write(new JsonError(error.code().wireName(), error.getMessage(), requestId)));
    }
  };

  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  public abstract Answer render(ApiException error, String requestId);

  /** The body of a JSON error. */
  record JsonError(String code, String message, String requestId) {}

  private interface Content {
    void writeTo(XMLStreamWriter writer) throws XMLStreamException;
  }

  private static Answer xml(ApiException error, Content content) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter writer = FACTORY.createXMLStreamWriter(text);
      writer.writeStartDocument("UTF-8", "1.0");
      content.writeTo(writer);
      writer.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write to memory", e);
    }
    return new Answer(error.code().status(), Answer.XML, text.toString());
  }

  private static void element(XMLStreamWriter writer, String name, String text)
      throws XMLStreamException {
    writer.writeStartElement(name);
    writer.writeCharacters(printable(text));
    writer.writeEndElement();
  }

  /** A message may quote what a client sent; what XML cannot carry must not break the answer. */
  private static String printable(String text) {
    return Text.fitsXml(text) ? text : Text.shown(text).replaceAll("[\\ufffe\\uffff]", "?");
  }
}
