package cloud.jarrah.web.query;

import cloud.jarrah.api.ec2.Ec2Response;
import cloud.jarrah.api.sts.StsResponse;
import cloud.jarrah.platform.actions.WireFields;
import cloud.jarrah.web.http.Answer;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.StringWriter;

/** Writes a handler's response as XML of the version that was asked for. */
final class AnswerWriter {
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private static final ClassValue<JAXBContext> CONTEXTS =
      new ClassValue<>() {
        @Override
        protected JAXBContext computeValue(Class<?> type) {
          try {
            return JAXBContext.newInstance(type);
          } catch (JAXBException e) {
            throw new IllegalStateException(type + " is not a wire type", e);
          }
        }
      };

  private AnswerWriter() {}

  static Answer write(QueryApi api, String version, Object response, String requestId) {
    if (response instanceof Ec2Response ec2) {
      ec2.requestId = requestId;
    } else if (response instanceof StsResponse sts) {
      sts.responseMetadata.requestId = requestId;
    }
    WireFields.dropNewerThan(version, response);
    String xml = inNamespace(marshal(response), api.namespace(), api.namespace(version));
    return new Answer(200, Answer.XML, xml);
  }

  private static String marshal(Object response) {
    StringWriter text = new StringWriter();
    text.write(DECLARATION);
    try {
      Marshaller marshaller = CONTEXTS.get(response.getClass()).createMarshaller();
      marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
      marshaller.marshal(response, text);
    } catch (JAXBException e) {
      throw new IllegalStateException("cannot write " + response.getClass().getSimpleName(), e);
    }
    return text.toString();
  }

  /**
   * The namespace is declared once, as the default, in the first tag and so before any text that a
   * user chose; to change it there is to change it everywhere.
   */
  private static String inNamespace(String xml, String from, String to) {
    int at = xml.indexOf(from);
    if (at < 0 || at > xml.indexOf('>', DECLARATION.length())) {
      throw new IllegalStateException("the answer's first tag must declare " + from);
    }
    return from.equals(to) ? xml : xml.substring(0, at) + to + xml.substring(at + from.length());
  }
}
